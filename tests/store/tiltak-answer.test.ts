import { describe, expect, test } from 'vitest';
import { registeredText } from '../../cards/text/digest.ts';
import { readAnswer, type TypedAnswer } from '../../store/tiltak/rules-answer.ts';
import { answerersOf, askedOf, ownerCommitteeId } from '../../store/tiltak/rules-contacts.ts';
import { handOver } from '../../store/tiltak/rules-hand-over.ts';
import { answerStatus, saidSince, snooze } from '../../store/tiltak/rules-status.ts';
import { ofKari } from '../support/chase.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const read = (typed: TypedAnswer, nextMeetingOn: string | undefined = '2026-04-14') =>
  readAnswer(typed, { now: NOW, nextMeetingOn });
const kari = { personId: 'kari', from: 'answer' } as const;

describe('an answer is read as', () => {
  test.each<[string, TypedAnswer, object]>([
    ['nothing, where nothing is filled in', { class: '', text: ' \n', due: '' }, { kind: 'none' }],
    [
      'a class with prose',
      { class: 'in-progress', text: ' To møter\r\ner holdt ' },
      { kind: 'status', input: { class: 'in-progress', text: 'To møter\ner holdt' } },
    ],
    [
      'a class with a new date',
      { class: 'delayed', due: 'juni 2026' },
      { kind: 'status', input: { class: 'delayed', due: 'juni 2026', dueOn: '2026-06-30' } },
    ],
    [
      'the committee’s next meeting',
      { class: 'delayed', due: 'neste møte' },
      { kind: 'status', input: { class: 'delayed', due: 'neste møte', dueOn: '2026-04-14' } },
    ],
    [
      'work that goes on',
      { class: 'in-progress', due: 'fortløpende' },
      { kind: 'status', input: { class: 'in-progress', due: 'fortløpende' } },
    ],
    [
      'others, named in the prose',
      { class: 'by-others', text: 'FSU BU' },
      { kind: 'status', input: { class: 'by-others', byOthers: 'FSU BU' } },
    ],
    [
      'others, named by themselves',
      { class: 'by-others', text: 'Etter møtet', byOthers: 'FSU BU' },
      { kind: 'status', input: { class: 'by-others', text: 'Etter møtet', byOthers: 'FSU BU' } },
    ],
    ['a wish to be asked later', { class: 'snooze', text: 'Nå er det travelt' }, { kind: 'snooze' }],
    ['somebody else’s', { class: 'not-mine', text: ' Ola  Brekke ' }, { kind: 'not-mine', name: 'Ola Brekke' }],
  ])('%s', (_what, typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });

  test('the committee’s next meeting only where one is planned', () => {
    const typed = { class: 'delayed', due: 'neste møte' };
    expect(readAnswer(typed, { now: NOW, nextMeetingOn: undefined })).toEqual({
      kind: 'problem',
      problem: 'due-no-meeting',
    });
  });

  test.each<[string, TypedAnswer]>([
    ['class-missing', { text: 'Vi er i gang' }],
    ['class-missing', { class: 'finished' }],
    ['class-missing', { due: '31.12.26' }],
    ['by-others-missing', { class: 'by-others' }],
    ['by-others-too-long', { class: 'by-others', text: 'x'.repeat(1001) }],
    ['status-too-long', { class: 'done', text: 'x'.repeat(4001) }],
    ['due-too-long', { class: 'done', due: 'x'.repeat(201) }],
    ['due-no-day', { class: 'delayed', due: '31.02.27' }],
    ['due-no-year', { class: 'delayed', due: '12. april' }],
    ['due-unknown', { class: 'delayed', due: 'snart' }],
    ['due-passed', { class: 'delayed', due: '01.03.26' }],
  ])('the problem %s', (problem, typed) => {
    expect(read(typed)).toEqual({ kind: 'problem', problem });
  });

  test('a date that is today', () => {
    expect(read({ class: 'delayed', due: '02.03.26' })).toMatchObject({
      kind: 'status',
      input: { dueOn: '2026-03-02' },
    });
  });
});

describe('what somebody says of a tiltak', () => {
  const silent = {
    ...ofKari(),
    asks: [{ at: NOW, personId: 'kari', digest: 1 }],
    silentToldAt: NOW,
    silentDecided: { what: 'leave', at: NOW, by: 'siv' },
    unreached: { personId: 'kari', at: NOW, why: 'blocked' },
    snoozedUntil: '2026-03-20',
  } as const;

  test.each([
    ['an answer', () => answerStatus({ ...silent, asks: [...silent.asks] }, { class: 'in-progress' }, kari, NOW)],
    ['a wish to be asked later', () => snooze({ ...silent, asks: [...silent.asks] }, 'kari', NOW)],
  ])('forgets what came of silence: %s', (_what, say) => {
    const said = accepted(say());
    expect(said.asks).toEqual([]);
    for (const gone of ['silentToldAt', 'silentDecided', 'unreached']) expect(said).not.toHaveProperty(gone);
  });

  test('is not written over what was said since and they have not seen', () => {
    const other = accepted(answerStatus(ofKari(), { class: 'done' }, { personId: 'siv', from: 'registered' }, NOW));
    expect(answerStatus(other, { class: 'delayed' }, { ...kari, seen: 0 }, NOW)).toEqual({
      ok: false,
      refusal: 'tiltak-answered',
    });
    expect(accepted(answerStatus(other, { class: 'delayed' }, { ...kari, seen: 1 }, NOW)).statuses).toHaveLength(2);
    expect(saidSince(other, 0)).toMatchObject({ class: 'done', by: 'siv' });
    expect(saidSince(other, 1)).toBeUndefined();
    expect(saidSince(other, undefined)).toBeUndefined();
  });

  test('is written once though its press comes again an hour later, and twice where it is said again', () => {
    const once = accepted(answerStatus(ofKari(), { class: 'in-progress' }, { ...kari, seen: 0 }, NOW));
    const later = new Date(NOW.getTime() + 3_600_000);
    expect(accepted(answerStatus(once, { class: 'in-progress' }, { ...kari, seen: 0 }, later))).toBe(once);
    expect(accepted(answerStatus(once, { class: 'in-progress' }, { ...kari, seen: 1 }, later)).statuses).toHaveLength(
      2,
    );
    expect(accepted(answerStatus(once, { class: 'in-progress' }, kari, NOW))).toBe(once);
  });

  test('with another class takes an undecided proposal back, and done is no longer open in its committee', () => {
    const unclear = accepted(answerStatus(ofKari(), { class: 'unclear' }, kari, NOW));
    expect(unclear.proposal).toMatchObject({ kind: 'clarify', by: 'kari' });
    const deleting = accepted(answerStatus(unclear, { class: 'delete-proposed' }, kari, NOW));
    expect(deleting).toMatchObject({ proposal: { kind: 'delete' }, state: 'open' });
    const done = accepted(answerStatus(deleting, { class: 'done' }, kari, NOW));
    expect(done).not.toHaveProperty('proposal');
    expect(done).not.toHaveProperty('openIn');
  });

  test('keeps what the due time was', () => {
    const dated = accepted(
      answerStatus(
        ofKari({ due: 'våren 2026', dueOn: '2026-05-31' }),
        { class: 'delayed', due: 'fortløpende' },
        kari,
        NOW,
      ),
    );
    expect(dated).not.toHaveProperty('dueOn');
    expect(dated.history.map(({ what, was }) => [what, was])).toContainEqual(['due', 'våren 2026']);
  });

  test('is refused once the tiltak is closed', () => {
    const closed = { ...ofKari(), state: 'closed' } as const;
    for (const result of [answerStatus(closed, { class: 'done' }, kari, NOW), snooze(closed, 'kari', NOW)])
      expect(result).toEqual({ ok: false, refusal: 'tiltak-closed' });
  });
});

describe('«Ikke mitt ansvar»', () => {
  const contacts = { secretariatIds: ['siv'], chairId: 'lise' };
  const give = (to?: string, by = 'kari', isTheirs = true) =>
    handOver(ofKari(), { by, to, isTheirs, contacts }, clocks);

  test('asks whoever is named, at once, and nothing of the silence before counts', () => {
    const given = accepted(
      handOver(
        { ...ofKari(), asks: [{ at: NOW, personId: 'kari', digest: 1 }], silentToldAt: NOW },
        { by: 'kari', to: 'ola', isTheirs: true, contacts },
        clocks,
      ),
    );
    expect(given).toMatchObject({
      contactIds: ['ola'],
      ownerKeys: ['person:ola'],
      asks: [],
      handedOver: { by: 'kari', to: 'ola' },
      askDueAt: new Date('2026-03-02T07:00:00Z'),
    });
    expect(given).not.toHaveProperty('silentToldAt');
    expect(given.history.at(-1)).toMatchObject({ what: 'handed-over', by: 'kari', onBehalfOf: 'ola' });
    expect(accepted(handOver(given, { by: 'kari', to: 'ola', isTheirs: false, contacts }, clocks))).toBe(given);
  });

  test('asks the secretariat where nobody is named, and nobody else; the owner as written stays', () => {
    const owned = ofKari({ owner: 'FSU BU', contactIds: [], ownerRef: { kind: 'committee', committeeId: 'c' } });
    const given = accepted(handOver(owned, { by: 'kari', isTheirs: true, contacts }, clocks));
    expect(given).toMatchObject({
      owner: 'FSU BU',
      ownerKeys: [],
      outbox: [{ kind: 'digest-wants', personId: 'siv', want: 'owner' }],
    });
    for (const gone of ['ownerRef', 'contactIds', 'askDueAt']) expect(given).not.toHaveProperty(gone);
    expect(accepted(handOver(given, { by: 'kari', isTheirs: false, contacts }, clocks))).toBe(given);
  });

  test('takes only whoever says so out of several who are named; the others go on, and are not asked anew', () => {
    const asks = ['kari', 'per'].map((personId) => ({ personId, digest: 1, at: NOW }));
    const both = { ...ofKari({ contactIds: ['kari', 'per'] }), asks };
    const given = accepted(handOver(both, { by: 'kari', to: 'ola', isTheirs: true, contacts }, clocks));
    expect(given).toMatchObject({
      contactIds: ['per', 'ola'],
      ownerKeys: ['person:per', 'person:ola'],
      asks: [{ personId: 'per' }],
      outbox: [{ kind: 'digest-wants', personId: 'ola', want: 'ask' }],
      askDueAt: new Date('2026-03-09T07:00:00Z'),
    });
    expect(accepted(handOver(given, { by: 'kari', to: 'ola', isTheirs: true, contacts }, clocks))).toBe(given);
    const left = accepted(handOver(both, { by: 'kari', isTheirs: true, contacts }, clocks));
    expect(left).toMatchObject({ contactIds: ['per'], ownerKeys: ['person:per'], outbox: [] });
    expect(registeredText(left, (id) => id, '2026-03-02')).toBe('Andre har ansvaret');
    expect(accepted(handOver(left, { by: 'kari', isTheirs: true, contacts }, clocks))).toBe(left);
    // to one of them: they have been asked
    const joined = accepted(handOver(both, { by: 'kari', to: 'per', isTheirs: true, contacts }, clocks));
    expect(joined).toMatchObject({ contactIds: ['per'], asks: [{ personId: 'per' }], outbox: [] });
  });

  test('asks nobody about what is done', () => {
    const finished = accepted(answerStatus(ofKari(), { class: 'done' }, kari, NOW));
    for (const to of ['ola', undefined]) {
      const given = accepted(handOver(finished, { by: 'kari', to, isTheirs: true, contacts }, clocks));
      expect(given).toMatchObject({ handedOver: { by: 'kari' }, outbox: [] });
      expect(given).not.toHaveProperty('askDueAt');
    }
  });

  test('is no way to keep it; the secretariat may take it itself', () => {
    expect(give('kari')).toEqual({ ok: false, refusal: 'handed-to-self' });
    expect(accepted(give('siv', 'siv', false)).contactIds).toEqual(['siv']);
    expect(handOver({ ...ofKari(), state: 'closed' }, { by: 'kari', isTheirs: true, contacts }, clocks)).toEqual({
      ok: false,
      refusal: 'tiltak-closed',
    });
  });
});

describe('who answers for a tiltak', () => {
  const owner = aCommittee({ roles: { chairId: 'lise', viceChairId: 'nina', secretariatIds: ['siv', 'lise'] } });
  const committee = { ownerRef: { kind: 'committee', committeeId: 'committee-1' } } as const;
  const role = (one: 'chair' | 'viceChair' | 'secretariat') =>
    ({ ownerRef: { kind: 'role', committeeId: 'committee-1', role: one } }) as const;

  test.each([
    ['is whoever is named', () => answerersOf({ contactIds: ['ola', 'per'], ...committee }, owner), ['ola', 'per']],
    [
      'is the person who owns it',
      () => answerersOf({ ownerRef: { kind: 'person', personId: 'ola' } }, undefined),
      ['ola'],
    ],
    [
      'are chair, vice chair and secretariat of the committee',
      () => answerersOf(committee, owner),
      ['lise', 'nina', 'siv'],
    ],
    ['is the chair', () => answerersOf(role('chair'), owner), ['lise']],
    ['is the vice chair', () => answerersOf(role('viceChair'), owner), ['nina']],
    ['is the secretariat', () => answerersOf(role('secretariat'), owner), ['siv', 'lise']],
    [
      'is nobody where the role is vacant',
      () => answerersOf(role('chair'), aCommittee({ roles: { secretariatIds: [] } })),
      [],
    ],
    ['is nobody where the committee is gone', () => answerersOf(committee, undefined), []],
    ['is nobody where nothing says so', () => answerersOf({}, undefined), []],
  ])('%s', (_who, answerers, expected) => {
    expect(answerers()).toEqual(expected);
  });

  test('of a committee the first who exists is asked; of those who are named everybody', () => {
    expect(askedOf(committee, owner, (id) => id !== 'lise')).toEqual(['nina']);
    expect(askedOf(committee, owner, () => false)).toEqual([]);
    expect(askedOf({ contactIds: ['ola', 'per', 'gone'] }, undefined, (id) => id !== 'gone')).toEqual(['ola', 'per']);
    expect(ownerCommitteeId(committee)).toBe('committee-1');
    expect(ownerCommitteeId({ ownerRef: { kind: 'person', personId: 'ola' } })).toBeUndefined();
    expect(ownerCommitteeId({})).toBeUndefined();
  });
});
