import { createHash } from 'node:crypto';
import { type Committee, newCommittee, type Seat } from '../../store/committee/record.ts';
import { newPerson, type Person } from '../../store/person/record.ts';
import { newReferat, type Referat } from '../../store/referat/record.ts';
import type { Delivery, Remark, Round, Unreached } from '../../store/round/record.ts';
import { answerRound, openRound } from '../../store/round/rules.ts';

/** Monday 2 March 2026, 10.00 in Oslo: a working hour. */
export const NOW = new Date('2026-03-02T09:00:00Z');
/** Monday 9 March 2026, 15.00 in Oslo. */
export const DEADLINE = new Date('2026-03-09T14:00:00Z');
/** Real time, far from the committee's, so that mixing the two clocks shows. */
export const REAL_NOW = new Date('2031-01-01T00:00:00Z');
export const TENANT = '11111111-2222-4333-8444-555555555555';

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A filled voting seat of somebody called by the seat's own name. */
export function aSeat(person: string, overrides: Partial<Seat> = {}): Seat {
  return {
    id: `seat-${person}`,
    name: `${person} kommune`,
    represents: 'kommune',
    voting: true,
    memberId: person,
    ...overrides,
  };
}

/** A committee of Kari and Ola with votes, Per with the right to speak and one vacant seat; Siv is secretary, Lise chair. */
export function aCommittee(overrides: Partial<Committee> = {}): Committee {
  const { memberId: _vacant, ...vacant } = aSeat('ledig');
  return {
    ...newCommittee({
      id: 'committee-1',
      tenantId: TENANT,
      name: 'Strategisk samarbeidsutvalg',
      shortName: 'SSU',
      seats: [aSeat('kari'), aSeat('ola'), aSeat('per', { voting: false }), vacant],
      roles: { chairId: 'lise', viceChairId: 'nina', secretariatIds: ['siv'] },
      settings: { roundDays: 7, approvalRule: { kind: 'everyone' } },
    }),
    ...overrides,
  };
}

export function aPerson(id: string, overrides: Partial<Person> = {}): Person {
  return { ...newPerson({ id, tenantId: TENANT, keys: [`entra:${TENANT}:${id}`], name: id }), ...overrides };
}

export function aReferat(overrides: Partial<Referat> = {}): Referat {
  const text = 'Sak 1: Innkalling og dagsorden er godkjent.';
  const input = {
    committeeId: 'committee-1',
    meetingOn: '2026-02-26',
    title: 'Referat fra møte i SSU',
    summary: 'Én sak.',
    text,
    textHash: hashOf(text),
    deadline: DEADLINE,
  };
  return { ...newReferat('referat-1', TENANT, input, 'siv', NOW), ...overrides };
}

/** A round just opened over Kari's and Ola's seats, its outbox delivered. */
export function aRound(overrides: Partial<Round> = {}, committee = aCommittee()): Round {
  const opened = openRound(
    { committee, referat: aReferat(), revision: 1, nameOf: (id) => id.toUpperCase(), openedBy: 'siv' },
    { now: NOW, realNow: REAL_NOW },
  );
  if (!opened.ok) throw new Error(opened.refusal);
  const { outboxDueAt: _due, ...round } = opened.value;
  return { ...round, outbox: [], ...overrides };
}

/** The value of a rule that is expected to go through. */
export function accepted<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: string },
): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

export const objection: Remark = { kind: 'realitet', text: 'Vedtakspunkt 2 mangler' };
export const typo: Remark = { kind: 'skrivefeil', text: 'Tromsö' };

/** What the rule says to somebody's answer about the text of `aReferat`: a remark, or else a yes. */
export function answer(round: Round, personId: string, remark?: Remark, at = NOW) {
  const { textHash } = aReferat();
  return answerRound(round, { personId, textHash, ...(remark && { remark }) }, at, REAL_NOW);
}

/** The round after these answers, in this order. */
export function answered(round: Round, ...answers: readonly (readonly [string, (Remark | undefined)?])[]): Round {
  return answers.reduce((current, [personId, remark]) => accepted(answer(current, personId, remark)), round);
}

/** The card of this seat arrived. */
export function delivered(seatId: string, at = NOW): Delivery {
  return { seatId, state: 'delivered', at, conversationId: 'c', serviceUrl: 's', activityId: 'a' };
}

/** The card of this seat did not arrive. */
export function missed(seatId: string, why: Unreached = 'blocked'): Delivery {
  return { seatId, state: 'not-reached', at: NOW, why };
}
