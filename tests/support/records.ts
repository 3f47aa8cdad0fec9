import { createHash } from 'node:crypto';
import { type Committee, newCommittee, type Seat } from '../../store/committee/record.ts';
import { newFile, type StoredFile } from '../../store/file/record.ts';
import { newPerson, type Person } from '../../store/person/record.ts';
import { newest, newReferat, type Referat } from '../../store/referat/record.ts';
import type { Delivery, Remark, Round, Unreached } from '../../store/round/record.ts';
import { answerRound } from '../../store/round/rules.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { newSetup, type Setup } from '../../store/setup/record.ts';

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
      settings: { roundDays: 7, approvalRule: { kind: 'everyone' }, askedGroup: 'voting' },
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
    text: { text, hash: hashOf(text) },
    deadline: DEADLINE,
  };
  return { ...newReferat('referat-1', TENANT, input, 'siv', NOW), ...overrides };
}

/** A Word file that Siv dropped into her chat, and what was read in it. */
export function aFile(overrides: Partial<StoredFile> = {}): StoredFile {
  const fields = {
    id: 'file-1',
    tenantId: TENANT,
    name: 'Referat.docx',
    bytes: 9,
    sha256: hashOf('docx'),
    base64: 'UEsDBAAAAAAA',
    by: 'siv',
    text: 'Sak 1 fra fil',
  };
  return { ...newFile(fields), ...overrides };
}

/** A form for a new committee that Siv has opened in a group chat. */
export function aSetup(overrides: Partial<Setup> = {}): Setup {
  const conversation = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', rosterId: '19:ssu' };
  const typed = { members: 'Siv; siv@eksempel.no; sekretariat' };
  return { ...newSetup({ id: 'setup-1', tenantId: TENANT, by: 'siv', typed, conversation }), ...overrides };
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
  const { hash: textHash } = newest(aReferat());
  const choice = remark ? 'remark' : 'approve';
  return answerRound(round, { personId, textHash, choice, ...(remark && { remark }) }, at, REAL_NOW);
}

/** The round after these answers, in this order. */
export function answered(round: Round, ...answers: readonly (readonly [string, (Remark | undefined)?])[]): Round {
  return answers.reduce((current, [personId, remark]) => accepted(answer(current, personId, remark)), round);
}

/** The card of this holder arrived. */
export function delivered(holderId: string, at = NOW): Delivery {
  return {
    holderId,
    state: 'delivered',
    at,
    serviceUrl: 'https://teams.example/',
    conversationId: 'c',
    activityId: 'a',
  };
}

/** The card of this holder did not arrive. */
export function missed(holderId: string, why: Unreached = 'blocked'): Delivery {
  return { holderId, state: 'not-reached', at: NOW, why };
}
