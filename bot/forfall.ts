import { standsLines } from '../cards/forfall.ts';
import { agendaText } from '../cards/text/agenda.ts';
import { ownForfallText, reportedText, type SakName, sakNumber } from '../cards/text/forfall.ts';
import type { Committee, Seat } from '../store/committee/record.ts';
import type { Forfall } from '../store/meeting/forfall.ts';
import { coveredBy, isDry, standing } from '../store/meeting/rules-holder.ts';
import { type Agenda, agendaOf, asSent, maySee } from './agenda.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** A meeting whose forfall is shown or reported, with the saker of its agenda as far as it was sent. */
export type ForfallCase = Agenda & { readonly sakName: SakName };

/** A meeting, its committee, and what its saker are called in a sentence; undefined when it is gone. */
export async function forfallCase(deps: Deps, meetingId: string): Promise<ForfallCase | undefined> {
  const known = await agendaOf(deps, meetingId);
  if (known === undefined) return undefined;
  const agenda = asSent(known);
  return { ...agenda, sakName: sakNameIn(agenda) };
}

/** What the saker of an agenda are called in a sentence. */
export function sakNameIn({ numberOf }: Pick<Agenda, 'numberOf'>): SakName {
  return (sakId) => sakNumber(numberOf(sakId));
}

/** The saker of a sent agenda as somebody sees them: of a closed one, only that it is there. */
export function sakLines(agenda: ForfallCase, personId: string): { readonly title: string; readonly value: string }[] {
  return agenda.saker.map((sak) => ({
    title: agendaText.sak(
      agenda.numberOf(sak.id) ?? '',
      maySee(agenda, sak, personId) ? sak.title : agendaText.closedSak,
    ),
    value: sak.id,
  }));
}

/** The seats that somebody has in a committee. */
export function seatsOf({ seats }: Pick<Committee, 'seats'>, personId: string): Seat[] {
  return seats.filter(({ memberId }) => memberId === personId);
}

/** The forfall that stands for these seats. */
export function forfallFor({ meeting }: Pick<Agenda, 'meeting'>, seats: readonly Pick<Seat, 'id'>[]): Forfall[] {
  return standing(meeting).filter(({ seatId }) => seats.some(({ id }) => id === seatId));
}

/** Those that wait for somebody first: nobody is left to ask, then somebody is asked, then those that are covered. */
export function byNeed(forfall: readonly Forfall[]): Forfall[] {
  const rank = (one: Forfall) => (coveredBy(one) ? 2 : isDry(one) ? 0 : 1);
  return forfall.toSorted((a, b) => rank(a) - rank(b) || a.at.getTime() - b.at.getTime());
}

/** What the member of these seats is told of their forfall that nobody covers, line by line. */
export async function forfallLines(deps: Deps, agenda: Agenda, seats: readonly Pick<Seat, 'id'>[]): Promise<string[]> {
  const own = forfallFor(agenda, seats).filter((one) => coveredBy(one) === undefined);
  const nameOf = await forfallNames(deps, agenda, own);
  const sakName = sakNameIn(agenda);
  const names = { nameOf, now: deps.now() };
  return own.map((one) => [`${reportedText(one, sakName)}.`, ...standsLines(one, names, ownForfallText)].join(' '));
}

/** The names of everybody who is named with these forfall. */
export function forfallNames(deps: Deps, { committee }: Pick<Agenda, 'committee'>, forfall: readonly Forfall[]) {
  const members = committee.seats.filter(({ id }) => forfall.some(({ seatId }) => seatId === id));
  const ids = [
    ...members.flatMap(({ memberId }) => memberId ?? []),
    ...forfall.flatMap(({ by, calls }) => [by, ...calls.map(({ varaId }) => varaId)]),
  ];
  return namesIn(deps, [...new Set(ids)]);
}
