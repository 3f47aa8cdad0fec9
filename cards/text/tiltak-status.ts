import { isOverdue, newestStatus, type Status, type Tiltak } from '../../store/tiltak/record.ts';
import type { StatusClass } from '../../store/tiltak/status-class.ts';
import { shortened } from '../size.ts';
import { shortDay, shortDayOn } from './format.ts';

/** How it goes with a tiltak, in one or two words. */
export const statusText: Readonly<Record<StatusClass, string>> = {
  'not-followed-up': 'Ikke fulgt opp',
  'in-progress': 'I gang',
  delayed: 'Forsinket',
  done: 'Gjennomført',
  unclear: 'Uklart',
  'delete-proposed': 'Foreslås slettet',
  'by-others': 'Følges opp av andre',
};

/** The class, or that there is none. */
export function statusName(said: StatusClass | undefined): string {
  return said === undefined ? 'Uten status' : statusText[said];
}

/** «I gang (12.03.24, Vera Lund): Jobber sakte, men sikkert», and «Fra planen (12.03.24): …» where it only stood in its file. */
export function statusLine(
  { class: said, text, byOthers, at, by, from }: Status,
  nameOf: (id: string) => string,
): string {
  const prose = text ? `: ${text}` : '';
  if (from === 'plan') return `Fra planen (${shortDay(at)})${prose}`;
  const who = `${nameOf(by)}${from === 'registered' ? ', på vegne av den ansvarlige' : ''}`;
  const others = byOthers ? ` av ${byOthers}` : '';
  const name = said === 'by-others' && byOthers ? `Følges opp${others}` : statusName(said);
  return `${name} (${shortDay(at)}, ${who})${prose}`;
}

/** «Sist: I gang …», or nothing when nothing was ever said. */
export function lastLine(tiltak: Pick<Tiltak, 'statuses'>, nameOf: (id: string) => string, longest: number): string[] {
  const status = newestStatus(tiltak);
  return status === undefined ? [] : [`Sist: ${shortened(statusLine(status, nameOf), longest)}`];
}

/** «Frist: våren 2024 (31.05.24). Fristen er ute.» Nothing where there is none. */
export function dueLine(tiltak: Pick<Tiltak, 'due' | 'dueOn' | 'state' | 'statuses'>, today: string): string[] {
  const { due, dueOn } = tiltak;
  const on = dueOn && shortDayOn(dueOn);
  const said = due && on && due !== on ? `${due} (${on})` : (due ?? on);
  if (said === undefined) return [];
  return [`Frist: ${said}${isOverdue(tiltak, today) ? '. Fristen er ute.' : ''}`];
}
