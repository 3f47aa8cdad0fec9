import { describe, expect, test } from 'vitest';
import type { Ballot, Vote } from '../../store/ballot/record.ts';
import {
  askAgain,
  castVote,
  closeBallot,
  countOf,
  noteUnreached,
  reachVoter,
  voteOf,
} from '../../store/ballot/rules.ts';
import { ballotIdFor, entitledTo, MAX_QUESTION, type Opening, openBallot } from '../../store/ballot/rules-open.ts';
import { aBegunMeeting, aNumberedSak } from '../support/minutes-room.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const LATER = new Date(NOW.getTime() + 60_000);
const { memberId: _vacant, ...VACANT } = aSeat('ledig');
const committee = aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('per', { voting: false }), VACANT] });
const sak = aNumberedSak('a');
const closed = { ...sak, closed: true as const };
const meeting = aBegunMeeting([sak]);
const base: Opening = {
  meeting,
  committee,
  sak,
  number: 1,
  question: 'SSU støtter forslaget.',
  secret: false,
  openedBy: 'siv',
  nameOf: (id) => id.toUpperCase(),
};
const open = (changes: Partial<Opening> = {}) => openBallot({ ...base, ...changes }, clocks);
const openly = () => accepted(open());
const secretly = () => accepted(open({ sak: closed, secret: true }));
const cast = (ballot: Ballot, personId: string, vote: Vote, now = LATER) => castVote(ballot, personId, vote, now);
const voted = (ballot: Ballot, ...votes: readonly (readonly [string, Vote])[]) =>
  votes.reduce((current, [personId, vote]) => accepted(cast(current, personId, vote)), ballot);
const sat = (seatId: string, present: boolean, vara?: { name: string; personId?: string }) => ({
  seatId,
  present,
  ...(vara && { vara }),
});
const seatsIn = (changes: Partial<Opening>) => {
  const { voters, recused, unknown } = entitledTo({ ...base, ...changes }, NOW);
  const ids = (seats: readonly { readonly seatId: string }[]) => seats.map(({ seatId }) => seatId);
  return [ids(voters), ids(recused), ids(unknown)];
};

describe('opening a voting', () => {
  test('asks the filled seats with a vote, each on a card of its own', () => {
    expect(openly()).toMatchObject({
      id: ballotIdFor('meeting-1', 'a', 1),
      question: 'SSU støtter forslaget.',
      secret: false,
      status: 'open',
      openedBy: 'siv',
      openedAt: NOW,
      voters: [
        { seatId: 'seat-kari', seatName: 'kari kommune', holderId: 'kari', holderName: 'KARI' },
        { seatId: 'seat-ola', holderId: 'ola' },
      ],
      recused: [],
    });
    expect(openly().outbox).toMatchObject([
      {
        kind: 'personal-card',
        key: 'ballot-card:kari',
        personId: 'kari',
        view: { view: 'ballot', ballotId: openly().id },
        dueAt: REAL_NOW,
      },
      { personId: 'ola' },
    ]);
    expect(openly().history).toEqual([{ at: NOW, by: 'siv', what: 'opened' }]);
    expect(openly()).not.toHaveProperty('unknown');
  });

  test('whoever has two seats gets one card', () => {
    const both = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' })] });
    expect(accepted(open({ committee: both })).outbox).toHaveLength(1);
  });

  test.each([
    ['all, while nobody has registered who was there', {}, [['seat-kari', 'seat-ola'], [], []]],
    [
      'those who were there, once it is registered',
      { meeting: { ...meeting, attendance: [sat('seat-kari', true), sat('seat-ola', false), sat('seat-per', true)] } },
      [['seat-kari'], [], []],
    ],
    ['not the inhabile', { sak: { ...sak, recusedSeatIds: ['seat-ola'] } }, [['seat-kari'], ['seat-ola'], []]],
    [
      'not a vara whom nobody knows',
      { meeting: { ...meeting, attendance: [sat('seat-kari', true, { name: 'Vera' }), sat('seat-ola', true)] } },
      [['seat-ola'], [], ['seat-kari']],
    ],
    [
      'a vara, also of a vacant seat',
      { meeting: { ...meeting, attendance: [sat('seat-ledig', true, { name: 'Vera', personId: 'vera' })] } },
      [['seat-ledig'], [], []],
    ],
    [
      'nobody for an inhabil seat, neither its vara',
      {
        sak: { ...sak, recusedSeatIds: ['seat-kari'] },
        meeting: { ...meeting, attendance: [sat('seat-kari', true, { name: 'Vera' })] },
      },
      [[], ['seat-kari'], []],
    ],
  ])('entitled are %s', (_what, changes, seats) => {
    expect(seatsIn(changes)).toEqual(seats);
  });

  test('a vara votes for the seat it acts for, under its own name', () => {
    const attendance = [
      sat('seat-kari', true, { name: 'Vera', personId: 'vera' }),
      sat('seat-ledig', true, { name: 'Vera', personId: 'vera' }),
    ];
    const { voters } = accepted(open({ meeting: { ...meeting, attendance } }));
    expect(voters).toEqual([
      { seatId: 'seat-kari', seatName: 'kari kommune', holderId: 'vera', holderName: 'Vera', actsFor: 'KARI' },
      { seatId: 'seat-ledig', seatName: 'ledig kommune', holderId: 'vera', holderName: 'Vera' },
    ]);
  });

  test('names those who cannot vote here', () => {
    const attendance = [sat('seat-kari', true, { name: 'Vera' }), sat('seat-ola', true)];
    expect(accepted(open({ meeting: { ...meeting, attendance } })).unknown).toEqual([
      { seatId: 'seat-kari', seatName: 'kari kommune' },
    ]);
  });

  test.each([
    ['by a member', { openedBy: 'kari' }, 'not-for-you'],
    ['before the meeting begins', { meeting: { ...meeting, startsAt: LATER } }, 'meeting-not-begun'],
    ['about a sak that is not on the agenda', { sak: aNumberedSak('x') }, 'sak-not-on-agenda'],
    ['about nothing', { question: ' \n ' }, 'question-missing'],
    ['about too much', { question: 'x'.repeat(MAX_QUESTION + 1) }, 'question-too-long'],
    ['in secret about an open sak', { secret: true }, 'secret-only-closed'],
    ['with nobody there', { meeting: { ...meeting, attendance: [sat('seat-kari', false)] } }, 'nobody-votes'],
  ])('is refused %s', (_what, changes, refusal) => {
    expect(open(changes as Partial<Opening>)).toEqual({ ok: false, refusal });
  });

  test('is taken with as long a question as may be, and openly about a closed sak', () => {
    expect(open({ question: 'x'.repeat(MAX_QUESTION) }).ok).toBe(true);
    expect(accepted(open({ sak: closed }))).toMatchObject({ secret: false });
  });
});

describe('an open voting', () => {
  test('keeps who voted what and when', () => {
    const after = voted(openly(), ['kari', 'for']);
    expect(after.votes).toEqual([{ seatId: 'seat-kari', vote: 'for', at: LATER, by: 'kari' }]);
    expect(after.voters[0]).toMatchObject({ votedAt: LATER });
    expect(after.voters[1]).not.toHaveProperty('votedAt');
    expect(after.history.at(-1)).toEqual({ at: LATER, by: 'kari', what: 'voted-for', seatId: 'seat-kari' });
    expect(voteOf(after, 'kari')).toEqual({ vote: 'for', isOwn: true });
    expect(voteOf(after, 'ola')).toBeUndefined();
    expect(voteOf(after, 'per')).toBeUndefined();
  });

  test('counts the newest vote of each seat, and the same vote again not at all', () => {
    const once = voted(openly(), ['kari', 'for'], ['ola', 'abstain']);
    expect(accepted(cast(once, 'kari', 'for'))).toBe(once);
    expect(countOf(voted(once, ['kari', 'against']))).toEqual({ for: 0, against: 1, abstain: 1, silent: 0 });
    expect(countOf(openly())).toEqual({ for: 0, against: 0, abstain: 0, silent: 2 });
  });

  test('takes one vote for every seat of whoever has several', () => {
    const both = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const ballot = accepted(open({ committee: both }));
    const after = voted(ballot, ['ola', 'against'], ['kari', 'for']);
    expect(countOf(after)).toEqual({ for: 2, against: 1, abstain: 0, silent: 0 });
  });

  test('takes none from a stranger, and none when it is over', () => {
    expect(cast(openly(), 'per', 'for')).toEqual({ ok: false, refusal: 'not-voting' });
    const over = accepted(closeBallot(openly(), committee, 'siv', clocks));
    expect(cast(over, 'kari', 'for')).toEqual({ ok: false, refusal: 'voting-closed' });
  });
});

describe('a secret voting', () => {
  test('keeps sums and that a seat has voted, without a time or a line in the history', () => {
    const after = voted(secretly(), ['kari', 'against']);
    expect(after).toEqual({
      ...secretly(),
      counted: { for: 0, against: 1, abstain: 0 },
      voters: [{ ...secretly().voters[0], votedAt: NOW }, secretly().voters[1]],
    });
    expect(voteOf(after, 'kari')).toBeUndefined();
    expect(countOf(after)).toEqual({ for: 0, against: 1, abstain: 0, silent: 1 });
  });

  test('is the same record whoever of two voted what', () => {
    const one = voted(secretly(), ['kari', 'for'], ['ola', 'against']);
    const other = voted(secretly(), ['ola', 'for'], ['kari', 'against']);
    expect(one).toEqual(other);
  });

  test('takes a vote once: neither the same nor another afterwards', () => {
    const after = voted(secretly(), ['kari', 'for']);
    for (const vote of ['for', 'against'] as const)
      expect(cast(after, 'kari', vote)).toEqual({ ok: false, refusal: 'voted-in-secret' });
  });

  test('counts every seat of whoever has several', () => {
    const both = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' })] });
    const ballot = accepted(open({ committee: both, sak: closed, secret: true }));
    expect(countOf(voted(ballot, ['kari', 'abstain']))).toEqual({ for: 0, against: 0, abstain: 2, silent: 0 });
  });
});

describe('the end of a voting', () => {
  test('is said by whoever runs it, once', () => {
    const over = accepted(closeBallot(openly(), committee, 'lise', { ...clocks, now: LATER }));
    expect(over).toMatchObject({ status: 'closed', closedAt: LATER });
    expect(over.history.at(-1)).toEqual({ at: LATER, by: 'lise', what: 'closed' });
    expect(accepted(closeBallot(over, committee, 'siv', clocks))).toBe(over);
    expect(closeBallot(openly(), committee, 'kari', clocks)).toEqual({ ok: false, refusal: 'not-for-you' });
    const other = aCommittee({ id: 'other' });
    expect(closeBallot(openly(), other, 'siv', clocks)).toEqual({ ok: false, refusal: 'not-for-you' });
  });
});

describe('asking again', () => {
  test('goes to those who have not voted, under a key of its own', () => {
    const asked = accepted(askAgain({ ...voted(openly(), ['kari', 'for']), outbox: [] }, committee, 'siv', clocks));
    expect(asked.outbox).toMatchObject([
      {
        kind: 'personal-card',
        key: 'ballot-card:ola:1',
        personId: 'ola',
        view: { view: 'ballot', ballotId: openly().id },
      },
    ]);
    expect(asked.emitted).toBe(1);
    expect(asked.history.at(-1)).toMatchObject({ by: 'siv', what: 'asked-again' });
  });

  test('is for whoever runs it, while it lasts', () => {
    const over = accepted(closeBallot(openly(), committee, 'siv', clocks));
    expect(askAgain(over, committee, 'siv', clocks)).toEqual({ ok: false, refusal: 'voting-closed' });
    expect(askAgain(openly(), committee, 'kari', clocks)).toEqual({ ok: false, refusal: 'not-for-you' });
    expect(askAgain(openly(), aCommittee({ id: 'other' }), 'siv', clocks)).toEqual({
      ok: false,
      refusal: 'not-for-you',
    });
  });

  test('whom the card does not reach is named once', () => {
    const once = noteUnreached(openly(), 'ola');
    expect(once.unreached).toEqual(['ola']);
    expect(noteUnreached(once, 'ola')).toBe(once);
    expect(noteUnreached(once, 'kari').unreached).toEqual(['ola', 'kari']);
  });

  test('whom it did not reach gets it at once when they come, while they may still vote', () => {
    const lost = noteUnreached(noteUnreached({ ...openly(), outbox: [] }, 'ola'), 'kari');
    const reached = accepted(reachVoter(lost, 'ola', clocks));
    expect(reached.unreached).toEqual(['kari']);
    expect(reached.outbox).toMatchObject([
      { kind: 'personal-card', personId: 'ola', view: { view: 'ballot', ballotId: lost.id }, dueAt: REAL_NOW },
    ]);
    expect(accepted(reachVoter(reached, 'kari', clocks))).not.toHaveProperty('unreached');
    const keys = accepted(reachVoter(reached, 'kari', clocks)).outbox.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    const refused = { ok: false, refusal: 'nothing-to-ask' };
    expect(reachVoter(reached, 'ola', clocks)).toEqual(refused);
    expect(reachVoter(openly(), 'ola', clocks)).toEqual(refused);
    expect(reachVoter({ ...lost, status: 'closed' }, 'ola', clocks)).toEqual(refused);
    expect(reachVoter(accepted(cast(lost, 'ola', 'for')), 'ola', clocks)).toEqual(refused);
  });
});
