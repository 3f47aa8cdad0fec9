import type { Wanted } from '../store/digest/rules-wanted.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { about as named } from './about.ts';
import type { Slot } from './actions/digest.ts';
import { appLinkButton } from './app-link.ts';
import type { Again, DigestShown } from './digest.ts';
import { button, buttons, type Element, marked, paragraph, prefilled } from './elements.ts';
import { shortened } from './size.ts';
import {
  answerChoices,
  answerProblemText,
  newsText,
  placeLine,
  digestText as text,
  tiltakTitle,
} from './text/digest.ts';
import { notice } from './text/notices.ts';
import { problemLines } from './text/problems.ts';
import { dueLine, lastLine } from './text/tiltak-status.ts';

/** Longer texts are shown whole where one tiltak is answered. */
const LONGEST_TEXT = 600;
const LONGEST_LAST = 300;
const LONGEST_PLACE = 200;

/** A tiltak in a digest. `asks`: it has inputs, whose names end with the number that it gets on its page. */
export type Slotted = {
  readonly asks?: { readonly tiltakId: string; readonly seen: number };
  readonly elements: (slot: number) => Element[];
};

type About = Pick<DigestShown, 'nameOf' | 'committeeOf' | 'leaderHears' | 'today'>;

/** The question how it goes with one tiltak; `typed`: what could not be read, with what is wrong with it. */
export function askedBlock(about: About, tiltak: Tiltak, typed?: Again): Slotted {
  const { id: tiltakId, statuses } = tiltak;
  return {
    asks: { tiltakId, seen: statuses.length },
    elements: (slot) => [
      ...titleElements(about, tiltak, slot + 1),
      ...(typed ? whyLines(typed.problem) : []),
      ...inputs(slot as Slot, typed),
      ...moreButtons(tiltak, typed),
    ],
  };
}

/** What cannot be answered any more, and why. How it goes with it is for those who may answer. */
export function refusedBlock({ committeeOf }: About, tiltak: Tiltak, problem: string): Slotted {
  const title = tiltakTitle(tiltak, committeeOf(tiltak), LONGEST_TEXT);
  return { elements: () => [marked([{ text: title, isMarked: true }]), ...whyLines(problem)] };
}

/** What the secretariat, or the chair, is told of a tiltak, and what can be done. */
export function newsBlock(about: About, { item: { want }, tiltak }: Wanted): Slotted {
  const { id: tiltakId } = tiltak;
  if (want === 'ask') return askedBlock(about, tiltak);
  const decide = (title: string, what: 'leader' | 'leave') => button(title, { verb: 'digest.silent', tiltakId, what });
  return {
    elements: () => [
      ...titleElements(about, tiltak),
      paragraph(newsText(want, tiltak, about.nameOf, about.leaderHears(tiltak))),
      buttons(
        ...named(
          tiltakTitle(tiltak, about.committeeOf(tiltak)),
          ...(want === 'silent' && about.leaderHears(tiltak) ? [decide(text.tellLeader, 'leader')] : []),
          ...(want === 'silent' ? [decide(text.leave, 'leave')] : []),
          button(text.other, { verb: 'tiltak.hand-over-form', tiltakId, back: 'digest' }),
          button(text.answerIt, { verb: 'tiltak.answer-form', tiltakId, back: 'digest' }),
        ),
        ...(want === 'unreached' && tiltak.unreached?.why === 'not-installed'
          ? [appLinkButton(tiltak.committeeId)]
          : []),
      ),
    ],
  };
}

/** What is wrong with what was typed, or why it cannot be registered as it is. */
function whyLines(problem: string): Element[] {
  const isTyped = Object.hasOwn(answerProblemText, problem);
  return isTyped ? problemLines([problem], answerProblemText) : [paragraph(notice(problem))];
}

function titleElements({ nameOf, committeeOf, today }: About, tiltak: Tiltak, number?: number): Element[] {
  const { handedOver, contactIds } = tiltak;
  const isHanded = handedOver?.to !== undefined && contactIds?.includes(handedOver.to);
  const lines = [
    ...placeLine(tiltak, LONGEST_PLACE),
    ...dueLine(tiltak, today),
    ...lastLine(tiltak, nameOf, LONGEST_LAST),
    ...(isHanded && handedOver ? [text.handedBy(nameOf(handedOver.by))] : []),
  ];
  const title = tiltakTitle(tiltak, committeeOf(tiltak), LONGEST_TEXT);
  return [
    marked([{ text: number === undefined ? title : `${number}. ${title}`, isMarked: true }]),
    ...(lines.length > 0 ? [paragraph(lines.join('\n'))] : []),
  ];
}

function inputs(slot: Slot, typed: Again | undefined): Element[] {
  const number = slot + 1;
  return [
    {
      type: 'Input.ChoiceSet',
      id: `class${slot}`,
      label: text.status(number),
      style: 'compact',
      placeholder: text.choose,
      choices: answerChoices,
      ...prefilled(answerChoices.find(({ value }) => value === typed?.class)?.value),
    },
    {
      type: 'Input.Text',
      id: `text${slot}`,
      label: text.prose(number),
      isMultiline: true,
      placeholder: text.proseHint,
      ...prefilled(typed?.text),
    },
    {
      type: 'Input.Text',
      id: `due${slot}`,
      label: text.due(number),
      placeholder: text.dueHint,
      ...prefilled(typed?.due),
    },
  ];
}

/** What has no room in a digest is one press away. */
function moreButtons({ id: tiltakId, text: whole }: Tiltak, typed: Again | undefined): Element[] {
  const isCut = shortened(whole, LONGEST_TEXT) !== whole;
  const isWho = typed?.problem === 'person-unknown' || typed?.problem === 'person-several';
  const more = [
    ...(isCut ? [button(text.whole, { verb: 'tiltak.answer-form' as const, tiltakId, back: 'digest' as const })] : []),
    ...(isWho
      ? [button(text.find, { verb: 'tiltak.hand-over-form' as const, tiltakId, back: 'digest' as const })]
      : []),
  ];
  return more.length > 0 ? [buttons(...named(whole, ...more))] : [];
}
