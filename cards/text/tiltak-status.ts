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

/** «I gang», «Følges opp av kommunene»; nothing where prose alone was written. */
export function classText({ class: said, byOthers }: Pick<Status, 'class' | 'byOthers'>): string | undefined {
  if (said === 'by-others' && byOthers) return `Følges opp av ${byOthers}`;
  return said && statusText[said];
}

/** «I gang (12.03.24, Vera Lund)»; `owner`: for whom somebody else has registered it. */
export function statusHead(status: Status, nameOf: (id: string) => string, owner = 'den ansvarlige'): string {
  const { at, by, from } = status;
  if (from === 'plan') return `Fra planen (${shortDay(at)})`;
  const who = `${nameOf(by)}${from === 'registered' ? `, på vegne av ${owner}` : ''}`;
  return `${classText(status) ?? 'Status'} (${shortDay(at)}, ${who})`;
}

/** «I gang (12.03.24, Vera Lund): Jobber sakte, men sikkert», and «Fra planen (12.03.24): …» where it only stood in its file. */
export function statusLine(status: Status, nameOf: (id: string) => string): string {
  return `${statusHead(status, nameOf)}${status.text ? `: ${status.text}` : ''}`;
}

/** «Sist: I gang …», or nothing when nothing was ever said. */
export function lastLine(tiltak: Pick<Tiltak, 'statuses'>, nameOf: (id: string) => string, longest: number): string[] {
  const status = newestStatus(tiltak);
  return status === undefined ? [] : [`Sist: ${shortened(statusLine(status, nameOf), longest)}`];
}

/** «innen desember 2024 (31.12.24)», and the day alone where it was written as one. */
export function dueText({ due, dueOn }: Pick<Tiltak, 'due' | 'dueOn'>): string | undefined {
  const day = dueOn && shortDayOn(dueOn);
  if (due === undefined || due === day) return day;
  return day === undefined ? due : `${due} (${day})`;
}

/** «Frist: våren 2024 (31.05.24). Fristen er ute.» Nothing where there is none. */
export function dueLine(tiltak: Pick<Tiltak, 'due' | 'dueOn' | 'state' | 'statuses'>, today: string): string[] {
  const said = dueText(tiltak);
  if (said === undefined) return [];
  return [`Frist: ${said}${isOverdue(tiltak, today) ? '. Fristen er ute.' : ''}`];
}
