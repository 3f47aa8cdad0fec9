import type { Dated } from '../store/committee/life.ts';
import type { Committee } from '../store/committee/record.ts';
import { button, buttons, type Card, card, type Element, heading, paragraph } from './elements.ts';
import { namesText, seatText } from './setup-members.ts';
import { lifeText, newsText, newsTitle, rotationText, seatChangedText } from './text/life.ts';

const showButton = ({ id: committeeId }: Committee): Element =>
  buttons(button(lifeText.show, { verb: 'setup.show', committeeId }));

/** Those who appoint, as they are reached. */
export type Contacts = { readonly reached: readonly string[]; readonly unreached: readonly string[] };

/** A date of a committee is near, or there. `runs`: the reader is one of those who run it. */
export function lifeNewsCard(
  committee: Committee,
  {
    what,
    on,
    today,
    runs,
    isContact,
    contacts,
  }: {
    readonly what: Dated;
    readonly on: string;
    readonly today: string;
    readonly runs: boolean;
    readonly isContact: boolean;
    readonly contacts: Contacts;
  },
): Card {
  const represents = committee.life?.rotation?.represents;
  const { reached, unreached } = contacts;
  const known = [
    ...(reached.length > 0 ? [paragraph(rotationText.contacts(namesText(reached)))] : []),
    ...(unreached.length > 0 ? [paragraph(rotationText.unreached(namesText(unreached)))] : []),
    ...(reached.length + unreached.length === 0 ? [paragraph(rotationText.noContacts)] : []),
  ];
  return card(
    heading(newsTitle[what]),
    paragraph(newsText(committee.name, what, on, today)),
    ...(what === 'rotates' && represents ? [paragraph(rotationText.turn(represents))] : []),
    ...(what === 'rotates' && isContact ? [paragraph(rotationText.ask)] : []),
    ...(what === 'rotates' && runs ? known : []),
    ...(runs ? [showButton(committee)] : []),
  );
}

/** What became of a planned change, to the new holder and to those who run the committee. */
export function seatChangedCard(
  committee: Committee,
  {
    seatId,
    name,
    on,
    outcome,
    isHolder,
    runs,
  }: {
    readonly seatId: string;
    readonly name: string | undefined;
    readonly on: string;
    readonly outcome: 'moved' | keyof typeof seatChangedText.why;
    readonly isHolder: boolean;
    readonly runs: boolean;
  },
): Card {
  const text = seatChangedText;
  const found = committee.seats.find(({ id }) => id === seatId);
  const seat = found ? seatText(found) : lifeText.goneSeat.toLowerCase();
  const button = runs ? [showButton(committee)] : [];
  if (outcome !== 'moved')
    return card(
      heading(text.notMovedTitle),
      paragraph(text.planned(seat, name, on)),
      paragraph(text.why[outcome]),
      ...button,
    );
  const moved = name === undefined ? text.vacated(seat, on) : text.moved(seat, name, on);
  return card(
    heading(text.movedTitle),
    ...(isHolder
      ? [paragraph(text.yours(seat, committee.name, on)), paragraph(text.yoursAbout)]
      : [paragraph(moved), paragraph(text.rolesStay)]),
    ...button,
  );
}
