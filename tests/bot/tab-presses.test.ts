import { expect, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { type Press, pressesInTime } from '../../bot/tab-api/presses.ts';
import type { InvokeAnswer, Receive } from '../../bot/turn.ts';
import { notRegisteredText } from '../../cards/text/teams.ts';
import { BusyRecordError } from '../../store/change.ts';

const press: Parameters<Press>[0] = {
  kind: 'tab-action',
  activityId: 'press-1',
  from: { tenantId: 't', objectId: 'o', name: 'Kari Nes', teamsId: '' },
  place: { kind: 'tab', conversationId: 'tab:t:o', serviceUrl: '' },
  data: { verb: 'round.comment', text: 'Hemmelig innspill' },
};
const said: InvokeAnswer = { kind: 'message', text: 'Registrert.' };

/** What somebody is answered, what the log has of it, and what is counted. */
async function pressed(receive: Receive, answerMs = 1000) {
  const lines: string[] = [];
  const metrics = createMetrics();
  const log = createLog('debug', (line) => lines.push(line));
  const answer = await pressesInTime(receive, { log, metrics, answerMs })(press);
  return { answer, lines, counted: () => metrics.registry.metrics() };
}

test('a press is answered as it was handled, and counted by its kind', async () => {
  const { answer, lines, counted } = await pressed(async () => said);
  expect(answer).toEqual(said);
  expect(lines).toEqual([]);
  expect(await counted()).toContain('utvalgsbot_turns_total{kind="tab-action",outcome="handled"} 1');
  expect(await counted()).toContain('utvalgsbot_turn_seconds_count 1');
});

test('a press that takes too long is honestly not registered yet, and fails in the log alone', async () => {
  let fail: (error: Error) => void = () => {};
  const slow = new Promise<InvokeAnswer>((_resolve, reject) => {
    fail = reject;
  });
  const { answer, lines, counted } = await pressed(() => slow, 5);
  expect(answer).toEqual({ kind: 'message', text: notRegisteredText });
  expect(await counted()).toContain('{kind="tab-action",outcome="late"} 1');
  fail(new Error('broken'));
  await slow.catch(() => {});
  await Promise.resolve();
  expect(lines.join()).toContain('turn-failed-late');
});

test('a press that fails is answered with the reference that the log has, and nothing of it is in the log', async () => {
  const { answer, lines, counted } = await pressed(async () => {
    throw new Error('broken');
  });
  const [line = ''] = lines;
  const { event, reference } = JSON.parse(line);
  expect(event).toBe('turn-failed');
  expect(answer).toMatchObject({ kind: 'message', text: expect.stringContaining(reference) });
  expect(line).not.toContain('Hemmelig');
  expect(line).not.toContain('Kari');
  expect(await counted()).toContain('{kind="tab-action",outcome="failed"} 1');
});

test('a press that met too many others is told to try again', async () => {
  const { answer } = await pressed(async () => {
    throw new BusyRecordError('round-1');
  });
  expect(answer).toEqual({ kind: 'message', text: notRegisteredText });
});
