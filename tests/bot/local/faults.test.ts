import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotFault, Fault } from '../../../bot/local/faults.ts';
import type { PressAnswer } from '../../../bot/local/wire.ts';
import { buttonOf, wordsOf } from '../../support/cards.ts';
import { until } from '../../support/process.ts';
import { sendDraft, startVillage, type Village } from '../../support/village.ts';

const PATIENCE = { timeout: 40_000 };
/** Voting members of the SSU: each test takes the next one, who has not answered yet. */
const members = [
  'ingrid',
  'marit',
  'jonas',
  'siri',
  'odd',
  'hege',
  'nils',
  'geir',
  'bente',
  'pal',
  'tone',
  'kjell',
  'anne',
  'rune',
];

let village: Village;
beforeAll(async () => {
  village = await startVillage(undefined, { invokeMs: 1500, messageMs: 3000 });
  await sendDraft(village);
  for (const member of members) await village.sees(member, 'Til godkjenning');
}, 60_000);
afterAll(() => village.close());

const nextMember = () => members.shift() ?? '';
const approve = async (person: string): Promise<PressAnswer> => {
  const { messageId, card } = await village.sees(person, 'Til godkjenning');
  const { verb, data } = buttonOf(card, 'Godkjenn');
  return village.room.api.press(person, messageId, { type: 'Action.Execute', verb, data });
};
/** How many have answered, as the bot says when it is asked. */
const counted = async () => {
  const { card } = await village.press(await village.say('aud', 'referat'), 'Vis status');
  return Number(/(\d+) av 16/.exec(wordsOf(card))?.[1]);
};
/** One more than before has answered, and their own card says so. */
const expectOneMore = async (person: string, before: number) => {
  await village.sees(person, 'Du godkjente');
  expect(await counted()).toBe(before + 1);
  expect(village.room.faults.list()).toEqual([]);
};

describe('an answer is counted once, and whoever gave it sees so', PATIENCE, () => {
  test.each<[string, BotFault]>([
    ['it is delivered twice at the same time', { twice: 'parallel' }],
    ['it is delivered twice, one after the other', { twice: 'after' }],
    ['what the bot says to it comes too late', { late: true }],
    ['what the bot says to it comes too late twice', { late: true, times: 2 }],
  ])('when %s', async (_what, fault) => {
    const [person, before] = [nextMember(), await counted()];
    village.room.faults.addForBot(fault);
    expect(await approve(person)).toEqual({ kind: 'card' });
    await expectOneMore(person, before);
  });

  test.each<[string, BotFault]>([
    ['is lost', { lost: true }],
    ['comes too late three times', { late: true, times: 3 }],
  ])('when what the bot says to it %s, and they are told that it went wrong and press again', async (_what, fault) => {
    const [person, before] = [nextMember(), await counted()];
    village.room.faults.addForBot(fault);
    expect(await approve(person)).toEqual({ kind: 'failed', text: 'Noe gikk galt. Prøv igjen.' });
    expect(await approve(person)).toEqual({ kind: 'card' });
    await expectOneMore(person, before);
  });

  test.each<[string, Fault]>([
    ['it is asked to wait', { status: 429, retryAfter: '1' }],
    ['somebody else is at it', { status: 412 }],
    ['it is closed', { status: 503 }],
    ['it is slow', { delayMs: 1500 }],
    ['the line is cut before it has heard', { reset: 'before' }],
    ['the line is cut when it has heard', { reset: 'after' }],
  ])('when the bot then turns to the connector, and %s', async (_what, fault) => {
    const [person, before] = [nextMember(), await counted()];
    village.room.faults.add(fault);
    expect(await approve(person)).toEqual({ kind: 'card' });
    const shared = () => JSON.stringify(village.channel('ssu'));
    await until(async () => expect(shared()).toContain(`${before + 1} av 16`));
    await expectOneMore(person, before);
  });
});

describe('a message is answered once', PATIENCE, () => {
  const answers = (person: string) => village.chat(person).filter(({ from }) => from === 'bot').length;

  test.each<[string, BotFault]>([
    ['delivered twice at the same time', { twice: 'parallel' }],
    ['delivered twice, one after the other', { twice: 'after' }],
    ['sent again because the answer came too late', { late: true }],
  ])('though it is %s', async (_what, fault) => {
    const before = answers('kari');
    village.room.faults.addForBot(fault);
    expect(await village.room.api.say('kari', 'hjelp')).toMatchObject({ delivered: true });
    await until(async () => expect(answers('kari')).toBe(before + 1));
    // whatever else was to come has come before the answer to the next one
    await village.say('kari', 'hjelp');
    expect(answers('kari')).toBe(before + 2);
  });

  test('though it seemed lost, and was sent again by hand', async () => {
    const before = answers('lars');
    village.room.faults.addForBot({ lost: true });
    const { id, delivered } = await village.room.api.say('lars', 'hjelp');
    expect(delivered).toBe(false);
    expect(await village.room.api.sayAgain('lars', id)).toMatchObject({ delivered: true });
    await village.say('lars', 'hjelp');
    expect(answers('lars')).toBe(before + 2);
  });
});
