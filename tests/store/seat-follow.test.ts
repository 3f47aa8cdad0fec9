import { describe, expect, test } from 'vitest';
import type { Forfall } from '../../store/meeting/forfall.ts';
import { type SeatsBy, seatsBy } from '../../store/meeting/rules-acting.ts';
import { moveMeeting } from '../../store/meeting/rules-plan.ts';
import { followSeats } from '../../store/round/rules-seats.ts';
import { aForfall, KARI_ACTS as member, VERA_ACTS as vera } from '../support/called-in.ts';
import { aMeeting } from '../support/meetings.ts';
import {
  aCommittee,
  accepted,
  answer,
  answered,
  aRound,
  aSeat,
  DEADLINE,
  delivered,
  NOW,
  REAL_NOW,
} from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const nameOf = (id: string) => id.toUpperCase();
const kari = aSeat('kari');
const whole = aForfall({ what: 'whole' });

describe('a round whose seats follow its meeting', () => {
  const by = (version: number, forfalls: readonly Forfall[]) =>
    seatsBy(aMeeting({ version, forfall: [...forfalls] }), [kari, aSeat('ola')], {}, nameOf);
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
      aMeeting({ version: 1, forfall: [whole] }),
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

  test('is over when the seat that nobody may act for was the last one to answer', () => {
    const aside = follow(answered(aRound(), ['ola']), { version: 1, seats: { 'seat-kari': 'inhabil' } });
    expect(aside).toMatchObject({ status: 'approved', heldBy: 1 });
  });

  test('takes the answer of a seat that is inhabil away, and the wait for it too', () => {
    const aside = follow(answered(aRound(), ['kari']), { version: 1, seats: { 'seat-kari': 'inhabil' } });
    expect(aside).toMatchObject({
      answers: [],
      waitingFor: ['ola'],
      recused: [{ seatId: 'seat-kari', holderName: 'KARI' }],
    });
  });

  test('says of a seat that is inhabil whose it was, and renews the card that lies there', () => {
    const round = aRound({ deliveries: [delivered('ola')] });
    const { history, outbox } = follow(round, { version: 1, seats: { 'seat-ola': 'inhabil' } });
    expect(history.at(-1)).toEqual({
      at: NOW,
      by: 'siv',
      what: 'seat-inhabil',
      seatId: 'seat-ola',
      onBehalfOf: 'ola',
    });
    expect(outbox).toMatchObject([{ kind: 'seat-card-update', holderId: 'ola' }]);
  });

  test('is not settled anew by a seat that only changes hands, nor changed once it is over', () => {
    const half = answered(aRound(), ['kari'], ['ola']);
    expect(half.status).toBe('approved');
    expect(follow(half)).toBe(half);
    const reopened = { ...half, status: 'open' as const };
    expect(follow(reopened).status).toBe('open');
  });

  test('knows nothing of a seat that it never asked', () => {
    const round = aRound();
    const other = follow(round, { version: 1, seats: { 'seat-eva': vera, 'seat-odd': 'inhabil' } });
    expect(other).toEqual({ ...round, heldBy: 1 });
  });
});

describe('a seat that was inhabil in a round', () => {
  const inhabil = { version: 1, seats: { 'seat-kari': 'inhabil', 'seat-ola': 'inhabil' } } as const;
  const three = () => aRound({}, aCommittee({ seats: [kari, aSeat('ola'), aSeat('eva')] }));
  const aside = (round = three()) => accepted(followSeats(round, inhabil, 'bot', clocks));
  const cover = (round = aside(), seats: SeatsBy['seats'] = { 'seat-kari': vera, 'seat-ola': 'inhabil' }) =>
    accepted(followSeats(round, { version: 2, seats }, 'siv', clocks));

  test('is asked of whoever acts for it by now, who gets a card; the others stay aside', () => {
    const covered = cover();
    expect(covered.seats.map(({ seatId }) => seatId)).toEqual(['seat-eva', 'seat-kari']);
    expect(covered.seats[1]).toEqual({ seatId: 'seat-kari', seatName: kari.name, ...vera });
    expect(covered.recused).toEqual([expect.objectContaining({ seatId: 'seat-ola' })]);
    expect(covered.waitingFor).toEqual(['eva', 'vera']);
    expect(covered.outbox).toMatchObject([{ kind: 'seat-card', holderId: 'vera' }]);
    expect(covered.history.at(-1)).toEqual({
      at: NOW,
      by: 'siv',
      what: 'seat-covered',
      seatId: 'seat-kari',
      onBehalfOf: 'vera',
    });
  });

  test('is its member’s again, whose card is renewed where it lies', () => {
    const back = cover(aside({ ...three(), deliveries: [delivered('kari')] }), {
      'seat-kari': member,
      'seat-ola': { holderId: 'ola', holderName: 'OLA' },
    });
    expect(back.seats.at(-2)).toEqual({ seatId: 'seat-kari', seatName: kari.name, ...member });
    expect(back).not.toHaveProperty('recused');
    expect(back.outbox.map(({ kind }) => kind)).toEqual(['seat-card-update', 'seat-card']);
  });

  test('stays aside while nothing else is said of it', () => {
    const before = aside();
    expect(cover(before, {})).toEqual({ ...before, heldBy: 2 });
  });

  test('is asked through one card, of somebody who has another seat', () => {
    const ola = { holderId: 'eva', holderName: 'EVA' };
    expect(cover(aside(), { 'seat-kari': ola, 'seat-ola': 'inhabil' }).waitingFor).toEqual(['eva']);
  });
});

test('a meeting that is held another day has the seats of its members again, and its rounds hear of it', () => {
  const schedule = { startsAt: new Date('2026-04-15T10:00:00Z'), endsAt: new Date('2026-04-15T12:00:00Z') };
  const before = aMeeting({ forfall: [whole] });
  const moved = accepted(moveMeeting(before, schedule, aCommittee(), { personId: 'siv' }, clocks));
  expect(moved.outbox).toContainEqual(expect.objectContaining({ kind: 'seat-moved', seatId: 'seat-kari' }));
});
