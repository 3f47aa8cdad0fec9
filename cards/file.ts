import type { Committee } from '../store/committee/record.ts';
import { purposeSchema } from '../store/document/view.ts';
import type { StoredFile } from '../store/file/record.ts';
import type { Referat } from '../store/referat/record.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  paragraph,
} from './elements.ts';
import { fitting } from './size.ts';
import { purposeText } from './text/document.ts';
import { fileText } from './text/file.ts';
import { shortDayOn } from './text/format.ts';

/** How much of its beginning shows which file it is. */
const BEGINNING = 300;

/** What a file can be used for: a new referat in these committees, or a text in one of these referater, oldest first. */
export type FileUses = {
  readonly committees: readonly Committee[];
  readonly drafts: readonly Referat[];
  readonly running: readonly Referat[];
};

/** A file that was dropped into the chat: what was read in it, and what it can be used for. */
export function fileReceivedCard(file: StoredFile, { committees, drafts, running }: FileUses): Card {
  const { id: fileId, text = '' } = file;
  const newFor = committees.map(({ id, shortName }) =>
    button(fileText.newFor(shortName), { verb: 'referat.new', committeeId: id, fileId }),
  );
  const asked = purposeSchema.options.map((purpose) =>
    button(purposeText[purpose].create, { verb: 'document.new', purpose, fileId }),
  );
  const uses = [
    ...drafts.map((referat) =>
      use(referat, button(fileText.forDraft, { verb: 'referat.edit', referatId: referat.id, fileId })),
    ),
    ...running.flatMap((referat) =>
      referat.round
        ? [use(referat, button(fileText.newVersion, { verb: 'round.revise-form', roundId: referat.round.id, fileId }))]
        : [],
    ),
  ].toSorted((a, b) => b.meetingOn.localeCompare(a.meetingOn));
  const make = (shown: number) =>
    card(
      heading(fileText.received(file.name)),
      paragraph(fileText.read(text.length)),
      paragraph(beginningOf(text)),
      heading(fileText.whatFor),
      ...buttonRows([...newFor, ...asked]),
      ...uses.slice(0, shown).flatMap(({ elements }) => elements),
      ...(uses.length > shown ? [paragraph(fileText.left(uses.length - shown))] : []),
    );
  return fitting(make, uses.length);
}

function use({ title, meetingOn }: Referat, action: Execute) {
  const elements: readonly Element[] = [paragraph(`${title}, møte ${shortDayOn(meetingOn)}`), buttons(action)];
  return { meetingOn, elements };
}

function beginningOf(text: string): string {
  // a character is at most two of what a text is cut by
  const characters = [...text.slice(0, 2 * BEGINNING + 2)];
  return characters.length <= BEGINNING ? text : `${characters.slice(0, BEGINNING).join('')} …`;
}
