import type { Role, Seat } from '../store/committee/record.ts';
import type { CardAction } from './actions.ts';
import { button, buttons, type Element, heading, paragraph } from './elements.ts';
import { inPages } from './pages.ts';
import { bytesOf } from './size.ts';
import { capitalized } from './text/format.ts';
import { lifeText } from './text/life.ts';
import { representsNames, roleNames, setupText, votingText } from './text/setup.ts';

/** One line of a committee: a seat and who has it, or a secretary who has none. `holder`: absent for a vacant seat. */
export type Row = {
  readonly holder?: string | undefined;
  readonly roles: readonly Role[];
  readonly seat?: Pick<Seat, 'name' | 'represents' | 'voting'> | undefined;
  /** What has to be known of the holder. */
  readonly remark?: string | undefined;
  /** The varas of the seat, in order, and who fills it. */
  readonly about?: readonly string[] | undefined;
};

/** What one page of members may take of a message: names of 160 do not fit one card. */
const MEMBERS_BYTES = 8 * 1024;

/** The members, in as many pages as it takes, with a button to the next one. */
export function memberPages(rows: readonly Row[], wanted: number, to: (page: number) => CardAction): Element[] {
  const pages = inPages(rows.map(rowText), MEMBERS_BYTES, (text) => bytesOf(paragraph(text)));
  const page = Math.min(wanted, pages.length - 1);
  const lines = (pages[page] ?? []).map(paragraph);
  if (pages.length === 1) return lines;
  return [
    heading(setupText.page(page, pages.length)),
    ...lines,
    buttons(button(setupText.nextPage, to((page + 1) % pages.length))),
  ];
}

/** «Storvik kommune (kommune): Kari Nes, leder. Stemmeberettiget.» */
function rowText({ holder = setupText.vacant, roles, seat, remark, about = [] }: Row): string {
  const who = [holder, ...roles.map((role) => roleNames[role])].join(', ');
  const remarked = remark ? ` (${remark})` : '';
  if (seat === undefined) return `${who}${remarked}`;
  const sentences = [`${seatText(seat)}: ${who}${remarked}`, capitalized(votingText(seat.voting)), ...about];
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

/** What a name has room for where many stand beside it; few are longer. */
const SHORT = 40;

/** A name as it stands beside many others, or on a button. */
export function shortened(name: string): string {
  return name.length > SHORT ? `${name.slice(0, SHORT).trim()}…` : name;
}

/** Who is vara for a seat, in order, and who fills it. */
export function seatAbout({ varas = [], appointing = {} }: Seat, nameOf: (personId: string) => string): string[] {
  const { party, contactId } = appointing;
  return [
    ...(varas.length > 0
      ? [
          lifeText.vara(
            namesText(
              varas.map(({ name }) => shortened(name)),
              VARAS,
            ),
          ),
        ]
      : []),
    ...(party ? [lifeText.appointedBy(shortened(party))] : []),
    ...(contactId ? [lifeText.contact(shortened(nameOf(contactId)))] : []),
  ];
}

/** «Storvik kommune (kommune)» */
export function seatText({ name, represents }: Pick<Seat, 'name' | 'represents'>): string {
  return `${name} (${representsNames[represents]})`;
}

/** So many varas stand beside a seat. */
const VARAS = 4;
/** So many names stand in one sentence. */
const NAMED = 20;
const NAMES_BYTES = 2 * 1024;

/** Names in one sentence, as many as are read there, and how many more. */
export function namesText(names: readonly string[], most = NAMED): string {
  let shown = Math.min(names.length, most);
  while (shown > 1 && bytesOf(names.slice(0, shown)) > NAMES_BYTES) shown--;
  const left = names.length - shown;
  return `${names.slice(0, shown).join(', ')}${left > 0 ? setupText.andMore(left) : ''}`;
}
