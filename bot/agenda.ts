import { type Committee, peopleIn } from '../store/committee/record.ts';
import { mayRunAgenda } from '../store/committee/rules.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { isSent } from '../store/meeting/rules-agenda.ts';
import { seatsActedFor } from '../store/meeting/rules-attendance.ts';
import { isCalledIn } from '../store/meeting/rules-call-stands.ts';
import { newNumbers, numbersId } from '../store/numbers/record.ts';
import { numberOf, takeNumbers } from '../store/numbers/rules.ts';
import type { Sak } from '../store/sak/record.ts';
import { votesOn } from '../store/sak/rules.ts';
import { dayOf } from '../store/time.ts';
import { sha256Of } from './ids.ts';
import type { Deps } from './turn.ts';

/** A meeting with its committee, and the saker of its agenda in their order. */
export type Agenda = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly saker: readonly Sak[];
  /** The number that a sak has in the ledger. */
  readonly numberOf: (sakId: string) => string | undefined;
};

/** The ledger of this meeting's year, in Oslo: the stored one, or one in which no number was given. */
export async function ledgerOf(deps: Deps, committee: Committee, { startsAt }: Pick<Meeting, 'startsAt'>) {
  const year = Number(dayOf(startsAt).slice(0, 4));
  const { firstNumber } = committee.settings.agenda ?? {};
  const first = firstNumber?.year === year ? firstNumber.number : 1;
  const stored = await deps.numbers.collection.get(numbersId(committee.id, year));
  const { tenantId, id: committeeId } = committee;
  return { first, numbers: stored ?? newNumbers({ tenantId, committeeId, year, first }) };
}

/** An agenda from the newest records; undefined when it is gone. `known`: the meeting, when it was just read or written. */
export async function agendaOf(deps: Deps, meetingId: string, known?: Meeting): Promise<Agenda | undefined> {
  const meeting = known ?? (await deps.meetings.collection.get(meetingId));
  const committee = meeting && (await deps.committees.collection.get(meeting.committeeId));
  if (!meeting || !committee) return undefined;
  const saker = await Promise.all(meeting.items.map(({ sakId }) => deps.saker.collection.get(sakId)));
  const { numbers } = await ledgerOf(deps, committee, meeting);
  return {
    meeting,
    committee,
    saker: saker.filter((sak) => sak !== undefined),
    numberOf: (sakId) => numberOf(numbers, sakId),
  };
}

type Refused<R extends string> = { readonly refused: R };

/** An agenda for somebody who may build and send it; else the notice that says why not. */
export async function ownAgenda(
  deps: Deps,
  personId: string,
  meetingId: string,
): Promise<Agenda | Refused<'not-found' | 'agenda-not-for-you'>> {
  const agenda = await agendaOf(deps, meetingId);
  if (agenda === undefined) return { refused: 'not-found' };
  return mayRunAgenda(agenda.committee, personId) ? agenda : { refused: 'agenda-not-for-you' };
}

/** An agenda that was sent, with the saker that were sent in it, for somebody of the committee or a vara in the meeting; else the notice. */
export async function sentAgenda(
  deps: Deps,
  personId: string,
  meetingId: string,
  known?: Meeting,
): Promise<Agenda | Refused<'not-found' | 'not-in-this-committee' | 'agenda-not-sent'>> {
  const agenda = await agendaOf(deps, meetingId, known);
  if (agenda === undefined) return { refused: 'not-found' };
  if (!peopleIn(agenda.committee).includes(personId) && !isVaraAt(agenda.meeting, personId))
    return { refused: 'not-in-this-committee' };
  return agenda.meeting.sent ? asSent(agenda) : { refused: 'agenda-not-sent' };
}

/** Whether somebody acts for a seat in any part of a meeting, as it was registered or they said yes to, or is asked to. */
export function isVaraAt(meeting: Meeting, personId: string): boolean {
  return isCalledIn(meeting, personId) || seatsActedFor(meeting, personId).length > 0;
}

/** The agenda with what was sent of it: what is added afterwards is nobody else's until it is sent too. */
export function asSent(agenda: Agenda): Agenda {
  const sent = new Set(agenda.meeting.items.filter(isSent).map(({ sakId }) => sakId));
  return { ...agenda, saker: agenda.saker.filter(({ id }) => sent.has(id)) };
}

/** The agenda as it would be numbered if it were sent now. */
export async function asNumbered(deps: Deps, agenda: Agenda): Promise<Agenda> {
  const { meeting, committee } = agenda;
  const { numbers, first } = await ledgerOf(deps, committee, meeting);
  const sakIds = meeting.items.map(({ sakId }) => sakId);
  const taken = takeNumbers(numbers, { meetingId: meeting.id, sakIds, first, by: 'bot' }, deps.now());
  return taken.ok ? { ...agenda, numberOf: (sakId) => numberOf(taken.value, sakId) } : agenda;
}

/** What the saker of an agenda say now: a preview names it, and only what it showed is sent. */
export function contentOf({ saker }: Pick<Agenda, 'saker'>): string {
  return sha256Of(JSON.stringify(saker.map(({ id, revision }) => [id, revision])));
}

/** Whether somebody may see what a sak is about: one that is closed is for voting members, and those who prepare it. */
export function maySee(
  { committee, meeting }: Pick<Agenda, 'committee' | 'meeting'>,
  sak: Pick<Sak, 'id' | 'closed' | 'recusedSeatIds'>,
  personId: string,
): boolean {
  return !sak.closed || mayRunAgenda(committee, personId) || votesOn(sak, committee, personId, meeting);
}
