import { describe, expect, test } from 'vitest';
import { propose } from '../../store/nomination/rules.ts';
import { noteUnasked } from '../../store/nomination/rules-decide.ts';
import { readCandidate, readNomination } from '../../store/nomination/rules-form.ts';
import {
  closeNomination,
  endNomination,
  extendNomination,
  noteAsked,
  noteReminded,
  noteSilent,
  remindNomination,
  wantsCard,
  wantsReminder,
} from '../../store/nomination/rules-run.ts';
import {
  aNomination,
  at,
  candidateOf,
  clocks,
  confirmed,
  delivered,
  late,
  named,
  proposedBy,
} from '../support/nominations.ts';
import { aCommittee, accepted, DEADLINE, NOW } from '../support/records.ts';

/** Two working days before the deadline, at 08 in Oslo. */
const STEP = new Date('2026-03-05T07:00:00Z');
const reached = (nomination = aNomination()) =>
  ['kari', 'ola', 'per'].reduce((current, one) => noteAsked(current, one, NOW), nomination);

describe('reminders', () => {
  test('follow the ladder, to those who have not answered, in working hours', () => {
    const nomination = proposedBy(reached(), 'kari', 'vera');
    expect(nomination.remindDueAt).toEqual(STEP);
    const reminded = accepted(remindNomination(nomination, at(STEP)));
    expect(reminded.outbox).toMatchObject([
      { kind: 'seat-reminder', holderId: 'ola', inWorkingHours: true },
      { kind: 'seat-reminder', holderId: 'per' },
    ]);
    expect(reminded.remindDueAt).toEqual(new Date('2026-03-09T07:00:00Z'));
    expect(remindNomination(reminded, at(STEP))).toMatchObject({ refusal: 'not-due' });
  });

  test('go to those who have not said whether they will, and not to whom the question never reached', () => {
    const both = proposedBy(reached(), 'kari', 'vera', 'vidar');
    const asked = delivered(confirmed(confirmed(both, 'vera'), 'vidar'));
    const { id } = candidateOf(asked, 'seat-kari', 'vidar');
    const reminded = accepted(remindNomination(noteUnasked(asked, id, 'blocked', clocks), at(STEP)));
    const questions = reminded.outbox.filter(
      (one) => one.kind === 'personal-card' && one.view.view === 'nomination-ask',
    );
    expect(questions).toMatchObject([{ personId: 'vera', inWorkingHours: true }]);
    expect(candidateOf(reminded, 'seat-kari', 'vera').askedAt).toEqual(STEP);
    expect(candidateOf(reminded, 'seat-kari', 'vidar').unreached).toBe('blocked');
  });

  test('are the card itself to whom it never reached, and none to whom something came or is on its way today', () => {
    const missed = noteAsked(noteAsked(noteAsked(aNomination(), 'kari', NOW, 'blocked'), 'ola', STEP), 'per', NOW);
    const reminded = accepted(remindNomination(noteReminded(missed, 'per', STEP), at(STEP)));
    expect(reminded.outbox).toMatchObject([{ kind: 'seat-card', holderId: 'kari' }]);
  });

  test('are none before their step, nor at the deadline', () => {
    expect(remindNomination(reached(), at(new Date(STEP.getTime() - 1)))).toMatchObject({ refusal: 'not-due' });
    expect(remindNomination(reached(), late)).toMatchObject({ refusal: 'not-due' });
  });

  test('have nobody to remind who has answered since, or after the deadline, or when it is closed', () => {
    expect(wantsReminder(reached(), 'kari', NOW)).toBe(true);
    expect(wantsReminder(proposedBy(reached(), 'kari', 'vera'), 'kari', NOW)).toBe(false);
    expect(wantsReminder(reached(), 'kari', DEADLINE)).toBe(false);
    // a card that asks anew may come after the deadline
    expect(wantsCard(reached(), 'kari')).toBe(true);
    expect(wantsCard(closeNomination(reached(), 'siv', clocks), 'kari')).toBe(false);
  });

  test('a card that did not arrive is noted with the reason, and never in place of one that did', () => {
    expect(noteAsked(aNomination(), 'kari', NOW, 'blocked').deliveries).toMatchObject([{ why: 'blocked' }]);
    const nomination = reached();
    expect(noteAsked(nomination, 'kari', NOW, 'blocked')).toBe(nomination);
  });

  test('a card that did not reach the only one who is asked is told to the secretariat, once', () => {
    const [request] = aNomination().requests;
    const alone = aNomination({ requests: request ? [request] : [] });
    const told = noteSilent(alone, 'kari', 'not-installed', clocks);
    expect(told.deliveries).toMatchObject([{ holderId: 'kari', why: 'not-installed' }]);
    expect(told.outbox).toMatchObject([{ personId: 'siv', view: { view: 'nomination-status' } }]);
    expect(noteSilent(delivered(told), 'kari', 'not-installed', clocks).outbox).toEqual([]);
    expect(noteSilent(aNomination(), 'kari', 'blocked', clocks).outbox).toEqual([]);
    expect(noteSilent(reached(), 'kari', 'blocked', clocks).outbox).toEqual([]);
  });
});

describe('the deadline', () => {
  test('is told to the secretariat once, and closes nothing', () => {
    const over = accepted(endNomination(aNomination(), late));
    expect(over.status).toBe('open');
    expect(over.outbox).toMatchObject([{ personId: 'siv', view: { view: 'nomination-status' } }]);
    expect(endNomination(over, late)).toMatchObject({ refusal: 'not-due' });
    expect(endNomination(aNomination(), at(new Date(DEADLINE.getTime() - 1)))).toMatchObject({ ok: false });
  });

  test('is extended: what came late is in time, and those who are silent are asked again', () => {
    const candidate = { seatId: 'seat-kari', candidate: named('vera') };
    const tooLate = delivered(accepted(propose(aNomination(), candidate, { personId: 'kari' }, late)));
    const later = new Date('2026-03-16T14:00:00Z');
    const extended = accepted(extendNomination(tooLate, later, 'siv', late));
    expect(extended).toMatchObject({ deadline: later, endDueAt: later });
    expect(candidateOf(extended, 'seat-kari', 'vera')).not.toHaveProperty('late');
    expect(extended.outbox.flatMap((effect) => ('holderId' in effect ? effect.holderId : []))).toEqual(['ola', 'per']);
    expect(extendNomination(tooLate, DEADLINE, 'siv', clocks)).toMatchObject({ refusal: 'not-later' });
    expect(extendNomination(tooLate, NOW, 'siv', clocks)).toMatchObject({ refusal: 'deadline-passed' });
    const closed = closeNomination(tooLate, 'siv', late);
    expect(extendNomination(closed, later, 'siv', late)).toMatchObject({ refusal: 'nomination-closed' });
  });

  test('has no more to say when the nomination is closed, and what waits to ask is dropped', () => {
    const asking = accepted(remindNomination(reached(), at(STEP)));
    const closed = closeNomination(asking, 'siv', at(STEP));
    expect(closed).toMatchObject({ status: 'closed', outbox: [], waitingFor: [] });
    for (const gone of ['endDueAt', 'remindDueAt', 'runningIn', 'outboxDueAt']) expect(closed).not.toHaveProperty(gone);
    expect(closeNomination(closed, 'siv', clocks)).toBe(closed);
    const candidate = { seatId: 'seat-kari', candidate: named('vera') };
    expect(propose(closed, candidate, { personId: 'kari' }, clocks)).toMatchObject({ refusal: 'nomination-closed' });
  });
});

describe('what is typed', () => {
  const deadline = { deadlineOn: '2026-03-20', deadlineTime: '12:00' };
  const read = (kind: 'vara' | 'seat' | 'group', typed = {}) =>
    readNomination(kind, { ...deadline, ...typed }, aCommittee(), NOW);

  test('a deadline on a day off is the next working day', () => {
    expect(read('vara', { deadlineOn: '2026-04-03' }).read?.deadline).toEqual(new Date('2026-04-07T10:00:00Z'));
  });

  test.each([
    ['vara', { wanted: '0' }, 'wanted-odd'],
    ['vara', { wanted: 'to' }, 'wanted-odd'],
    ['vara', { wanted: '11' }, 'wanted-odd'],
    ['group', { title: ' ' }, 'group-title'],
    ['seat', { seatId: 'seat-kari' }, 'vacant-seat'],
    ['vara', { deadlineOn: '' }, 'deadline'],
    ['vara', { deadlineOn: '2026-02-26' }, 'deadline-passed'],
  ] as const)('a form for %s with %j is told %s', (kind, typed, problem) => {
    expect(read(kind, typed).problems).toEqual([problem]);
  });

  test('a form that is whole is read', () => {
    expect(read('vara', {}).read).toMatchObject({ kind: 'vara', wanted: 1 });
    expect(read('group', { wanted: '4', title: ' Felles  opplæring' }).read).toMatchObject({
      wanted: 4,
      title: 'Felles opplæring',
    });
    expect(read('seat', { seatId: 'seat-ledig' }).read).toMatchObject({ seatId: 'seat-ledig' });
  });

  const VERA = '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d1001';
  test.each([
    [{}, 'person-wanted'],
    [{ name: 'Vera' }, 'email-wanted'],
    [{ email: 'vera@eksempel.no' }, 'name-wanted'],
    [{ name: 'Vera', email: 'vera' }, 'email-odd'],
    [{ name: 'V'.repeat(201), email: 'vera@eksempel.no' }, 'name-too-long'],
    [{ picked: VERA, workplace: 'V'.repeat(201) }, 'workplace-too-long'],
  ])('a candidate %j is told %s', (typed, problem) => {
    expect(readCandidate(typed)).toEqual({ problem });
  });

  test('a candidate is found in Teams, or stands by name and address', () => {
    expect(readCandidate({ picked: ` ${VERA} ` })).toMatchObject({ candidate: { objectId: VERA } });
    expect(readCandidate({ name: ' Vera  Lund ', email: ' VERA@eksempel.no', workplace: 'Havnes' })).toEqual({
      candidate: { name: 'Vera Lund', email: 'vera@eksempel.no', workplace: 'Havnes' },
    });
  });
});
