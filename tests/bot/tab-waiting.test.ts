import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireWaitingItem } from '../../bot/tab-api/wire-waiting.ts';
import type { Deps } from '../../bot/turn.ts';
import { newDigest } from '../../store/digest/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { newSetup } from '../../store/setup/record.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { aCall, aForfall } from '../support/called-in.ts';
import { aDocument } from '../support/documents.ts';
import { aCommitteeWithVaras, WHOLE } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { aBallot, aBegunMeeting, aTiltak } from '../support/minutes-room.ts';
import { aNomination } from '../support/nominations.ts';
import { aPlan, aPlanned } from '../support/plans.ts';
import { answered, aPerson, aReferat, aRound, NOW, objection, TENANT, typo } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';
import { readTab } from '../support/tab-reading.ts';

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  for (const id of ['siv', 'lise', 'nina', 'kari', 'ola', 'per', 'vera', 'ove'])
    await deps.persons.collection.insert(aPerson(id));
  await deps.committees.collection.insert(
    aCommitteeWithVaras({ people: ['siv', 'lise', 'nina', 'kari', 'ola', 'per'], varaIds: ['vera', 'viggo', 'odd'] }),
  );
});
afterEach(() => store.close());

const waiting = async (who: string): Promise<readonly WireWaitingItem[]> =>
  (await readTab(deps, who, 'waiting', 'waiting'))?.items ?? [];
/** What waits for somebody, as kind and where it leads. */
const short = async (who: string) =>
  (await waiting(who)).map(({ kind, path, action }) => `${kind} ${path ?? JSON.stringify(action)}`);
const meet = (changes: Partial<Meeting> = {}) =>
  aSentMeeting([], { startsAt: inDays(5), endsAt: new Date(inDays(5).getTime() + 3_600_000), ...changes });

describe('what waits for a member', () => {
  test('is nothing where nothing is asked', async () => {
    for (const who of ['kari', 'vera', 'ove', 'nobody']) expect(await waiting(who)).toEqual([]);
  });

  test('is a round that they have not answered, until they have', async () => {
    await deps.referater.collection.insert(aReferat());
    await deps.rounds.collection.insert(answered(aRound(), ['kari']));
    expect(await waiting('ola')).toEqual([
      {
        kind: 'round',
        title: 'Referat fra møte i SSU',
        what: 'Godkjenn referatet, eller si hva som er galt.',
        due: 'Frist: mandag 9. mars 2026 kl. 15.00',
        committee: 'SSU',
        path: `rounds/${aRound().id}`,
      },
    ]);
    expect(await waiting('kari')).toEqual([]);
    expect(await waiting('per')).toEqual([]);
  });

  test('is a meeting whose agenda was sent, until they have said whether they come', async () => {
    const answers = [{ seatId: 'seat-ola', comes: true, at: NOW, by: 'ola' }];
    await deps.meetings.collection.insert(meet({ answers }));
    expect(await waiting('kari')).toMatchObject([
      { kind: 'meeting', path: 'meetings/meeting-1', due: 'Møtet: lørdag 7. mars 2026 kl. 10.00' },
    ]);
    expect(await waiting('ola')).toEqual([]);
    expect(await waiting('vera')).toEqual([]);
  });

  test('is no meeting whose agenda was not sent, or that is over or cancelled', async () => {
    await deps.meetings.collection.insert(aMeeting({ startsAt: inDays(20), endsAt: inDays(20) }));
    await deps.meetings.collection.insert(meet({ id: 'meeting-2', startsAt: inDays(-1), endsAt: inDays(-1) }));
    const { comingIn: _coming, ...gone } = meet({ id: 'meeting-3', state: 'cancelled' });
    await deps.meetings.collection.insert(gone);
    expect(await waiting('kari')).toEqual([]);
  });

  test('is being asked to come as a vara, until they have answered or somebody else comes', async () => {
    const call = aCall({ state: 'asked', answerBy: inDays(1) });
    const forfall = aForfall(WHOLE, { calls: [call] });
    await deps.meetings.collection.insert(meet({ forfall: [forfall] }));
    expect(await waiting('vera')).toMatchObject([
      {
        kind: 'call',
        due: 'Frist: tirsdag 3. mars 2026 kl. 10.00',
        action: { verb: 'forfall.called', meetingId: 'meeting-1', forfallId: forfall.id },
      },
    ]);
    expect(await short('kari')).toEqual([]);
    await deps.meetings.collection.insert(
      meet({ id: 'meeting-2', forfall: [aForfall(WHOLE, { calls: [aCall({ state: 'declined' })] })] }),
    );
    expect(await waiting('vera')).toHaveLength(1);
  });

  test('is a voting that goes on, until they have voted', async () => {
    await deps.meetings.collection.insert(aBegunMeeting([{ id: 'a' }], { endsAt: inDays(1) }));
    await deps.ballots.collection.insert(aBallot());
    expect(await short('kari')).toEqual(['ballot {"verb":"ballot.show","ballotId":"ballot-1"}']);
    expect(await short('ola')).toEqual([]);
    const voters = aBallot().voters.map((voter) => ({ ...voter, votedAt: NOW }));
    await deps.ballots.collection.insert(aBallot({ id: 'ballot-2', voters }));
    await deps.ballots.collection.insert(aBallot({ id: 'ballot-3', status: 'closed' }));
    expect(await waiting('kari')).toHaveLength(1);
  });

  test('is being asked to propose a vara, and whether one will be one', async () => {
    await deps.nominations.collection.insert(aNomination());
    expect(await short('kari')).toEqual(['nomination {"verb":"nomination.show","nominationId":"nomination-1"}']);
    expect((await waiting('kari'))[0]).toMatchObject({ committee: 'SSU', due: expect.stringContaining('9. mars') });
    expect(await waiting('siv')).toEqual([]);
  });

  test('is a sak that came back to them, and one that they have begun', async () => {
    await deps.saker.collection.insert(aSak({ status: 'returned' }));
    await deps.saker.collection.insert(aDraft({ id: 'sak-2', revision: 1 }));
    expect(await short('ola')).toEqual(['sak saker/sak-1', 'sak {"verb":"sak.edit","sakId":"sak-2"}']);
    expect(await waiting('kari')).toEqual([]);
  });

  test('is a tiltak that is theirs and overdue, once', async () => {
    const own = { ownerKeys: ['person:kari'], contactIds: ['kari'], dueOn: '2026-02-01' };
    await deps.tiltak.collection.insert(aTiltak(own));
    await deps.tiltak.collection.insert(aTiltak({ ...own, id: 'tiltak-2', dueOn: '2026-12-01' }));
    expect(await waiting('kari')).toEqual([
      {
        kind: 'tiltak',
        title: 'Hent tall',
        what: 'Fristen for tiltaket er ute.',
        due: 'Frist: søndag 1. februar 2026',
        isLate: true,
        committee: 'SSU',
        path: 'tiltak/tiltak-1',
      },
    ]);
    expect(await waiting('ola')).toEqual([]);
  });

  test('is a tiltak that they were asked about, once although it is overdue too, until they have answered', async () => {
    const tiltak = aTiltak({ ownerKeys: ['person:kari'], contactIds: ['kari'], dueOn: '2026-02-01' });
    await deps.tiltak.collection.insert(tiltak);
    const items = [{ tiltakId: tiltak.id, want: 'ask' as const, at: inDays(-1) }];
    const digest = newDigest('kari', TENANT);
    await deps.digests.collection.insert({ ...digest, sent: { number: 1, at: inDays(-1), items } });
    expect(await waiting('kari')).toMatchObject([{ what: 'Hvordan går det med tiltaket?', path: 'tiltak/tiltak-1' }]);
    const statuses = [{ at: NOW, by: 'kari', from: 'answer' as const, class: 'done' as const }];
    await deps.tiltak.collection.replace({ ...tiltak, statuses, version: 1 }, 0);
    expect(await waiting('kari')).toEqual([]);
  });

  test('is not every one of very many tiltak, but that there are more', async () => {
    for (let n = 0; n < 35; n++)
      await deps.tiltak.collection.insert(
        aTiltak({ id: `tiltak-${n}`, ownerKeys: ['person:kari'], contactIds: ['kari'], dueOn: '2026-02-01' }),
      );
    const items = await waiting('kari');
    expect(items).toHaveLength(31);
    expect(items.at(-1)).toMatchObject({ title: '5 tiltak til', action: { verb: 'tiltak.home' } });
  });

  test('is a committee that they have begun to set up', async () => {
    const typed = { name: 'Nytt fagutvalg', shortName: 'NFU', members: '' };
    await deps.setups.collection.insert(newSetup({ id: 'setup-1', tenantId: TENANT, by: 'ove', typed }));
    expect(await waiting('ove')).toMatchObject([
      { kind: 'setup', title: 'Nytt fagutvalg', committee: 'NFU', action: { verb: 'setup.edit', setupId: 'setup-1' } },
    ]);
    expect(await waiting('siv')).toEqual([]);
  });
});

describe('what waits for those who run a committee', () => {
  test('is a sak that was sent in, for the vice chair too', async () => {
    await deps.saker.collection.insert(aSak());
    await deps.saker.collection.insert(aSak({ id: 'sak-2', status: 'accepted' }));
    for (const who of ['siv', 'lise', 'nina']) expect(await short(who)).toEqual(['secretariat saker/sak-1']);
    expect(await waiting('kari')).toEqual([]);
  });

  test('is a round that was not decided, and one with an objection', async () => {
    await deps.referater.collection.insert(aReferat({ state: 'undecided' }));
    await deps.rounds.collection.insert({ ...answered(aRound(), ['kari', objection]), id: 'objected' });
    await deps.rounds.collection.insert({ ...answered(aRound(), ['kari', typo]), id: 'typo' });
    await deps.rounds.collection.insert({
      ...aRound(),
      id: 'undecided',
      status: 'undecided',
      deadline: inDays(-1),
      waitingFor: [],
    });
    const lifted = { liftedToMeeting: { at: NOW, by: 'siv' } };
    await deps.rounds.collection.insert({ ...aRound(), id: 'lifted', status: 'undecided', ...lifted, waitingFor: [] });
    expect(await waiting('siv')).toMatchObject([
      { path: 'rounds/undecided', isLate: true, what: 'E-postrunden er ikke avgjort. Velg hva som skal skje videre.' },
      { path: 'rounds/objected', what: 'E-postrunden har 1 innvending som skal behandles.' },
    ]);
    expect(await waiting('nina')).toEqual([]);
  });

  test('is an agenda that is missed when its meeting is near, or that has changed', async () => {
    await deps.meetings.collection.insert(aMeeting({ startsAt: inDays(10), endsAt: inDays(10) }));
    await deps.meetings.collection.insert(aMeeting({ id: 'far', startsAt: inDays(30), endsAt: inDays(30) }));
    await deps.meetings.collection.insert(meet({ id: 'changed', agendaRevision: 2, answers: [] }));
    await deps.meetings.collection.insert(meet({ id: 'sent' }));
    expect((await waiting('siv')).map(({ path, what }) => [path, what])).toEqual([
      ['meetings/changed', 'Sakslisten er endret etter at den ble sendt.'],
      ['meetings/meeting-1', 'Sakslisten er ikke sendt.'],
    ]);
  });

  test('is a meeting that has begun, and one that was held without a referat', async () => {
    await deps.meetings.collection.insert(aBegunMeeting([]));
    const held = { state: 'held' as const, heldIn: 'committee-1', startsAt: inDays(-8), endsAt: inDays(-8) };
    const { comingIn: _coming, ...over } = aMeeting({ id: 'held', ...held });
    await deps.meetings.collection.insert(over);
    await deps.meetings.collection.insert({ ...over, id: 'written', startsAt: inDays(-4), endsAt: inDays(-4) });
    await deps.referater.collection.insert(aReferat({ meetingOn: '2026-02-26', state: 'published' }));
    expect(await short('siv')).toEqual([
      'secretariat {"verb":"minutes.show","meetingId":"meeting-1"}',
      'secretariat {"verb":"minutes.show","meetingId":"held"}',
    ]);
    expect(await waiting('nina')).toEqual([]);
  });

  test('is a referat and a document that are begun, and a referat that is approved and not published', async () => {
    await deps.referater.collection.insert(aReferat());
    await deps.referater.collection.insert(aReferat({ id: 'approved', state: 'approved', meetingOn: '2026-01-05' }));
    await deps.referater.collection.insert(aReferat({ id: 'asked', state: 'circulating', meetingOn: '2026-01-06' }));
    await deps.documents.collection.insert({ ...aDocument(), id: 'document-1', draftIn: 'committee-1' });
    expect((await short('lise')).toSorted()).toEqual([
      'secretariat {"verb":"document.edit","documentId":"document-1"}',
      'secretariat {"verb":"referat.edit","referatId":"referat-1"}',
      'secretariat {"verb":"referat.show","referatId":"approved"}',
    ]);
  });

  test('is a plan whose owners nobody has found', async () => {
    await deps.plans.collection.insert(aPlan());
    await deps.tiltak.collection.insert(aPlanned(1, { owner: 'Alle', ownerKeys: [] }));
    expect(await waiting('siv')).toMatchObject([
      { kind: 'secretariat', title: aPlan().name, action: { verb: 'plan.ask', planId: 'plan-1' } },
    ]);
    expect(await waiting('kari')).toEqual([]);
  });

  test('is nothing of a committee that is closed', async () => {
    const closed = { life: { closed: { at: NOW, by: 'siv' } } };
    await deps.committees.collection.insert(
      aCommitteeWithVaras({
        id: 'committee-9',
        people: ['ove'],
        roles: { chairId: 'ove', secretariatIds: ['ove'] },
        ...closed,
      }),
    );
    await deps.saker.collection.insert(aSak({ committeeId: 'committee-9', openIn: 'committee-9' }));
    expect(await waiting('ove')).toEqual([]);
  });
});

test('what is late comes first, then by its time, then what has none', async () => {
  await deps.saker.collection.insert(aDraft({ draftOf: 'kari', revision: 1 }));
  await deps.meetings.collection.insert(meet());
  await deps.referater.collection.insert(aReferat());
  await deps.rounds.collection.insert(aRound());
  await deps.tiltak.collection.insert(
    aTiltak({ ownerKeys: ['person:kari'], contactIds: ['kari'], dueOn: '2026-02-01' }),
  );
  // goes on, however long ago it was opened
  await deps.meetings.collection.insert(aBegunMeeting([{ id: 'a' }], { id: 'meeting-2', endsAt: inDays(1) }));
  await deps.ballots.collection.insert(aBallot({ meetingId: 'meeting-2', openedAt: new Date('2026-01-15T09:00:00Z') }));
  const items = await waiting('kari');
  expect(items.map(({ kind }) => kind)).toEqual(['tiltak', 'ballot', 'meeting', 'round', 'sak']);
  expect(items.map(({ isLate }) => isLate ?? false)).toEqual([true, false, false, false, false]);
});
