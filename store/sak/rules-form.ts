import type { Committee } from '../committee/record.ts';
import { mayRunAgenda } from '../committee/rules.ts';
import type { StoredFile } from '../file/record.ts';
import type { Meeting } from '../meeting/record.ts';
import { done, type Result, refuse } from '../result.ts';
import { manyLines, oneLine, pointsIn } from '../typed-text.ts';
import {
  type Attachment,
  MAX_ANSWER,
  MAX_ATTACHMENTS,
  MAX_BACKGROUND,
  MAX_POINT,
  MAX_POINTS,
  MAX_SAK_TITLE,
  type Sak,
  type SakType,
  sakTypeSchema,
} from './record.ts';
import { type By, isWithProposer, mayPropose, noted } from './rules.ts';
import { fromQuestions, type KeepRefusal, typedOf } from './rules-draft.ts';
import { linksIn } from './rules-links.ts';
import { openMeetings } from './rules-wish.ts';

const MAX_NAME = 200;

export type SakProblem =
  | 'sak-committee'
  | 'sak-title'
  | 'sak-title-long'
  | 'sak-what'
  | 'sak-from'
  | 'sak-from-long'
  | 'sak-from-formula'
  | 'sak-to-long'
  | 'background-too-long'
  | 'point-too-long'
  | 'too-many-points'
  | 'link-odd'
  | 'link-not-https'
  | 'link-too-long'
  | 'too-many-attachments'
  | 'wished-meeting'
  | 'sak-type'
  | 'answer-too-long';

/** What the form for a sak gives once it has been read and found usable. */
export type SakInput = Pick<Sak, 'title' | 'from' | 'background' | 'proposal' | 'attachments'> & {
  readonly outsider?: true;
  readonly to?: string;
  readonly backgroundFileId?: string;
  readonly wishedMeetingId?: string;
  readonly type?: SakType;
};

/** Where the form is for, and what it may name. */
export type FormContext = {
  readonly committee: Committee;
  readonly tenantId: string;
  readonly meetings: readonly Meeting[];
  /** The files of its proposer that it names. */
  readonly files: readonly StoredFile[];
};

/** Reads what was typed. Every problem is named, so that all of them can be mended at once. */
export function readSak(
  sak: Sak,
  { committee, tenantId, meetings, files }: FormContext,
  { personId, now }: Pick<By, 'personId' | 'now'>,
): { readonly input: SakInput } | { readonly problems: readonly SakProblem[] } {
  const typed = typedOf(sak);
  const isShort = sak.form === 'short';
  const full = isShort ? { ...typed, ...fromQuestions(typed), proposal: typed.wish } : typed;
  const problems: SakProblem[] = [];
  const check = (problem: SakProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const file = files.find(({ id }) => id === typed.fileId);
  const [title, from, to] = [oneLine(full.title), oneLine(full.from), oneLine(full.to)];
  // beside the three questions a file is more of the text, else it is the text
  const background = manyLines(
    isShort ? `${full.background ?? ''}\n\n${file?.text ?? ''}` : (file?.text ?? full.background),
  );
  const proposal = pointsIn(full.proposal);
  const { links, problems: oddLinks } = linksIn(typed.links);
  const attachments = [...attachedTo(sak, files), ...links];
  const wished = typed.wishedMeetingId?.trim() || undefined;
  const type = typed.type?.trim() || undefined;
  const parsedType = sakTypeSchema.safeParse(type);

  const isChosen = typed.committeeId === committee.id && mayPropose(committee, { personId, tenantId });
  check('sak-committee', !isChosen);
  check(isShort ? 'sak-what' : 'sak-title', title === '');
  check('sak-title-long', title.length > MAX_SAK_TITLE);
  check('sak-from', from === '');
  check('sak-from-long', from.length > MAX_NAME);
  check('sak-from-formula', isFormula(from) || isFormula(to));
  check('sak-to-long', to.length > MAX_NAME);
  check('background-too-long', background.length > MAX_BACKGROUND);
  check(
    'point-too-long',
    proposal.some((point) => point.length > MAX_POINT),
  );
  check('too-many-points', proposal.length > MAX_POINTS);
  problems.push(...oddLinks);
  check('too-many-attachments', attachments.length > MAX_ATTACHMENTS);
  check(
    'wished-meeting',
    wished !== undefined && !openMeetings(meetings, committee, now).some(({ id }) => id === wished),
  );
  check('sak-type', type !== undefined && !parsedType.success);
  check('answer-too-long', manyLines(typed.answer).length > MAX_ANSWER);
  if (problems.length > 0) return { problems };
  return {
    input: {
      title,
      from,
      background,
      proposal,
      attachments,
      // registered by those who run the agenda alone; ticked for another committee it says nothing
      ...(typed.outsider === 'ja' && mayRunAgenda(committee, personId) && { outsider: true as const }),
      ...(to && { to }),
      ...(file && { backgroundFileId: file.id }),
      ...(wished && { wishedMeetingId: wished }),
      ...(parsedType.success && { type: parsedType.data }),
    },
  };
}

/** The sak as it was read, to be sent once it was seen. The same content again is the same revision. */
export function keepContent(sak: Sak, input: SakInput, by: Pick<By, 'personId' | 'now'>): Result<Sak, KeepRefusal> {
  if (sak.proposedBy !== by.personId) return refuse('not-your-sak');
  if (!isWithProposer(sak)) return refuse('sak-sent-before');
  const {
    to: _to,
    outsider: _outsider,
    backgroundFileId: _file,
    wishedMeetingId: _wished,
    type: _type,
    tooLateFor: _late,
    ...rest
  } = sak;
  const written: Sak = { ...rest, ...input };
  if (JSON.stringify(contentOf(written)) === JSON.stringify(contentOf(sak)) && sak.revision > 0) return done(sak);
  return done(noted({ ...written, revision: sak.revision + 1 }, by, 'written'));
}

function contentOf(sak: Sak) {
  const { title, from, to, outsider, background, backgroundFileId, proposal, attachments, wishedMeetingId, type } = sak;
  return [title, from, to, outsider, background, backgroundFileId, proposal, attachments, wishedMeetingId, type];
}

/** What a spreadsheet would take for a formula, where a name is expected. */
function isFormula(name: string): boolean {
  return /^(?:[=+@]|-.)/.test(name);
}

/** The files that are ticked: those that were attached before, and new ones of the proposer's. */
function attachedTo(sak: Sak, files: readonly StoredFile[]): Attachment[] {
  const ids = [...new Set((typedOf(sak).fileIds ?? '').split(',').map((id) => id.trim()))];
  return ids.flatMap((fileId): Attachment[] => {
    const before = sak.attachments.find((one) => one.kind === 'file' && one.fileId === fileId);
    if (before !== undefined) return [before];
    const file = files.find(({ id }) => id === fileId);
    return file ? [{ kind: 'file', fileId, name: file.name, sha256: file.sha256, bytes: file.bytes }] : [];
  });
}
