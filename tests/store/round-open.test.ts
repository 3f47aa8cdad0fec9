import { describe, expect, test } from 'vitest';
import { type AskedGroup, committeeSchema } from '../../store/committee/record.ts';
import { newest } from '../../store/referat/record.ts';
import { roundSchema } from '../../store/round/record.ts';
import { askedSeats, needsPresence } from '../../store/round/rules-ask.ts';
import { openNextRound, openRound } from '../../store/round/rules-open.ts';
import { aCommittee, accepted, aReferat, aRound, aSeat, DEADLINE, hashOf, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const textHash = newest(aReferat()).hash;
const nameOf = (id: string) => id.toUpperCase();
const settings = { roundDays: 7, approvalRule: { kind: 'everyone' }, askedGroup: 'voting' } as const;
const channel = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };

const open = (overrides: Partial<Parameters<typeof openRound>[0]> = {}, at = clocks) =>
  openRound({ committee: aCommittee(), referat: aReferat(), revision: 1, nameOf, openedBy: 'siv', ...overrides }, at);

describe('openRound', () => {
  test('asks the filled voting seats, in the persons who have them now', () => {
    const round = accepted(open());
    expect(round.seats).toEqual([
      { seatId: 'seat-kari', seatName: 'kari kommune', holderId: 'kari', holderName: 'KARI' },
      { seatId: 'seat-ola', seatName: 'ola kommune', holderId: 'ola', holderName: 'OLA' },
    ]);
    expect(round.waitingFor).toEqual(['kari', 'ola']);
  });

  test('is a round as the store keeps it, about this text, with this deadline and rule', () => {
    const round = accepted(open());
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      id: 'round_referat-1_1',
      kind: 'godkjenning',
      subject: { kind: 'referat', id: 'referat-1' },
      title: 'Referat fra møte i SSU',
      committeeId: 'committee-1',
      committeeName: 'SSU',
      number: 1,
      textHashes: [textHash],
      rule: { kind: 'everyone' },
      askedGroup: 'voting',
      status: 'open',
      openedBy: 'siv',
      openedAt: NOW,
      deadline: DEADLINE,
      closeDueAt: DEADLINE,
      runningIn: 'committee-1',
      answers: [],
      deliveries: [],
      reminders: [],
      history: [{ at: NOW, by: 'siv', what: 'opened' }],
    });
    expect(round).not.toHaveProperty('changedFrom');
  });

  test('the secretariat and whoever opened it follow it, each once', () => {
    expect(accepted(open()).followers).toEqual(['siv']);
    expect(accepted(open({ openedBy: 'lise' })).followers).toEqual(['siv', 'lise']);
  });

  test('sends one card a person at once in working hours, and tells the referat', () => {
    const twoSeats = aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('ola')] });
    const round = accepted(open({ committee: twoSeats }));
    const inWorkingHours = { inWorkingHours: true, attempts: 0, dueAt: REAL_NOW };
    expect(round.outbox).toEqual([
      { kind: 'round-told', key: 'round-told:1', attempts: 0, dueAt: REAL_NOW },
      { ...inWorkingHours, kind: 'seat-card', key: 'seat-card:2', holderId: 'kari' },
      { ...inWorkingHours, kind: 'seat-card', key: 'seat-card:3', holderId: 'ola' },
    ]);
    expect(round.seats).toHaveLength(3);
    expect(round.waitingFor).toEqual(['kari', 'ola']);
  });

  test('in the evening the cards wait for the next working morning, the referat does not', () => {
    const friday = { now: new Date('2026-03-06T19:00:00Z'), realNow: REAL_NOW };
    const round = accepted(open({ committee: aCommittee({ conversation: channel }) }, friday));
    const morning = new Date('2026-03-09T07:00:00Z');
    expect(round.outbox.map(({ kind, contactAt }) => [kind, contactAt])).toEqual([
      ['round-told', undefined],
      ['seat-card', morning],
      ['seat-card', morning],
      ['shared-card', morning],
    ]);
    expect(round).toMatchObject({ outboxDueAt: REAL_NOW, contactDueAt: morning });
  });

  test('a committee with a conversation gets one shared card there, one without gets none', () => {
    const shared = accepted(open({ committee: aCommittee({ conversation: channel }) }));
    expect(shared.shared).toEqual(channel);
    expect(shared.outbox.filter(({ kind }) => kind === 'shared-card')).toHaveLength(1);
    expect(accepted(open())).not.toHaveProperty('shared');
    expect(accepted(open()).outbox.map(({ kind }) => kind)).not.toContain('shared-card');
  });

  test('plans the first reminder by the ladder: two working days before, unless the committee chose another one', () => {
    expect(accepted(open())).toMatchObject({
      reminderLadder: [2, 0],
      remindDueAt: new Date('2026-03-05T07:00:00Z'),
    });
    const own = accepted(open({ committee: aCommittee({ settings: { ...settings, reminderLadder: [1] } }) }));
    expect(own).toMatchObject({ reminderLadder: [1], remindDueAt: new Date('2026-03-06T07:00:00Z') });
    const none = accepted(open({ committee: aCommittee({ settings: { ...settings, reminderLadder: [] } }) }));
    expect(none).not.toHaveProperty('remindDueAt');
  });

  test('after a withdrawn round it has the next number', () => {
    const again = aReferat({ round: { id: 'round_referat-1_1', number: 1, version: 7 } });
    expect(accepted(open({ referat: again }))).toMatchObject({ id: 'round_referat-1_2', number: 2 });
  });

  const present = aCommittee({ settings: { ...settings, askedGroup: 'present' } });
  const noRule = aCommittee({ settings: { roundDays: 7, askedGroup: 'voting' } });
  const noGroup = aCommittee({ settings: { roundDays: 7, approvalRule: { kind: 'everyone' } } });
  test.each([
    ['a member', { openedBy: 'kari' }, 'not-secretariat'],
    ['the vice chair', { openedBy: 'nina' }, 'not-secretariat'],
    ['a referat of another committee', { referat: aReferat({ committeeId: 'committee-2' }) }, 'not-secretariat'],
    ['a referat that was sent', { referat: aReferat({ state: 'circulating' }) }, 'already-sent'],
    ['a draft rewritten after the preview', { referat: aReferat({ revision: 2 }) }, 'changed-since-preview'],
    ['a deadline that is now', { referat: aReferat({ deadline: NOW }) }, 'deadline-passed'],
    ['a committee without a rule', { committee: noRule }, 'no-rule'],
    ['a committee that has not said who is asked', { committee: noGroup }, 'no-rule'],
    ['a committee with nobody to ask', { committee: aCommittee({ seats: [] }) }, 'nobody-asked'],
    ['those present, when nobody has said who was', { committee: present }, 'presence-unknown'],
    [
      'those present, when none of them has a vote',
      { committee: present, referat: aReferat({ presentSeatIds: ['seat-per'] }) },
      'nobody-asked',
    ],
  ] as const)('refuses %s', (_what, overrides, refusal) => {
    expect(open(overrides)).toEqual({ ok: false, refusal });
  });

  test('the test committee is one the store would keep', () => {
    expect(committeeSchema.parse(aCommittee())).toEqual(aCommittee());
  });
});

describe('who is asked', () => {
  const asked = (group: AskedGroup, presentSeatIds?: readonly string[]) =>
    askedSeats(aCommittee(), { group, presentSeatIds }, nameOf).map(({ seatId, wasAbsent }) => [seatId, wasAbsent]);

  test.each([
    ['voting', ['seat-kari', 'seat-ola']],
    ['all', ['seat-kari', 'seat-ola', 'seat-per']],
  ] as const)('%s: nobody is marked as absent while nobody has said who was present', (group, seats) => {
    expect(asked(group)).toEqual(seats.map((seat) => [seat, undefined]));
  });

  test('whoever was not at the meeting is asked as well, and marked', () => {
    expect(asked('all', ['seat-kari', 'seat-per'])).toEqual([
      ['seat-kari', undefined],
      ['seat-ola', true],
      ['seat-per', undefined],
    ]);
  });

  test('present: the voting seats that were there', () => {
    expect(asked('present', ['seat-ola', 'seat-per', 'seat-ledig'])).toEqual([['seat-ola', undefined]]);
    expect(asked('present')).toEqual([]);
  });

  test('who was present must be known only where only they are asked', () => {
    const needs = (['voting', 'all', 'present'] as const).map((askedGroup) => needsPresence({ askedGroup }));
    expect(needs).toEqual([false, false, true]);
  });
});

describe('openNextRound', () => {
  const next = { textHash: hashOf('nytt'), deadline: new Date('2026-03-16T14:00:00Z') };
  const openNext = (overrides: Partial<typeof next> = {}, committee = aCommittee()) =>
    openNextRound(
      { committee, referat: aReferat({ state: 'circulating' }), nameOf, openedBy: 'siv' },
      { before: aRound({ textHashes: [textHash, hashOf('komma'), hashOf('rettet')] }), ...next, ...overrides },
      clocks,
    );

  test('asks everybody again about the new text, and knows which text it was changed from', () => {
    const round = accepted(openNext());
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      id: 'round_referat-1_2',
      number: 2,
      textHashes: [hashOf('nytt')],
      changedFrom: hashOf('rettet'),
      deadline: next.deadline,
      answers: [],
      waitingFor: ['kari', 'ola'],
      status: 'open',
    });
  });

  test('asks those who have the seats now', () => {
    const moved = aCommittee({ seats: [aSeat('kari', { memberId: 'vera' }), aSeat('ola')] });
    expect(accepted(openNext({}, moved)).waitingFor).toEqual(['vera', 'ola']);
  });

  test('is refused when its deadline has passed, or nobody is left to ask', () => {
    expect(openNext({ deadline: NOW })).toEqual({ ok: false, refusal: 'deadline-passed' });
    expect(openNext({}, aCommittee({ seats: [] }))).toEqual({ ok: false, refusal: 'nobody-asked' });
  });
});
