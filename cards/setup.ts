import type { Committee } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { CardAction } from './actions.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  facts,
  heading,
  link,
  mentioning,
  paragraph,
} from './elements.ts';
import { lifeButtons, lifeFacts, plannedIn, tasksIn } from './life.ts';
import { chosenTexts } from './rule-inputs.ts';
import { memberPages, namesText, type Row } from './setup-members.ts';
import { meetingFormText } from './text/meeting-forms.ts';
import { notice } from './text/notices.ts';
import { seatTexts } from './text/seat.ts';
import { linksOf, setupText } from './text/setup.ts';

/** Somebody who is told something where others read along; without an id they are called by name alone. */
export type Mentioned = { readonly id?: string; readonly name: string };

/** The first word of the bot to whoever added it: in their 1:1 chat, or, when that cannot be, where it was added. */
export function greetingCard(conversationId: string, name: string | undefined, mentioned?: Mentioned): Card {
  const start = buttons(button(setupText.start, { verb: 'setup.start', conversationId }));
  const about = paragraph(setupText.greetAbout);
  if (mentioned === undefined)
    return card(heading(setupText.greetTitle), paragraph(setupText.greetPlace(name)), about, start);
  return toldTo(mentioned, setupText.greetHere, (line) => [heading(setupText.greetTitle), line, about, start]);
}

/** A sentence to somebody, where others read along. */
export function saidToCard(mentioned: Mentioned, code: string): Card {
  return toldTo(mentioned, `: ${notice(code)}`, (line) => [line]);
}

function toldTo({ id, name }: Mentioned, words: string, around: (line: Element) => readonly Element[]): Card {
  if (id === undefined) return card(...around(paragraph(`${name}${words}`)));
  const { element, entities } = mentioning('', [{ id, name }], words);
  const shown = card(...around(element));
  return { ...shown, msteams: { ...shown.msteams, entities } };
}

export type Reached = {
  /** Those whose 1:1 chat the bot knows, of all who have a seat or a role. */
  readonly reached: number;
  readonly people: number;
};

/** A committee as it is set up. Those who may change it find the buttons here. */
export function committeeCard(
  committee: Committee,
  {
    rows,
    reach,
    nameOf,
    conversationName,
    mayChange,
    page,
    said,
    now,
  }: {
    readonly rows: readonly Row[];
    readonly reach: Reached;
    readonly nameOf: (personId: string) => string;
    readonly conversationName: string | undefined;
    readonly mayChange: boolean;
    readonly page: number;
    readonly said?: string | undefined;
    readonly now: Date;
  },
): Card {
  const { id: committeeId, settings } = committee;
  const shown = { nameOf, mayChange, now };
  const choices = settings.approvalRule && settings.askedGroup ? [] : [paragraph(setupText.choicesAbout)];
  return card(
    heading(setupText.title(committee.shortName)),
    ...(said === undefined ? [] : [paragraph(said)]),
    ...tasksIn(committee, shown),
    facts({
      [setupText.name]: committee.name,
      ...memberFacts(committee, nameOf),
      [setupText.reached]: setupText.reachedOf(reach.reached, reach.people),
      [setupText.conversation]: conversationName ?? setupText.noConversation,
      [setupText.days]: setupText.daysOf(settings.roundDays),
      ...(settings.publishedAt && { [setupText.published]: settings.publishedAt }),
      ...lifeFacts(committee),
    }),
    ...linksOf(settings).map(({ title, url }) => link(title, url)),
    ...chosenTexts(settings),
    ...choices,
    ...plannedIn(committee, shown),
    ...memberPages(rows, page, (next) => ({ verb: 'setup.show', committeeId, page: next })),
    ...buttonRows([
      ...(mayChange ? changeButtons(committee) : []),
      button(setupText.startNew, { verb: 'setup.start', isNew: true }),
    ]),
  );
}

/** Who leads a committee and who writes for it, and how many seats it has. */
export function memberFacts({ seats, roles }: Committee, nameOf: (personId: string) => string): Record<string, string> {
  const named = (ids: readonly (string | undefined)[]) =>
    namesText(ids.flatMap((id) => (id === undefined ? [] : nameOf(id)))) || setupText.nobody;
  const voting = seats.filter((seat) => seat.voting).length;
  const vacant = seats.filter(({ memberId }) => memberId === undefined).length;
  return {
    [setupText.chair]: named([roles.chairId]),
    [setupText.viceChair]: named([roles.viceChairId]),
    [setupText.secretariat]: named(roles.secretariatIds),
    [setupText.counts]: setupText.countsOf(seats.length, voting, vacant),
  };
}

/** What those who run a committee can change in it. */
export function changeButtons(committee: Committee): Execute[] {
  const { id: committeeId } = committee;
  if (isClosed(committee)) return lifeButtons(committee);
  return [
    button(setupText.changeMembers, { verb: 'setup.members-form', committeeId }),
    button(seatTexts.open, { verb: 'setup.seat-open', committeeId }),
    button(setupText.changeSeat, { verb: 'setup.seat-form', committeeId }),
    button(setupText.changeSettings, { verb: 'setup.settings-form', committeeId }),
    button(meetingFormText.settingsButton, { verb: 'meeting.settings-form', committeeId }),
    button(setupText.writeReferat, { verb: 'referat.new', committeeId }),
    ...lifeButtons(committee),
  ];
}

/** Which committee, when somebody is in several. */
export function chooseSetupCard(committees: readonly Committee[]): Card {
  return choiceCard(setupText.chooseTitle, [], committees, ({ id }) => ({ verb: 'setup.show', committeeId: id }), {
    verb: 'setup.start',
  });
}

/** A committee for a conversation that has none: one that the viewer runs and that has no conversation, or a new one. */
export function attachCard(
  conversationId: string,
  name: string | undefined,
  committees: readonly Committee[],
  said?: string,
): Card {
  const above = [...(said === undefined ? [] : [paragraph(said)]), paragraph(setupText.attachAbout(name))];
  const toAction = ({ id }: Committee) => ({ verb: 'setup.attach' as const, committeeId: id, conversationId });
  return choiceCard(setupText.attachTitle, above, committees, toAction, {
    verb: 'setup.start',
    conversationId,
    isNew: true,
  });
}

/** So many committees have a button each; nobody is in more. */
const CHOICES = 30;

function choiceCard(
  title: string,
  above: readonly Element[],
  committees: readonly Committee[],
  toAction: (committee: Committee) => CardAction,
  startNew: CardAction,
): Card {
  return card(
    heading(title),
    ...above,
    ...buttonRows(committees.slice(0, CHOICES).map((one) => button(one.shortName, toAction(one)))),
    buttons(button(setupText.startNew, startNew)),
  );
}

/** For somebody who is in no committee. */
export function noCommitteeCard(hasBegun: boolean): Card {
  return card(
    heading(setupText.noneTitle),
    paragraph(setupText.none),
    buttons(button(hasBegun ? setupText.carryOn : setupText.start, { verb: 'setup.start' })),
  );
}
