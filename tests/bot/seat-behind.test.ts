import { afterEach, beforeEach, expect, test } from 'vitest';
import { actInRound } from '../../bot/seats-act.ts';
import { meetingKey } from '../../store/meeting/rules-plan.ts';
import { sayings, withVaras } from '../support/called-in.ts';
import { aCirculation, type Circulation, inChat, ROUND } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { DEADLINE, NOW } from '../support/records.ts';

let bot: Circulation;
beforeEach(async () => {
  bot = await aCirculation();
});
afterEach(() => bot.end());

const holders = async () => (await bot.round()).seats.map(({ holderId }) => holderId);
const kariAnswers = async () => {
  const textHash = (await bot.round()).textHashes.at(-1) ?? '';
  return actInRound(bot.deps, ROUND, { personId: 'kari', textHash, choice: 'approve' }, { receivedAt: NOW });
};

test('the meeting of a round is looked for again where there was none: its vara has the seat from then on', async () => {
  await bot.open(['kari', 'ola', 'vera'].map(inChat), withVaras());
  await kariAnswers();
  const during = { startsAt: new Date('2026-02-26T10:00:00Z'), endsAt: new Date(DEADLINE.getTime() + 1) };
  await bot.deps.meetings.collection.insert(aMeeting({ ...during, keys: [meetingKey('committee-1', '2026-02-26')] }));
  await sayings(bot.deps).veraComes();
  await kariAnswers();
  expect(await holders()).toEqual(['kari', 'ola']);
  bot.clock.realNow = new Date(bot.clock.realNow.getTime() + 10_000);
  await kariAnswers();
  expect(await holders()).toEqual(['vera', 'ola']);
});
