import type { Difference } from '../store/committee/rules-members.ts';
import type { PlannedLine, Setup } from '../store/setup/record.ts';
import { button, buttons, type Card, card, type Element, facts, heading, paragraph } from './elements.ts';
import { chosenTexts } from './rule-inputs.ts';
import { memberPages, namesText, type Row, seatText, shortened } from './setup-members.ts';
import { fitting } from './size.ts';
import { lifeText } from './text/life.ts';
import { notice } from './text/notices.ts';
import { roleNames, setupText } from './text/setup.ts';

type Shown = { readonly page: number; readonly problem?: string | undefined };

const problemIn = ({ problem }: Shown): Element[] => (problem === undefined ? [] : [paragraph(notice(problem))]);

function sends(setup: Setup, title: string): Element {
  const { id: setupId, revision } = setup;
  return buttons(
    button(title, { verb: 'setup.save', setupId, revision }),
    button(setupText.change, { verb: 'setup.edit', setupId }),
  );
}

/** The committee as it will be, to be checked before it is made. `isWithoutAuthor`: whoever makes it is in no line. */
export function setupPreviewCard(setup: Setup, shown: Shown & { readonly isWithoutAuthor?: boolean }): Card {
  const { id: setupId, plan } = setup;
  const { settled, lines = [] } = plan ?? {};
  const seats = lines.flatMap(({ name, seat }) => (seat ? [{ ...seat, isVacant: name === undefined }] : []));
  const voting = seats.filter((seat) => seat.voting).length;
  return card(
    heading(setupText.previewTitle),
    ...problemIn(shown),
    paragraph(setupText.previewAbout),
    facts({
      [setupText.name]: settled?.name ?? '',
      [setupText.shortName]: settled?.shortName ?? '',
      [setupText.counts]: setupText.countsOf(seats.length, voting, seats.filter(({ isVacant }) => isVacant).length),
      [setupText.days]: setupText.daysOf(settled?.roundDays ?? 0),
    }),
    ...(settled?.approvalRule && settled.askedGroup ? [] : [paragraph(setupText.choicesAbout)]),
    ...chosenTexts(settled ?? {}),
    paragraph(setupText.silence),
    ...memberPages(rowsOf(lines), shown.page, (page) => ({ verb: 'setup.page', setupId, page })),
    ...foundTexts(setup),
    ...(shown.isWithoutAuthor ? [paragraph(setupText.notOnList)] : []),
    sends(setup, setupText.create),
  );
}

/** Every seat with its varas, in the order of the list. */
function rowsOf(lines: readonly PlannedLine[]): Row[] {
  const varasOf = (of: number) => lines.flatMap(({ varaOf, name }) => (varaOf === of && name ? shortened(name) : []));
  return lines
    .filter(({ varaOf }) => varaOf === undefined)
    .map(({ line, name, roles, seat }) => {
      const varas = varasOf(line);
      return { holder: name, roles, seat, ...(varas.length > 0 && { about: [lifeText.vara(namesText(varas))] }) };
    });
}

/** Who is not in Teams as far as the bot can see, and what becomes of that. */
function foundTexts({ plan, conversation }: Setup): Element[] {
  const lines = plan?.lines ?? [];
  const named = (found: PlannedLine['found']) =>
    lines.filter((line) => line.found === found).map(({ name, email }) => `${name}${email ? ` (${email})` : ''}`);
  const [waiting, foreign] = [named('waiting'), named('foreign')];
  const isWholeKnown = conversation !== undefined && !plan?.hasMore;
  const text = isWholeKnown ? setupText.waiting : setupText.waitingAlone;
  return [
    ...(waiting.length > 0 ? [paragraph(text(namesText(waiting)))] : []),
    ...(foreign.length > 0 ? [paragraph(setupText.foreign(namesText(foreign)))] : []),
  ];
}

export type Changes = {
  readonly differences: readonly Difference[];
  readonly nameOf: (personId: string) => string;
  /** Rounds are running, and some of them ask somebody about whom something changes. */
  readonly hasRounds: boolean;
  readonly losesRights: boolean;
  /** The rule for approval wants more than there will be to ask. */
  readonly isBeyondRule: boolean;
  /** The committee's quorum, where fewer would have a vote: then nothing can be saved. */
  readonly belowQuorum: number | undefined;
};

/** What will be different in a committee, to be checked before it is. */
export function differenceCard(setup: Setup, changes: Changes, shown: Shown): Card {
  const { differences, nameOf, hasRounds, losesRights, isBeyondRule, belowQuorum } = changes;
  const lines = differences.map((one) => paragraph(differenceText(one, nameOf)));
  const { committeeId } = setup;
  return fitting((count) => {
    const left = lines.length - count;
    return card(
      heading(setupText.differenceTitle),
      ...problemIn(shown),
      ...(belowQuorum === undefined ? [] : [paragraph(setupText.belowQuorum(belowQuorum))]),
      ...(lines.length === 0 ? [paragraph(setupText.noDifference)] : lines.slice(0, count)),
      ...(left > 0 ? [paragraph(setupText.moreDifferences(left))] : []),
      ...(losesRights ? [paragraph(setupText.losesRights)] : []),
      ...(isBeyondRule ? [paragraph(setupText.beyondRule)] : []),
      ...(hasRounds ? [paragraph(setupText.roundsGoOn)] : []),
      ...foundTexts(setup),
      lines.length > 0 && belowQuorum === undefined
        ? sends(setup, setupText.save)
        : buttons(
            button(setupText.change, { verb: 'setup.edit', setupId: setup.id }),
            ...(committeeId ? [button(setupText.cancel, { verb: 'setup.show', committeeId })] : []),
          ),
    );
  }, lines.length);
}

function differenceText(one: Difference, nameOf: (personId: string) => string): string {
  const texts = setupText.differences;
  const named = (personId: string | undefined) =>
    personId === undefined ? setupText.vacant.toLowerCase() : nameOf(personId);
  switch (one.what) {
    case 'seat-added':
    case 'seat-removed':
      return texts[one.what](seatText(one.seat), named(one.seat.memberId));
    case 'holder-changed':
      return texts[one.what](seatText(one.seat), named(one.before), named(one.seat.memberId));
    case 'vote-given':
    case 'vote-taken':
      return texts[one.what](seatText(one.seat));
    case 'seat-renamed':
      return texts[one.what](seatText(one.before), seatText(one.seat));
    case 'vara-named':
      return texts[one.what](seatText(one.seat), one.vara.name);
    case 'role-given':
    case 'role-taken':
      return texts[one.what](roleNames[one.role], nameOf(one.personId));
  }
}
