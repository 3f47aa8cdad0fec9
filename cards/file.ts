import type { Committee } from '../store/committee/record.ts';
import { purposeSchema } from '../store/document/view.ts';
import type { StoredFile } from '../store/file/record.ts';
import type { Unread } from '../store/plan/view.ts';
import type { Referat } from '../store/referat/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Setup } from '../store/setup/record.ts';
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
import { memberButtons, membersIn } from './member-list.ts';
import { planProblemLine } from './plan-unread.ts';
import { draftTitle } from './sak-begin.ts';
import { fitting } from './size.ts';
import { purposeText } from './text/document.ts';
import { fileText } from './text/file.ts';
import { shortDayOn } from './text/format.ts';
import { planText } from './text/plan.ts';

/** How much of its beginning shows which file it is. */
const BEGINNING = 300;

/** What a file can be used for: a new referat in these committees, or a text in one of these referater, oldest first. */
export type FileUses = {
  readonly committees: readonly Committee[];
  readonly drafts: readonly Referat[];
  readonly running: readonly Referat[];
  /** Saker that the viewer has begun, or was asked more about. */
  readonly saker: readonly Sak[];
  /** Set-ups that they have begun and not finished. */
  readonly setups: readonly Setup[];
  /** Why a table in it is not read as a handlingsplan. */
  readonly unread?: Unread;
};

/** That a file has come, in one line. */
export function receivedAs({ name, text }: Pick<StoredFile, 'name' | 'text'>): string {
  return text === undefined ? fileText.receivedUnread(name) : fileText.received(name);
}

/** A file that was dropped into the chat: what was read in it, and what it can be used for. */
export function fileReceivedCard(
  file: StoredFile,
  { committees, drafts, running, saker, setups, unread }: FileUses,
): Card {
  const { id: fileId, text, planRows } = file;
  const newFor = (text === undefined ? [] : committees).map(({ id, shortName }) =>
    button(fileText.newFor(shortName), { verb: 'referat.new', committeeId: id, fileId }),
  );
  const asked =
    committees.length === 0 || text === undefined
      ? []
      : purposeSchema.options.map((purpose) =>
          button(purposeText[purpose].create, { verb: 'document.new', purpose, fileId }),
        );
  const plan = planRows ? [button(planText.readAs(planRows), { verb: 'plan.read', fileId })] : [];
  const uses = text === undefined ? [] : referatUses(fileId, drafts, running);
  // what is text and no document is no vedlegg either
  const sakUses = isTableOfText(file)
    ? []
    : [
        heading(fileText.forSaker),
        ...saker.slice(0, SAKER).flatMap((sak) => forSak(sak, file)),
        ...buttonRows([
          ...(text === undefined ? [] : [button(fileText.newSak, { verb: 'sak.file', fileId, as: 'background' })]),
          button(fileText.newSakWith, { verb: 'sak.file', fileId, as: 'attachment' }),
        ]),
      ];
  const make = (shown: number) =>
    card(
      heading(receivedAs(file)),
      ...(text === undefined
        ? [paragraph(fileText.kept)]
        : [paragraph(fileText.read(text.length)), paragraph(beginningOf(text))]),
      ...membersIn(file),
      ...(unread ? [paragraph(planText.unreadIn), ...unread.map(planProblemLine)] : []),
      heading(fileText.whatFor),
      ...buttonRows([...plan, ...memberButtons(file, committees, setups), ...newFor, ...asked]),
      ...uses.slice(0, shown).flatMap(({ elements }) => elements),
      ...(uses.length > shown ? [paragraph(fileText.left(uses.length - shown))] : []),
      ...sakUses,
    );
  return fitting(make, uses.length);
}

const isTableOfText = ({ name }: Pick<StoredFile, 'name'>) => /\.csv$/i.test(name);

/** So many of the viewer's saker are offered, the newest first. */
const SAKER = 3;

/** What the file can be in a sak that is being written. */
function forSak(sak: Sak, { id: fileId, text }: StoredFile): Element[] {
  const to = { verb: 'sak.file', sakId: sak.id, fileId } as const;
  return [
    paragraph(draftTitle(sak)),
    buttons(
      ...(text === undefined ? [] : [button(fileText.asBackground, { ...to, as: 'background' })]),
      button(fileText.asAttachment, { ...to, as: 'attachment' }),
    ),
  ];
}

/** The text in a referat that is being written, or asked about; the newest meetings first. */
function referatUses(fileId: string, drafts: readonly Referat[], running: readonly Referat[]) {
  return [
    ...drafts.map((referat) =>
      use(referat, button(fileText.forDraft, { verb: 'referat.edit', referatId: referat.id, fileId })),
    ),
    ...running.flatMap((referat) =>
      referat.round
        ? [use(referat, button(fileText.newVersion, { verb: 'round.revise-form', roundId: referat.round.id, fileId }))]
        : [],
    ),
  ].toSorted((a, b) => b.meetingOn.localeCompare(a.meetingOn));
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
