import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { openRecords } from '../../bot/records.ts';
import { cardActionSchema } from '../../cards/actions.ts';
import { anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { SECRET, startTabService, type TabService } from '../support/tab-service.ts';

const sak = anAcceptedSak('sak-sent', { title: `${SECRET} sak` });

let platform: Platform;
let tab: TabService;
beforeAll(async () => {
  platform = await startPlatform();
  tab = await startTabService(platform, async (engine) => {
    const records = await openRecords(engine);
    await records.saker.collection.insert(sak);
    await records.meetings.collection.insert({ ...aSentMeeting([sak]), id: 'meeting-sent' });
  });
});
afterAll(async () => {
  await tab.close();
  platform.close();
});

/** What a press may name of the committee that Ove is not in. */
const named: Readonly<Record<string, unknown>> = {
  committeeId: 'committee-1',
  meetingId: 'meeting-sent',
  sakId: 'sak-sent',
  otherId: 'sak-closed',
  roundId: 'round-1',
  referatId: 'referat-1',
  tiltakId: 'tiltak-1',
};
/** Whoever likes may propose a sak to any committee of the organisation, and chooses it by its name. */
const FOR_ALL = ['sak.new'];

/** Everything that a button can send, with all that it can name, and with as little of it as it is read with. */
function presses(): readonly Readonly<Record<string, unknown>>[] {
  return cardActionSchema.options.flatMap(({ shape }) => {
    const fields = Object.entries<z.ZodType>(shape);
    const some = fields.flatMap(([key, field]) => {
      const value = [named[key], 0, 'a', true, 'up', 'a'.repeat(64)].find((one) => field.safeParse(one).success);
      return [[key, key === 'verb' ? shape.verb.value : value] as const];
    });
    const least = some.filter(([key]) => !shape[key as 'verb']?.safeParse(undefined).success);
    return [Object.fromEntries(some), Object.fromEntries(least)].filter(
      (one) => cardActionSchema.safeParse(one).success,
    );
  });
}

test('no button of any card tells somebody of another committee anything, whatever they make it name', async () => {
  const tried = new Set<unknown>();
  for (const action of presses()) {
    tried.add(action.verb);
    const { status, text } = await tab.act('ove', `press-${tried.size}-${Object.keys(action).length}`, action);
    expect(status).toBe(200);
    if (!FOR_ALL.includes(String(action.verb))) expect(text, JSON.stringify(action)).not.toContain(SECRET);
    expect(text, JSON.stringify(action)).not.toContain('KARI');
  }
  // but for those that carry lists
  expect(tried.size).toBeGreaterThan(150);
});
