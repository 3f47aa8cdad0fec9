import { describe, expect, test } from 'vitest';
import type { ApprovalRule } from '../../store/committee/record.ts';
import type { Choice, Round } from '../../store/round/record.ts';
import { answerRound, registerAnswer, undoRegistration } from '../../store/round/rules.ts';
import { isVotedDown, tally } from '../../store/round/rules-count.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import { closeRound, extendRound, liftToMeeting, remindNow, withdrawRound } from '../../store/round/rules-run.ts';
import { all, consensus, everyone, majority, silent, three } from '../support/clauses.ts';
import { afterSaying, anInnspill, aVote, clocks, says } from '../support/matter-rounds.ts';
import { accepted, answer, aRound, DEADLINE, delivered, NOW, REAL_NOW } from '../support/records.ts';

const over = { now: DEADLINE, realNow: REAL_NOW };
const F = 'for';
const A = 'against';
const B = 'abstain';
const L = 'lift-to-meeting';

/** A round in which Kari, Ola, Ida and Jens say these things, in that order; «-»: nothing. */
const voted = (rule: ApprovalRule, votes: readonly (Choice | '-')[]): Round =>
  votes.reduce<Round>(
    (round, vote, n) => (vote === '-' ? round : afterSaying(round, [all[n] ?? '', vote])),
    aVote(rule),
  );
/** What it is when the deadline is over, if it is not before. */
const ended = (rule: ApprovalRule, votes: readonly (Choice | '-')[]): Round => {
  const round = voted(rule, votes);
  return round.status === 'open' ? accepted(closeRound(round, over)) : round;
};

describe('the outcome of a vote', () => {
  test.each([
    ['everyone: all have voted for', everyone, [F, F, F, F], 'approved'],
    ['everyone: one says nothing', everyone, [F, F, F, '-'], 'undecided'],
    ['everyone: one abstains', everyone, [F, F, F, B], 'undecided'],
    ['everyone: one is against', everyone, [F, F, F, A], 'undecided'],
    ['majority: more than half, and one against', majority, [F, F, F, A], 'approved'],
    ['majority: more than half, the others silent', majority, [F, F, F, '-'], 'approved'],
    ['majority: half is not more than half', majority, [F, F, A, B], 'undecided'],
    ['majority: half, the others silent', majority, [F, F, '-', '-'], 'undecided'],
    ['consensus: half and nobody against', consensus, [F, F, B, '-'], 'approved'],
    ['consensus: less than half', consensus, [F, '-', '-', '-'], 'undecided'],
    ['consensus: one against', consensus, [F, F, F, A], 'undecided'],
    ['a number: reached', three, [F, F, F, '-'], 'approved'],
    ['a number: not reached', three, [F, F, B, B], 'undecided'],
    ['silent consent is consensus: half and nobody against', silent, [F, F, '-', '-'], 'approved'],
    ['silent consent is consensus: one yes is not enough', silent, [F, '-', '-', '-'], 'undecided'],
    ['nobody says anything', silent, ['-', '-', '-', '-'], 'undecided'],
    ['all abstain', majority, [B, B, B, B], 'undecided'],
    ['all but one have voted for, and one wants it in the meeting', majority, [F, F, F, L], 'undecided'],
    ['the same under consensus', consensus, [F, F, F, L], 'undecided'],
  ] as const)('%s', (_clause, rule, votes, status) => {
    expect(ended(rule, votes).status).toBe(status);
  });

  test('silence decides nothing, however often somebody was reached and reminded', () => {
    const quiet = {
      ...aVote(silent),
      deliveries: all.map((id) => delivered(id)),
      reminders: all.map((holderId) => ({ holderId, at: NOW })),
    };
    expect(accepted(closeRound(afterSaying(quiet, ['kari', F]), over)).status).toBe('undecided');
    expect(accepted(closeRound(afterSaying(quiet, ['kari', F], ['ola', F]), over)).status).toBe('approved');
  });

  test('seats that are inhabil are out of the count', () => {
    const two = aVote(majority, { recusedSeatIds: ['seat-ida', 'seat-jens'] });
    expect(afterSaying(two, ['kari', F], ['ola', F]).status).toBe('approved');
    expect(says(two, 'ida', F)).toEqual({ ok: false, refusal: 'not-asked' });
  });
});

describe('before the deadline', () => {
  test('a round ends when all have voted and nobody wants it in the meeting', () => {
    expect(voted(majority, [F, F, F, '-']).status).toBe('open');
    expect(voted(majority, [F, F, F, F])).toMatchObject({ status: 'approved', closedAt: NOW });
    expect(voted(majority, [A, A, B, F])).toMatchObject({ status: 'undecided', closedAt: NOW });
  });

  test('a wish to take it to the meeting keeps it open until its author changes it', () => {
    const round = voted(majority, [F, F, F, L]);
    expect(round.status).toBe('open');
    expect(afterSaying(round, ['jens', B]).status).toBe('approved');
  });

  test('the latest vote counts, once', () => {
    const round = afterSaying(aVote(majority), ['kari', F], ['kari', A, 'For dyrt'], ['kari', B]);
    expect(round.answers).toHaveLength(1);
    expect(tally(round)).toMatchObject({ yes: [], against: [], abstained: [{ seatId: 'seat-kari' }], comments: [] });
    expect(round.history.map(({ what }) => what)).toEqual(['opened', 'voted-for', 'voted-against', 'abstained']);
  });

  test('the same press twice changes nothing; another comment does', () => {
    const once = afterSaying(aVote(majority), ['kari', F, 'Godt']);
    expect(accepted(says(once, 'kari', F, { comment: { text: 'Godt' } }))).toBe(once);
    expect(afterSaying(once, ['kari', F, 'Bedre']).answers[0]?.comment).toEqual({ text: 'Bedre' });
    const about = accepted(says(once, 'kari', F, { comment: { text: 'Godt', sak: '2' } }));
    expect(about.answers[0]?.comment).toEqual({ text: 'Godt', sak: '2' });
  });

  test('a vote at the deadline is late', () => {
    expect(says(aVote(majority), 'kari', F, { at: DEADLINE })).toEqual({ ok: false, refusal: 'too-late' });
  });

  test('what belongs to another kind of round is refused in each', () => {
    for (const choice of ['approve', 'remark', 'comment', 'no-comment'] as const)
      expect(says(aVote(majority), 'kari', choice)).toEqual({ ok: false, refusal: 'other-kind' });
    for (const choice of ['approve', 'remark', 'lift-to-meeting', 'for', 'against', 'abstain'] as const)
      expect(says(anInnspill(), 'kari', choice)).toEqual({ ok: false, refusal: 'other-kind' });
    for (const choice of ['for', 'against', 'abstain', 'comment', 'no-comment'] as const)
      expect(says(aRound(), 'kari', choice)).toEqual({ ok: false, refusal: 'other-kind' });
    expect(answer(aRound(), 'kari').ok).toBe(true);
  });

  test('a vote on another text is refused', () => {
    const given = { personId: 'kari', textHash: '0'.repeat(64), choice: F } as const;
    expect(answerRound(aVote(majority), given, NOW, REAL_NOW)).toEqual({ ok: false, refusal: 'other-text' });
  });

  test('the secretariat hears soon of a wish for the meeting and of what is said with a vote, not of votes alone', () => {
    const toldAfter = (...said: Parameters<typeof afterSaying>[1][]) =>
      afterSaying(aVote(majority), ...said).outbox.some(({ kind }) => kind === 'personal-card');
    expect(toldAfter(['kari', F])).toBe(false);
    expect(toldAfter(['kari', A])).toBe(false);
    expect(toldAfter(['kari', L])).toBe(true);
    expect(toldAfter(['kari', F, 'Se punkt 2'])).toBe(true);
  });
});

describe('what cannot be carried any more', () => {
  test.each([
    ['nobody has voted', majority, ['-', '-', '-', '-'], false],
    ['two against of four, where more than half is needed', majority, [A, A, '-', '-'], true],
    ['one against: three are left', majority, [A, '-', '-', '-'], false],
    ['one against and one who abstains', majority, [A, B, '-', '-'], true],
    ['one against, where all are needed', everyone, [A, '-', '-', '-'], true],
    ['one who abstains, where all are needed', everyone, [B, '-', '-', '-'], true],
    ['one against, under consensus', consensus, [A, '-', '-', '-'], true],
    ['one who abstains, under consensus', consensus, [B, '-', '-', '-'], false],
    ['three who abstain, under consensus', consensus, [B, B, B, '-'], true],
    ['all but one silent', everyone, [F, '-', '-', '-'], false],
    ['one who wants it in the meeting may still vote for', everyone, [L, '-', '-', '-'], false],
  ] as const)('%s: %#', (_clause, rule, votes, isDown) => {
    expect(isVotedDown(voted(rule, votes))).toBe(isDown);
  });

  test('is said of votes alone', () => {
    expect(isVotedDown({ ...voted(everyone, [A, '-', '-', '-']), kind: 'godkjenning' })).toBe(false);
  });
});

describe('a vote that the secretariat runs', () => {
  const registered = (round: Round, choice: Choice, text?: string) =>
    registerAnswer(
      round,
      { seatId: 'seat-kari', choice, way: 'telefon', ...(text !== undefined && { comment: { text } }) },
      'siv',
      clocks,
    );

  test('a vote by telephone is registered, shows as such, and can be taken back', () => {
    const round = accepted(registered(aVote(majority), A, 'For tidlig'));
    expect(round.answers[0]).toMatchObject({
      choice: A,
      comment: { text: 'For tidlig' },
      registered: { by: 'siv', way: 'telefon' },
    });
    expect(round.history.at(-1)).toMatchObject({ what: 'registered-voted-against', by: 'siv', onBehalfOf: 'kari' });
    expect(accepted(undoRegistration(round, 'seat-kari', 'siv', clocks)).answers).toEqual([]);
  });

  test('what is no vote cannot be registered', () => {
    expect(registered(aVote(majority), 'approve')).toEqual({ ok: false, refusal: 'other-kind' });
  });

  test('every vote has a line of its own in the history', () => {
    const lines = ([F, A, B, L] as const).map(
      (choice) => accepted(registered(aVote(majority), choice)).history.at(-1)?.what,
    );
    expect(lines).toEqual([
      'registered-voted-for',
      'registered-voted-against',
      'registered-abstained',
      'registered-lifted-to-meeting',
    ]);
  });

  test('one that ended undecided is extended, and its votes stand', () => {
    const round = ended(majority, [F, F, '-', '-']);
    const later = new Date(DEADLINE.getTime() + 1);
    const open = accepted(
      extendRound(round, new Date(DEADLINE.getTime() + 86_400_000), 'siv', { ...over, now: later }),
    );
    expect(open.status).toBe('open');
    expect(accepted(says(open, 'ida', F, { at: later })).answers).toHaveLength(3);
  });

  test('one that ended undecided is taken to the meeting, and an open one is withdrawn', () => {
    expect(accepted(liftToMeeting(ended(majority, [A, A, A, A]), 'siv', over)).liftedToMeeting).toEqual({
      at: DEADLINE,
      by: 'siv',
    });
    expect(accepted(withdrawRound(voted(majority, [F, '-', '-', '-']), 'Feil sak', 'siv', clocks))).toMatchObject({
      status: 'withdrawn',
      reason: 'Feil sak',
    });
  });

  test('a vote stands when its seat moves, until the new holder votes', () => {
    const round = afterSaying(aVote(majority), ['kari', A]);
    const moved = accepted(moveSeat(round, 'seat-kari', { holderId: 'vera', holderName: 'VERA' }, 'siv', clocks));
    expect(tally(moved).against).toMatchObject([{ holderName: 'KARI' }]);
    expect(says(moved, 'kari', F)).toEqual({ ok: false, refusal: 'seat-moved' });
    expect(tally(afterSaying(moved, ['vera', F])).yes).toMatchObject([{ holderName: 'VERA' }]);
  });
});

describe('a round that hears what people have to say', () => {
  test('is collected at its deadline, whoever has answered', () => {
    const round = afterSaying(anInnspill(), ['kari', 'comment', 'Punkt 2 er uklart'], ['ola', 'no-comment']);
    const closed = accepted(closeRound(round, over));
    expect(closed).toMatchObject({ status: 'collected', closedAt: DEADLINE, waitingFor: [] });
    expect(closed).not.toHaveProperty('runningIn');
    expect(accepted(closeRound(anInnspill(), over)).status).toBe('collected');
  });

  test('everyone is counted once: with something to say, with nothing, or silent', () => {
    const round = afterSaying(
      { ...anInnspill(), deliveries: all.map((id) => delivered(id)) },
      ['kari', 'comment', 'Punkt 2 er uklart'],
      ['ola', 'no-comment'],
      ['per', 'comment', 'Bra'],
    );
    const { heard, comments, silent: quiet, notReached, yes, objections } = tally(round);
    expect(heard.map(({ holderName }) => holderName)).toEqual(['KARI', 'OLA', 'PER']);
    expect(comments).toEqual([
      {
        seat: expect.objectContaining({ holderName: 'KARI' }),
        comment: { text: 'Punkt 2 er uklart' },
        choice: 'comment',
      },
      { seat: expect.objectContaining({ holderName: 'PER' }), comment: { text: 'Bra' }, choice: 'comment' },
    ]);
    expect(quiet.map(({ seat }) => seat.holderName)).toEqual(['IDA', 'JENS']);
    expect([notReached, yes, objections]).toEqual([[], [], []]);
  });

  test('ends when all have answered, and the secretariat hears of it then, not before', () => {
    const four = afterSaying(
      anInnspill(),
      ['kari', 'comment', 'Punkt 2'],
      ['ola', 'no-comment'],
      ['ida', 'no-comment'],
      ['jens', 'no-comment'],
    );
    expect(four.status).toBe('open');
    expect(four.outbox.some(({ kind }) => kind === 'personal-card')).toBe(false);
    const closed = afterSaying(four, ['per', 'no-comment']);
    expect(closed.status).toBe('collected');
    expect(closed.outbox).toContainEqual(
      expect.objectContaining({
        kind: 'personal-card',
        personId: 'siv',
        view: { view: 'round-status', roundId: closed.id },
      }),
    );
    expect(closed.history.map(({ what }) => what)).toEqual([
      'opened',
      'commented',
      'had-no-comment',
      'had-no-comment',
      'had-no-comment',
      'had-no-comment',
      'collected',
    ]);
  });

  test('whoever has answered is not reminded', () => {
    const round = afterSaying(
      { ...anInnspill(), deliveries: [...all, 'per'].map((id) => delivered(id, new Date(NOW.getTime() - 86_400_000))) },
      ['kari', 'no-comment'],
      ['ola', 'comment', 'Bra'],
    );
    const reminders = accepted(remindNow(round, 'siv', clocks)).outbox.filter(({ kind }) => kind === 'seat-reminder');
    expect(reminders.map((effect) => 'holderId' in effect && effect.holderId)).toEqual(['ida', 'jens', 'per']);
  });
});
