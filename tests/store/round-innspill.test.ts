import { describe, expect, test } from 'vitest';
import { tally } from '../../store/round/rules-count.ts';
import { closeRound, remindNow } from '../../store/round/rules-run.ts';
import { all } from '../support/clauses.ts';
import { afterSaying, anInnspill, clocks } from '../support/matter-rounds.ts';
import { accepted, DEADLINE, delivered, NOW, REAL_NOW } from '../support/records.ts';

const over = { now: DEADLINE, realNow: REAL_NOW };

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
