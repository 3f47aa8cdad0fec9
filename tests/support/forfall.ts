import type { Committee, Seat, Vara } from '../../store/committee/record.ts';
import type { Effect } from '../../store/effect.ts';
import type { Call, Forfall, Reason, Scope } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { answerCall, assignVara, lapseCalls, markActed } from '../../store/meeting/rules-call-answer.ts';
import { reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import { anAcceptedSak, aSentMeeting } from './agendas.ts';
import { aCommittee, accepted, aSeat, NOW, REAL_NOW } from './records.ts';

const HOUR_MS = 3600 * 1000;

/** A vara of a seat, who has accepted. */
export function aVara(personId: string): Vara {
  return { personId, name: personId, acceptedAt: NOW };
}

/** A seat with varas, in this order. */
export function aSeatWithVaras(person: string, varas: readonly string[], changes: Partial<Seat> = {}): Seat {
  return aSeat(person, { varas: varas.map(aVara), ...changes });
}

/**
 * Kari has the varas Vera and Viggo, Ola has Vera and Odd, Per has none. Lise is chair, Siv secretary, both without a
 * seat.
 */
export function aCommitteeWithVaras(changes: Partial<Committee> = {}): Committee {
  const seats = [
    aSeatWithVaras('kari', ['vera', 'viggo']),
    aSeatWithVaras('ola', ['vera', 'odd']),
    aSeat('per', { voting: false }),
  ];
  return aCommittee({ seats, ...changes });
}

/** Tuesday 14 April 2026, 12–14 in Oslo, with `sak-1` and `sak-2` on its agenda. */
export function aCalledMeeting(changes: Partial<Meeting> = {}): Meeting {
  return aSentMeeting([anAcceptedSak('sak-1'), anAcceptedSak('sak-2')], changes);
}

export const WHOLE: Scope = { what: 'whole' };
export const inhabilIn = (sakId: string): Scope => ({ what: 'sak', sakId });
/** Hours that are not attended, counted from the beginning of the meeting. */
export function aPart(fromHour?: number, toHour?: number, sakIds: string[] = []): Scope {
  const { startsAt } = aCalledMeeting();
  const at = (hours: number) => new Date(startsAt.getTime() + hours * HOUR_MS);
  return {
    what: 'part',
    ...(fromHour !== undefined && { from: at(fromHour) }),
    ...(toHour !== undefined && { to: at(toHour) }),
    sakIds,
  };
}

/** This many hours before the meeting begins; after it when negative. */
export function hoursBefore(hours: number, { startsAt }: Pick<Meeting, 'startsAt'> = aCalledMeeting()): Date {
  return new Date(startsAt.getTime() - hours * HOUR_MS);
}

export const clocksAt = (now = NOW) => ({ now, realNow: REAL_NOW });

type When = { readonly now?: Date; readonly of?: Committee };

/** Forfall for this person's seat, as they report it themselves unless somebody else does. */
export function away(
  meeting: Meeting,
  member: string,
  scope: Scope = WHOLE,
  {
    now,
    of = aCommitteeWithVaras(),
    by = member,
    reason,
  }: When & { readonly by?: string; readonly reason?: Reason } = {},
) {
  return reportForfall(meeting, of, { seatId: `seat-${member}`, personId: by, scope, reason }, clocksAt(now));
}

/** «Jeg kan likevel», for this person's seat. */
export function back(
  meeting: Meeting,
  member: string,
  {
    now,
    of = aCommitteeWithVaras(),
    by = member,
    forfallIds,
  }: When & { readonly by?: string; readonly forfallIds?: readonly string[] } = {},
) {
  return takeBackForfall(meeting, of, { seatId: `seat-${member}`, personId: by, forfallIds }, clocksAt(now));
}

/** A vara's answer to the call-in about forfall of this id. */
export function says(
  meeting: Meeting,
  personId: string,
  yes: boolean,
  forfallId = 'seat-kari:whole',
  { now, of = aCommitteeWithVaras() }: When = {},
) {
  return answerCall(meeting, of, { forfallId, personId, yes }, clocksAt(now));
}

/** The secretary says who acts. */
export function assigned(
  meeting: Meeting,
  personId: string,
  forfallId = 'seat-kari:whole',
  { now, of = aCommitteeWithVaras(), by = 'siv' }: When & { readonly by?: string } = {},
) {
  return assignVara(meeting, of, { forfallId, vara: { personId, name: personId }, personId: by }, clocksAt(now));
}

/** The timer runs. */
export function lapsed(meeting: Meeting, now: Date, of = aCommitteeWithVaras()) {
  return lapseCalls(meeting, of, clocksAt(now));
}

/** Forfall that is there whenever a test asks for it. */
export function forfallIn(meeting: Meeting, forfallId = 'seat-kari:whole'): Forfall {
  const found = meeting.forfall?.find(({ id }) => id === forfallId);
  if (found === undefined) throw new Error(`no forfall ${forfallId}`);
  return found;
}

/** Who was called in for it, in order, and how each call stands. */
export function callsOf(meeting: Meeting, forfallId?: string): [string, Call['state']][] {
  return forfallIn(meeting, forfallId).calls.map(({ varaId, state }) => [varaId, state]);
}

/** The cards that wait, as what is shown and to whom. */
export function cardsIn({ outbox }: Meeting): string[] {
  return outbox.flatMap((effect) =>
    effect.kind === 'personal-card' ? `${effect.view.view} to ${effect.personId}` : [],
  );
}

/** The cards that wait for somebody. */
export function cardsTo({ outbox }: Meeting, person: string): Effect[] {
  return outbox.filter((effect) => effect.kind === 'personal-card' && effect.personId === person);
}

/** The seats of which the rounds are told that somebody else acts. */
export function seatsMoved({ outbox }: Meeting): string[] {
  return outbox.flatMap((effect) => (effect.kind === 'seat-moved' ? effect.seatId : []));
}

/** The meeting once everything that waited was sent. */
export function delivered(meeting: Meeting): Meeting {
  const { outboxDueAt: _due, contactDueAt: _contact, ...rest } = meeting;
  return { ...rest, outbox: [] };
}

/** Kari has reported forfall for the whole meeting, and Vera is asked. */
export function kariAway(): Meeting {
  return delivered(accepted(away(aCalledMeeting(), 'kari')));
}

/** Vera has said yes to it. */
export function veraActs(): Meeting {
  return delivered(accepted(says(kariAway(), 'vera', true)));
}

/** Vera has voted or answered for the seat. */
export function acted(meeting: Meeting): Meeting {
  return accepted(markActed(meeting, { seatId: 'seat-kari', personId: 'vera' }, NOW));
}
