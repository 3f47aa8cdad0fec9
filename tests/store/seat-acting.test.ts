import { describe, expect, test } from 'vitest';
import { followSeats as followInBallot } from '../../store/ballot/rules-seats.ts';
import type { Call, Forfall, Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { actFor, actorIn, holdersFor, recusedIn, seatsBy } from '../../store/meeting/rules-acting.ts';
import { moveMeeting } from '../../store/meeting/rules-plan.ts';
import { followSeats } from '../../store/round/rules-seats.ts';
import { votesOn } from '../../store/sak/rules.ts';
import { aMeeting } from '../support/meetings.ts';
import { aBallot } from '../support/minutes-room.ts';
import { aCommittee, accepted, answer, answered, aRound, aSeat, DEADLINE, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const nameOf = (id: string) => id.toUpperCase();
const kari = aSeat('kari');
const vera = { holderId: 'vera', holderName: 'Vera Lund', actsFor: 'KARI' };
const vidar = { name: 'Vidar Moe', personId: 'vidar' };
const vidarActs = { holderId: 'vidar', holderName: 'Vidar Moe', actsFor: 'KARI' };
const member = { holderId: 'kari', holderName: 'KARI' };
const called = (varaId: string, varaName: string, changes: Partial<Call> = {}): Call => ({
  varaId,
  varaName,
  askedAt: NOW,
  answerBy: NOW,
  state: 'accepted',
  ...changes,
});
const forfall = (scope: Scope, changes: Partial<Forfall> = {}): Forfall => ({
  id: `seat-kari:${JSON.stringify(scope)}`,
  seatId: 'seat-kari',
  scope,
  at: NOW,
  by: 'kari',
  calls: [called('vera', 'Vera Lund')],
  ...changes,
});
const whole = forfall({ what: 'whole' });
const inhabil = (changes: Partial<Forfall> = {}) => forfall({ what: 'sak', sakId: 'a' }, changes);
const meeting = (changes: Partial<Meeting> = {}) => aMeeting({ version: 5, ...changes });
const sat = (present: boolean, vara?: { name: string; personId?: string }) => [
  { seatId: 'seat-kari', present, ...(vara && { vara }) },
];
const actor = (changes: Partial<Meeting>, about = {}) => actorIn(meeting(changes), kari, about, nameOf);

describe('who acts for a seat', () => {
  test.each([
    ['nothing was said: its member', {}, {}, member],
    ['a vara has said yes: the vara', { forfall: [whole] }, {}, vera],
    ['the forfall was taken back: its member', { forfall: [{ ...whole, takenBack: true as const }] }, {}, member],
    ['the member is inhabil: nobody', { forfall: [inhabil({ calls: [] })] }, { sakId: 'a' }, 'inhabil'],
    ['the member is inhabil in another sak: its member', { forfall: [inhabil({ calls: [] })] }, { sakId: 'b' }, member],
    ['and no sak is asked about: its member', { forfall: [inhabil()] }, {}, member],
    [
      'another vara was registered in it: that one',
      { forfall: [whole], attendance: sat(true, vidar) },
      {},
      vidarActs(),
    ],
    ['one was registered by name alone: unknown', { attendance: sat(true, { name: 'Eva' }) }, {}, 'unknown'],
    ['the member was there after all: its member', { forfall: [whole], attendance: sat(true) }, {}, member],
    ['it was empty: the vara who had said yes', { forfall: [whole], attendance: sat(false) }, {}, vera],
    [
      'a vara has the sak, and another the meeting: the one of the sak',
      { forfall: [inhabil()], attendance: sat(true, vidar) },
      { sakId: 'a' },
      vera,
    ],
    [
      'the member was there, and is inhabil: nobody, though a vara had said yes to the whole',
      { forfall: [whole, inhabil({ calls: [] })], attendance: sat(true) },
      { sakId: 'a' },
      'inhabil',
    ],
  ])('%s', (_when, changes, about, expected) => {
    expect(actor(changes, about)).toEqual(expected);
  });

  test('of a vacant seat nobody does, until a vara has said yes; they act for no member', () => {
    const { memberId: _nobody, ...vacant } = kari;
    expect(actorIn(meeting(), vacant, {}, nameOf)).toBe('vacant');
    const { actsFor: _member, ...alone } = vera;
    expect(actorIn(meeting({ forfall: [whole] }), vacant, {}, nameOf)).toEqual(alone);
  });
});

test('only seats that somebody else acts for are asked in another person than the member', () => {
  expect(holdersFor(meeting({ forfall: [whole] }), [kari, aSeat('ola')], {}, nameOf)).toEqual({ 'seat-kari': vera });
});

describe('the seats that are inhabil in a sak', () => {
  const recused = (changes: Partial<Meeting>, recusedSeatIds: string[] = ['seat-kari']) =>
    recusedIn(meeting(changes), [kari, aSeat('ola')], { id: 'a', recusedSeatIds });

  test('are those that were marked, save where a vara was called in for it', () => {
    expect(recused({})).toEqual(['seat-kari']);
    expect(recused({ forfall: [inhabil()] })).toEqual([]);
    expect(recused({ forfall: [inhabil({ calls: [] })] })).toEqual(['seat-kari']);
  });

  test('stay so when the vara came for another reason', () => {
    expect(recused({ forfall: [whole] })).toEqual(['seat-kari']);
  });

  test('are those whose member says so, marked or not', () => {
    expect(recused({ forfall: [inhabil({ calls: [] })] }, [])).toEqual(['seat-kari']);
  });
});

describe('a vote in a closed sak', () => {
  const votes = (personId: string, changes: Partial<Meeting>) =>
    votesOn({ id: 'a' }, aCommittee(), personId, meeting(changes));

  test.each([
    ['the vara of the whole meeting', 'vera', [whole], true],
    ['the vara of the sak', 'vera', [inhabil()], true],
    ['the vara of another sak', 'vera', [forfall({ what: 'sak', sakId: 'b' })], false],
    [
      'a vara by the clock, of whom nobody knows which saker',
      'vera',
      [forfall({ what: 'part', from: NOW, sakIds: [] })],
      false,
    ],
    ['a vara whose forfall was taken back', 'vera', [{ ...whole, takenBack: true as const }], false],
    ['a member whose vara comes', 'kari', [whole], true],
    ['a member who is inhabil, whoever acts', 'kari', [inhabil()], false],
    ['a member who speaks without a vote', 'per', [], false],
  ])('%s: %s', (_who, personId, all, expected) => {
    expect(votes(personId, { forfall: all })).toBe(expected);
  });

  test('a vara of a seat without a vote: none', () => {
    const pers = { ...whole, seatId: 'seat-per' };
    expect(votes('vera', { forfall: [pers] })).toBe(false);
  });
});

describe('an act for a seat', () => {
  const act = (personId: string, changes: Partial<Meeting>) =>
    actFor(meeting(changes), { seat: kari, personId, about: {} }, NOW);

  test('is noted of a vara who was called in, once', () => {
    const acted = accepted(act('vera', { forfall: [whole] }));
    expect(acted.forfall?.[0]?.calls[0]?.actedAt).toEqual(NOW);
    expect(accepted(actFor(acted, { seat: kari, personId: 'vera', about: {} }, DEADLINE))).toBe(acted);
  });

  test('is refused of a member whose vara has said yes, and of a vara who has not', () => {
    expect(act('kari', { forfall: [whole] })).toEqual({ ok: false, refusal: 'seat-moved' });
    expect(act('vera', { forfall: [{ ...whole, calls: [called('vera', 'V', { state: 'asked' })] }] })).toEqual({
      ok: false,
      refusal: 'seat-moved',
    });
  });

  test('needs no note of a member, nor of a vara whom the secretariat registered', () => {
    const back = { forfall: [{ ...whole, takenBack: true as const }] };
    expect(accepted(act('kari', back)).forfall).toEqual(back.forfall);
    const registered = { ...back, attendance: sat(true, { name: 'Vidar', personId: 'vidar' }) };
    expect(act('vidar', registered)).toMatchObject({ ok: true });
    expect(act('kari', registered)).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('is nobody’s business where no forfall was ever said', () => {
    const quiet = meeting();
    expect(accepted(actFor(quiet, { seat: kari, personId: 'somebody', about: {} }, NOW))).toBe(quiet);
  });
});

describe('a round whose seats follow its meeting', () => {
  const by = (version: number, forfalls: readonly Forfall[]) =>
    seatsBy(meeting({ version, forfall: [...forfalls] }), [kari, aSeat('ola')], {}, nameOf);
  const follow = (round = aRound(), seats = by(1, [whole]), at = clocks) =>
    accepted(followSeats(round, seats, 'siv', at));

  test('has the vara in the seat, and its answer stands', () => {
    const moved = follow(answered(aRound(), ['kari']));
    expect(moved.seats[0]).toMatchObject({ ...vera, earlierHolders: [member] });
    expect(moved.answers).toMatchObject([{ seatId: 'seat-kari', personId: 'kari' }]);
    expect(answer(moved, 'kari')).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('ends as the newest meeting says, whatever comes first and how often', () => {
    const [came, back] = [by(1, [whole]), by(2, [{ ...whole, takenBack: true }])];
    const inOrder = follow(follow(aRound(), came), back);
    const late = follow(follow(aRound(), back), came);
    expect(inOrder.seats.map(({ holderId }) => holderId)).toEqual(['kari', 'ola']);
    expect(late.seats.map(({ holderId }) => holderId)).toEqual(['kari', 'ola']);
    expect(follow(late, back)).toBe(late);
  });

  test('leaves seats alone with which nobody has had forfall, whoever has them in the committee by now', () => {
    const seats = seatsBy(
      meeting({ version: 1, forfall: [whole] }),
      [kari, { ...aSeat('ola'), memberId: 'new' }],
      {},
      nameOf,
    );
    expect(follow(aRound(), seats).seats[1]).toMatchObject({ holderId: 'ola' });
  });

  test('is left as it is once its deadline has passed', () => {
    const round = aRound();
    expect(follow(round, by(1, [whole]), { ...clocks, now: DEADLINE })).toBe(round);
  });

  test('keeps its last seat, though nobody may act for it', () => {
    const round = aRound();
    const alone = { ...round, seats: round.seats.slice(0, 1) };
    expect(follow(alone, { version: 1, seats: { 'seat-kari': 'inhabil' } }).seats).toEqual(alone.seats);
  });

  test('takes the answer of a seat that is inhabil away, and the wait for it too', () => {
    const aside = follow(answered(aRound(), ['kari']), { version: 1, seats: { 'seat-kari': 'inhabil' } });
    expect(aside).toMatchObject({
      answers: [],
      waitingFor: ['ola'],
      recused: [{ seatId: 'seat-kari', holderName: 'KARI' }],
    });
  });
});

describe('a voting whose seats follow the meeting', () => {
  const seats = { version: 1, seats: { 'seat-kari': vera } };

  test('gives the card to whoever has the seat, once', () => {
    const moved = accepted(followInBallot(aBallot(), seats, 'siv', clocks));
    expect(moved.voters).toMatchObject([{ ...vera, earlierHolderIds: ['kari'] }]);
    expect(moved.outbox).toMatchObject([{ kind: 'personal-card', personId: 'vera' }]);
    expect(accepted(followInBallot(moved, seats, 'siv', clocks))).toBe(moved);
  });

  test('is left as it is once it is closed, and by an older meeting', () => {
    const closed = aBallot({ status: 'closed' });
    expect(accepted(followInBallot(closed, seats, 'siv', clocks))).toBe(closed);
    const newer = aBallot({ heldBy: 2 });
    expect(accepted(followInBallot(newer, seats, 'siv', clocks))).toBe(newer);
  });

  test('keeps a seat that has voted, though its member is inhabil by now', () => {
    const [voter] = aBallot().voters;
    if (voter === undefined) throw new Error('nobody votes');
    const other = { ...voter, seatId: 'seat-ola', holderId: 'ola' };
    const inhabilNow = { version: 1, seats: { 'seat-kari': 'inhabil' as const } };
    const voted = aBallot({ voters: [{ ...voter, votedAt: NOW }, other] });
    expect(accepted(followInBallot(voted, inhabilNow, 'siv', clocks)).voters).toHaveLength(2);
    const silent = accepted(followInBallot(aBallot({ voters: [voter, other] }), inhabilNow, 'siv', clocks));
    expect(silent.voters).toMatchObject([{ seatId: 'seat-ola' }]);
    expect(silent.recused).toMatchObject([{ seatId: 'seat-kari' }]);
  });
});

test('a meeting that is held another day has the seats of its members again, and its rounds hear of it', () => {
  const schedule = { startsAt: new Date('2026-04-15T10:00:00Z'), endsAt: new Date('2026-04-15T12:00:00Z') };
  const before = meeting({ forfall: [whole] });
  const moved = accepted(moveMeeting(before, schedule, aCommittee(), { personId: 'siv' }, clocks));
  expect(moved.outbox).toContainEqual(expect.objectContaining({ kind: 'seat-moved', seatId: 'seat-kari' }));
});
