import { describe, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import type { Nomination } from '../../store/nomination/record.ts';
import { notYetAsked, openNomination, requestsIn } from '../../store/nomination/rules-open.ts';
import { closeNomination, extendNomination, noteAsked, remindNomination } from '../../store/nomination/rules-run.ts';
import { withVaras } from '../support/called-in.ts';
import { aNomination, at, clocks, confirmed, delivered, late, proposedBy } from '../support/nominations.ts';
import { aCommittee, accepted, DEADLINE, NOW } from '../support/records.ts';

/** Two working days before the deadline, at 08 in Oslo. */
const STEP = new Date('2026-03-05T07:00:00Z');
const NEXT = new Date('2026-03-16T14:00:00Z');
const two = () => delivered(proposedBy(aNomination(), 'kari', 'vera', 'vidar'));

describe('a nomination that begins', () => {
  const opened = (committee = aCommittee(), changes: { readonly deadline?: Date; readonly openedBy?: string } = {}) => {
    const requests = requestsIn(committee, { kind: 'group', wanted: 2 }, (id) => id.toUpperCase());
    const about = { kind: 'group', wanted: 2, openedBy: 'siv', requests, ...changes } as const;
    return accepted(openNomination('n', committee, about, clocks));
  };

  test('is its committee’s, with nothing said yet, and asks members who have varas too', () => {
    const nomination = opened(withVaras(), { deadline: DEADLINE });
    expect(nomination).toMatchObject({ id: 'n', tenantId: withVaras().tenantId, answers: [], reminders: [] });
    expect(nomination.waitingFor).toEqual(['kari', 'ola', 'per']);
  });

  test('is followed by the secretariat and whoever opened it; by the chair where there is no secretariat', () => {
    expect(opened(aCommittee(), { deadline: DEADLINE, openedBy: 'lise' }).followers).toEqual(['siv', 'lise']);
    const without = aCommittee({ roles: { secretariatIds: [], chairId: 'lise' } });
    expect(opened(without, { deadline: DEADLINE, openedBy: 'lise' }).followers).toEqual(['lise']);
    const nobody = aCommittee({ roles: { secretariatIds: [] } });
    expect(opened(nobody).followers).toEqual([]);
  });

  test('by a member, unasked, has no deadline and sends nobody a card', () => {
    const unasked = opened(aCommittee(), { openedBy: 'kari' });
    expect(unasked.outbox).toEqual([]);
    expect(unasked.followers).toEqual(['siv']);
    expect(unasked).not.toHaveProperty('endDueAt');
    expect(remindNomination(unasked, late)).toMatchObject({ refusal: 'not-due' });
    expect(accepted(extendNomination(unasked, NEXT, 'siv', clocks)).deadline).toEqual(NEXT);
  });

  test('waits for nobody about a vacant seat of which no contact is known', () => {
    expect(aNomination({}, { kind: 'seat', wanted: 1, seatId: 'seat-ledig' }).waitingFor).toEqual([]);
  });
});

describe('who is asked in a nomination that runs', () => {
  const asked = () => aNomination().requests;
  const seatsIn = (running: readonly Nomination[], kind: Nomination['kind'] = 'vara') =>
    notYetAsked(asked(), kind, running).map(({ seatId }) => seatId);
  const all = ['seat-kari', 'seat-ola', 'seat-per'];

  test('is not asked the same again while their answer is waited for, and is once they have answered', () => {
    expect(seatsIn([])).toEqual(all);
    expect(seatsIn([aNomination()])).toEqual([]);
    expect(seatsIn([proposedBy(aNomination(), 'kari', 'vera')])).toEqual(['seat-kari']);
    const one = { ...aNomination(), requests: asked().slice(0, 1) };
    expect(seatsIn([one])).toEqual(all.slice(1));
  });

  test('is asked of something else, of another working group, and where nobody was asked to answer', () => {
    expect(seatsIn([{ ...aNomination(), kind: 'group' }])).toEqual(all);
    expect(seatsIn([{ ...aNomination(), kind: 'group' }], 'group')).toEqual(all);
    const { deadline: _none, ...unasked } = aNomination();
    expect(seatsIn([unasked])).toEqual(all);
  });
});

describe('what is sent of a nomination', () => {
  const waiting = (kind: 'seat-card' | 'seat-reminder', holderId: string, nomination = aNomination()) =>
    emit(nomination, { realNow: NOW }, { kind, key: `${kind}:${holderId}`, holderId });
  const remindedOf = (nomination: Nomination) =>
    accepted(remindNomination(nomination, at(STEP))).outbox.slice(nomination.outbox.length);

  test('reminds nobody to whom a card or a reminder is on its way; the others it does', () => {
    for (const kind of ['seat-card', 'seat-reminder'] as const)
      expect(remindedOf(waiting(kind, 'ola'))).toMatchObject([{ holderId: 'kari' }, { holderId: 'per' }]);
    const ask = confirmed(delivered(proposedBy(aNomination(), 'ola', 'x')), 'x', 'seat-ola');
    expect(remindedOf(ask)).toMatchObject([{ holderId: 'kari' }, { holderId: 'per' }]);
  });

  test('counts a card that did not arrive today as nothing heard', () => {
    const missed = noteAsked(aNomination(), 'kari', STEP, 'blocked');
    expect(remindedOf(missed)[0]).toMatchObject({ kind: 'seat-card', holderId: 'kari' });
  });

  test('is noted once for each person, and a card that arrives later takes the place of one that did not', () => {
    const missed = noteAsked(noteAsked(aNomination(), 'ola', NOW), 'kari', NOW, 'blocked');
    expect(noteAsked(missed, 'kari', STEP).deliveries).toEqual([
      { holderId: 'ola', at: NOW },
      { holderId: 'kari', at: STEP },
    ]);
    expect(noteAsked(missed, 'ola', STEP).deliveries).toHaveLength(2);
  });

  test('is reminded of by a new ladder when it is extended, where there is still time for it', () => {
    expect(accepted(extendNomination(aNomination(), NEXT, 'siv', late)).remindDueAt).toEqual(
      new Date('2026-03-12T07:00:00Z'),
    );
    const soon = new Date(DEADLINE.getTime() + 60_000);
    expect(accepted(extendNomination(aNomination(), soon, 'siv', late))).not.toHaveProperty('remindDueAt');
  });

  test('goes on when it is closed, to those who are asked whether they will: only asking to propose stops', () => {
    const asked = waiting('seat-reminder', 'per', waiting('seat-card', 'ola', confirmed(two(), 'vera')));
    expect(closeNomination(asked, 'siv', clocks).outbox).toMatchObject([{ kind: 'personal-card', personId: 'vera' }]);
  });
});
