import type { Committee } from '../committee/record.ts';
import { done, type Result, refuse } from '../result.ts';
import { pointsText } from '../typed-text.ts';
import { type Attachment, MAX_ATTACHMENTS, MAX_BACKGROUND, newSak, type Sak } from './record.ts';
import { isWithProposer } from './rules.ts';
import type { TypedSak } from './typed.ts';

const MAX_LINK = 2000;

/** Who begins a sak, for which of the committees they may propose to, and what is known of it. */
export type Begun = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** The committee it is for, or may be for until its proposer has chosen. */
  readonly committee: Committee;
  readonly isChosen: boolean;
  readonly typed?: TypedSak;
  /** The message that it is made from, as it came. */
  readonly source?: Sak['source'];
};

/** A sak that somebody begins: the short form for those who represent users, and their name as «Fra». */
export function draftSak({ id, personId, name, committee, isChosen, typed = {}, source }: Begun): Sak {
  const draft = newSak({
    id,
    tenantId: committee.tenantId,
    committeeId: committee.id,
    status: 'draft',
    title: '',
    from: '',
    proposedBy: personId,
    form: 'full',
    draftOf: personId,
    typed: { ...typed, from: typed.from ?? name },
    ...(source && { source: kept(source) }),
  });
  return isChosen ? fittedTo(draft, committee, typed.from === undefined) : draft;
}

/** A draft whose committee was just chosen: as its proposer stands there. `isOwnName`: nobody has written whom it is from. */
function fittedTo(draft: Sak, { id: committeeId, tenantId, seats }: Committee, isOwnName: boolean): Sak {
  const seat = seats.find(({ memberId }) => memberId === draft.proposedBy);
  const form = seat?.represents === 'bruker' ? 'short' : draft.form;
  const { from, ...typed } = form === draft.form ? typedOf(draft) : switched(typedOf(draft), form);
  const signed = isOwnName && seat && from ? `${from}, ${seat.name}` : from;
  const filled = { ...typed, ...(signed !== undefined && { from: signed }), committeeId };
  return { ...draft, committeeId, tenantId, form, typed: filled };
}

/** What a message was, as far as there is room for it; a link that is none of ours is left out. */
function kept({ text, link }: NonNullable<Sak['source']>): NonNullable<Sak['source']> {
  const isLink = link !== undefined && link.length <= MAX_LINK && /^https:\/\//i.test(link);
  return { text: text.slice(0, MAX_BACKGROUND), ...(isLink && { link }) };
}

/** Whether nothing was typed into a draft yet but what it began with. */
export function isUntouched({ status, revision, history, source, typed }: Sak): boolean {
  return status === 'draft' && revision === 0 && history.length === 0 && !source && !typed?.fileId && !typed?.fileIds;
}

export type KeepRefusal = 'not-your-sak' | 'sak-sent-before';

/**
 * Keeps what was typed; what the form had no room for and did not send stays as it was. A sak that more was asked about
 * is filled in from what it says.
 */
export function keepTyped(sak: Sak, typed: TypedSak, personId: string, now: Date): Result<Sak, KeepRefusal> {
  if (sak.proposedBy !== personId) return refuse('not-your-sak');
  if (!isWithProposer(sak)) return refuse('sak-sent-before');
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const kept = { ...sak, typed: { ...typedOf(sak), ...given } };
  return done(sak.history.length > 0 ? kept : { ...kept, history: [{ at: now, by: personId, what: 'begun' }] });
}

/** A file of its proposer's as its text, or as one more vedlegg. The same one again changes nothing. */
export function addFile(
  sak: Sak,
  { fileId, as }: { readonly fileId: string; readonly as: 'background' | 'attachment' },
  personId: string,
  now: Date,
): Result<Sak, KeepRefusal | 'sak-too-many-files'> {
  const ids = (typedOf(sak).fileIds ?? '').split(',').filter((id) => id !== '');
  if (as === 'attachment' && !ids.includes(fileId) && ids.length >= MAX_ATTACHMENTS)
    return refuse('sak-too-many-files');
  const added = as === 'background' ? { fileId } : { fileIds: [...new Set([...ids, fileId])].join(',') };
  return keepTyped(sak, added, personId, now);
}

/** For which committee a draft is. One that was sent stays where it was sent. */
export function chooseCommittee(sak: Sak, committee: Committee, personId: string): Result<Sak, KeepRefusal> {
  if (sak.proposedBy !== personId) return refuse('not-your-sak');
  if (sak.status !== 'draft') return refuse('sak-sent-before');
  const { wishedMeetingId: _other, ...typed } = typedOf(sak);
  if (typed.committeeId === undefined) return done(fittedTo({ ...sak, typed }, committee, sak.history.length === 0));
  const { id, tenantId } = committee;
  return done({ ...sak, committeeId: id, tenantId, typed: { ...typed, committeeId: id } });
}

/** Its proposer is another record of the same human: what they have begun and sent goes on as theirs. */
export function handOver(sak: Sak, from: string, to: string): Result<Sak, 'not-your-sak'> {
  if (sak.proposedBy !== from) return refuse('not-your-sak');
  return done({ ...sak, proposedBy: to, ...(sak.draftOf !== undefined && { draftOf: to }) });
}

/** The other form, with what was typed into this one carried over: nothing is lost. */
export function switchForm(sak: Sak, personId: string): Result<Sak, KeepRefusal> {
  if (sak.proposedBy !== personId) return refuse('not-your-sak');
  if (!isWithProposer(sak)) return refuse('sak-sent-before');
  const form = sak.form === 'full' ? 'short' : 'full';
  return done({ ...sak, form, typed: switched(typedOf(sak), form) });
}

function switched(typed: TypedSak, to: Sak['form']): TypedSak {
  const { what, why, wish, title, background, proposal, ...rest } = typed;
  if (to === 'short')
    return { ...rest, what: paragraphs(title, background), ...(why && { why }), ...(proposal && { wish: proposal }) };
  const { title: first, background: text } = fromQuestions({ what, why });
  return { ...rest, title: first, background: text, ...(wish && { proposal: wish }) };
}

const LONGEST_FIRST_LINE = 150;

/** The three questions as a sak has it: the first line is the title, the rest and the reason its text. */
export function fromQuestions({ what = '', why = '' }: Pick<TypedSak, 'what' | 'why'>): {
  readonly title: string;
  readonly background: string;
} {
  const [first = '', ...rest] = what.trim().split('\n');
  if (first.length <= LONGEST_FIRST_LINE) return { title: first.trim(), background: paragraphs(rest.join('\n'), why) };
  const cut = first.slice(0, LONGEST_FIRST_LINE);
  const title = `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_FIRST_LINE / 2)).trimEnd()} …`;
  return { title, background: paragraphs(what, why) };
}

const paragraphs = (...parts: readonly (string | undefined)[]) =>
  parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join('\n\n');

/** What the form shows: what was typed last, or the sak as it stands. */
export function typedOf(sak: Sak): TypedSak {
  if (sak.typed !== undefined) return sak.typed;
  const { committeeId, title, from, to, background, backgroundFileId, proposal, wishedMeetingId, type } = sak;
  const full: TypedSak = {
    committeeId,
    title,
    from,
    ...(sak.outsider && { outsider: 'ja' }),
    ...(to && { to }),
    background,
    ...(backgroundFileId && { fileId: backgroundFileId }),
    proposal: pointsText(proposal),
    ...(wishedMeetingId && { wishedMeetingId }),
    ...(type && { type }),
    links: sak.attachments.flatMap((one) => (one.kind === 'link' ? [linkLine(one)] : [])).join('\n'),
    fileIds: sak.attachments.flatMap((one) => (one.kind === 'file' ? [one.fileId] : [])).join(','),
  };
  return sak.form === 'short' ? switched(full, 'short') : full;
}

const linkLine = ({ name, url }: Extract<Attachment, { kind: 'link' }>) => (name === url ? url : `${name} ${url}`);
