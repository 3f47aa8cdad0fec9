import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMatterRounds } from '../../bot/matter-rounds.ts';
import { told } from '../../bot/round-told.ts';
import type { Deps } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { done } from '../../store/result.ts';
import type { Round } from '../../store/round/record.ts';
import { answerRound } from '../../store/round/rules.ts';
import { closeRound, liftToMeeting, withdrawRound } from '../../store/round/rules-run.ts';
import { newSak } from '../../store/sak/record.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { committee, majority } from '../support/clauses.ts';
import { aDocument } from '../support/documents.ts';
import { aCommittee, accepted, aPerson, DEADLINE, NOW, REAL_NOW, TENANT } from '../support/records.ts';

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  for (const id of ['kari', 'ola', 'ida', 'jens'])
    await deps.persons.collection.insert(aPerson(id, { name: `${id} vik` }));
});
afterEach(() => store.close());

const turn = { person: aPerson('siv'), receivedAt: NOW };
const item = (sakId: string, overrides = {}) => ({
  sakId,
  number: '12/26',
  title: `Sak ${sakId}`,
  text: 'Bakgrunn.',
  proposal: ['SSU tar saken til orientering.'],
  ...overrides,
});
const open = (items = [item('a'), item('b')], more = {}, on = deps) =>
  openMatterRounds(on, turn, {
    committee: committee(majority),
    items,
    deadline: DEADLINE,
    meetingId: 'meeting-1',
    ...more,
  });
const roundOf = async (id: string) => (await deps.rounds.collection.get(id)) as Round;
const end = (id: string, rule: (round: Round) => Round) =>
  change(deps.rounds.collection, id, (round) => done(rule(round)));
const over = { now: DEADLINE, realNow: REAL_NOW };

describe('the saker of a meeting on e-postrunde', () => {
  test('have a round each, with their own text, of the members as they are called today', async () => {
    expect(await open()).toEqual([
      { sakId: 'a', roundId: 'round_a_1' },
      { sakId: 'b', roundId: 'round_b_1' },
    ]);
    expect(await roundOf('round_b_1')).toMatchObject({
      kind: 'vedtak',
      subject: { kind: 'sak', id: 'b' },
      title: 'Sak b',
      matter: { sak: '12/26', text: 'Bakgrunn.', proposal: ['SSU tar saken til orientering.'] },
      meetingId: 'meeting-1',
      openedBy: 'siv',
      deadline: DEADLINE,
    });
    expect((await roundOf('round_a_1')).seats[0]?.holderName).toBe('kari vik');
  });

  test('are asked of varas who act, and not of seats that are inhabil in that sak', async () => {
    const holders = { 'seat-kari': { holderId: 'vera', holderName: 'Vera', actsFor: 'kari vik' } };
    await open([item('a', { recusedSeatIds: ['seat-ola'] }), item('b')], { holders });
    expect((await roundOf('round_a_1')).waitingFor).toEqual(['vera', 'ida', 'jens']);
    expect((await roundOf('round_b_1')).waitingFor).toEqual(['vera', 'ola', 'ida', 'jens']);
  });

  test('said twice, or by two at once in two processes, are asked about once', async () => {
    const other = await store.connect();
    const both = await Promise.all([open(), open([item('a'), item('b')], {}, other)]);
    expect(both[0]).toEqual(both[1]);
    expect(await open()).toEqual(both[0]);
    expect(await deps.rounds.collection.get('round_a_2')).toBeUndefined();
  });

  test('one that cannot be sent does not keep the others back', async () => {
    expect(await open([item('a', { proposal: [] }), item('b')])).toEqual([
      { sakId: 'a', refusal: 'no-proposal' },
      { sakId: 'b', roundId: 'round_b_1' },
    ]);
  });

  test('a round that was withdrawn gives way to the next one', async () => {
    await open([item('a')]);
    await end('round_a_1', (round) => accepted(withdrawRound(round, 'Feil', 'siv', { now: NOW, realNow: REAL_NOW })));
    expect(await open([item('a')])).toEqual([{ sakId: 'a', roundId: 'round_a_2' }]);
    expect((await roundOf('round_a_2')).number).toBe(2);
  });

  test('a sak that was taken to a meeting can be asked about again when that meeting is not held', async () => {
    await open([item('a')]);
    await end('round_a_1', (round) => accepted(liftToMeeting(accepted(closeRound(round, over)), 'siv', over)));
    expect(await open([item('a')])).toEqual([{ sakId: 'a', roundId: 'round_a_1' }]);
    const later = new Date(DEADLINE.getTime() + 86_400_000);
    expect(await open([item('a')], { meetingId: 'meeting-2', deadline: later })).toEqual([
      { sakId: 'a', roundId: 'round_a_2' },
    ]);
  });

  test('a round that still runs, or was carried, is kept, whichever meeting asks', async () => {
    await open([item('a')]);
    expect(await open([item('a')], { meetingId: 'meeting-2' })).toEqual([{ sakId: 'a', roundId: 'round_a_1' }]);
    await end('round_a_1', (round) => ({ ...round, status: 'approved' }));
    expect(await open([item('a')], { meetingId: 'meeting-2' })).toEqual([{ sakId: 'a', roundId: 'round_a_1' }]);
  });
});

describe('what a round is about', () => {
  test('a sak is decided by the votes', async () => {
    const fields = { id: 'a', tenantId: TENANT, committeeId: 'committee-1', title: 'Sak a', from: 'Siv' };
    await deps.saker.collection.insert(
      newSak({ ...fields, status: 'scheduled', proposedBy: 'siv', form: 'full', number: '12/26' }),
    );
    await open([item('a')]);
    for (const personId of ['kari', 'ola', 'ida', 'jens'])
      await end('round_a_1', (round) =>
        accepted(answerRound(round, { personId, textHash: round.textHashes[0] ?? '', choice: 'for' }, NOW, REAL_NOW)),
      );
    await told.sak(deps, await roundOf('round_a_1'));
    expect(await deps.saker.collection.get('a')).toMatchObject({
      status: 'decided',
      vedtak: ['SSU tar saken til orientering.'],
    });
  });

  test('a document is sent, and a draft again when its round is withdrawn', async () => {
    await deps.documents.collection.insert(aDocument());
    const { collection } = deps.documents;
    const round = { ...(await opened()), subject: { kind: 'document' as const, id: 'document-1' } };
    await told.document(deps, { ...round, version: 1 });
    expect(await collection.get('document-1')).toMatchObject({ state: 'sent', round: { number: 1, version: 1 } });
    expect(await collection.get('document-1')).not.toHaveProperty('draftIn');
    await told.document(deps, { ...round, version: 2, status: 'withdrawn' });
    expect(await collection.get('document-1')).toMatchObject({ state: 'draft', draftIn: 'committee-1' });
  });

  const opened = async () => {
    await open([item('a')], { committee: aCommittee() });
    return roundOf('round_a_1');
  };
});
