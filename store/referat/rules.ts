import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Round } from '../round/record.ts';
import { isBeingSent } from '../round/rules-keep.ts';
import { dayOf } from '../time.ts';
import { type Approval, MAX_VERSIONS, newest, type Referat, type ReferatInput, type TextVersion } from './record.ts';

/** Who does it, and when. */
type By = { readonly personId: string; readonly now: Date };

export type ReviseRefusal = 'already-sent' | 'not-for-you' | 'too-many-versions';

/**
 * Rewrites a draft, by whoever runs rounds in the committee it was written for. Once it has been sent its text is what
 * people were asked about, and stays. The same input again changes nothing.
 */
export function reviseReferat(
  referat: Referat,
  input: ReferatInput,
  { committees, personId, now }: By & { readonly committees: readonly Committee[] },
): Result<Referat, ReviseRefusal> {
  const home = committees.find(({ id }) => id === referat.committeeId);
  if (home === undefined || !mayRunRounds(home, personId)) return refuse('not-for-you');
  if (referat.state !== 'draft') return refuse('already-sent');
  if (isSame(referat, input)) return done(referat);
  if (isBeingSent(referat, now)) return refuse('already-sent');
  const { text, ...fields } = input;
  const { choices: _choices, presentSeatIds: _present, ...kept } = referat;
  const versions = isSameText(referat, text)
    ? referat.versions
    : [...sentVersions(referat), { ...text, at: now, by: personId }];
  if (versions.length > MAX_VERSIONS) return refuse('too-many-versions');
  const revised = {
    ...kept,
    ...fields,
    versions,
    activeIn: input.committeeId,
    revision: referat.revision + 1,
  } as Referat;
  return done(note(revised, { at: now, by: personId, what: 'rewritten' }));
}

/** A text that comes back without its file is still the one that was read from it. */
function isSameText(referat: Referat, { hash, file }: ReferatInput['text']): boolean {
  const before = newest(referat);
  return before.hash === hash && (file === undefined || before.file?.id === file.id);
}

/** The texts that people were asked about in earlier rounds stay; a draft's own text gives way to the next one. */
function sentVersions(referat: Referat): readonly TextVersion[] {
  const { versions, history } = referat;
  const withdrawn = history.findLast(({ what }) => what === whatBy.withdrawn);
  return withdrawn && newest(referat).at <= withdrawn.at ? versions : versions.slice(0, -1);
}

function isSame(referat: Referat, { text, deadline, presentSeatIds, choices, ...fields }: ReferatInput): boolean {
  const json = (value: unknown) => JSON.stringify(value);
  return (
    isSameText(referat, text) &&
    deadline.getTime() === referat.deadline.getTime() &&
    json(presentSeatIds) === json(referat.presentSeatIds) &&
    json(choices) === json(referat.choices) &&
    (Object.keys(fields) as (keyof typeof fields)[]).every((field) => fields[field] === referat[field])
  );
}

export type VersionRefusal = 'not-on-round' | 'same-text' | 'too-many-versions';

/** A new text for a referat that people are being asked about. The version that is the newest already changes nothing. */
export function addVersion(
  referat: Referat,
  text: Pick<TextVersion, 'text' | 'hash' | 'file'>,
  { personId, now }: By,
): Result<Referat, VersionRefusal> {
  if (referat.state !== 'circulating' && referat.state !== 'undecided') return refuse('not-on-round');
  if (newest(referat).hash === text.hash) return done(referat);
  if (referat.versions.some(({ hash }) => hash === text.hash)) return refuse('same-text');
  if (referat.versions.length >= MAX_VERSIONS) return refuse('too-many-versions');
  const versions = [...referat.versions, { ...text, at: now, by: personId }];
  // a preview of the text before must not send this one
  const revision = referat.revision + 1;
  return done(note({ ...referat, versions, revision }, { at: now, by: personId, what: 'new-version' }));
}

/**
 * Told by a round where it stands. Safe to repeat and in any order: an older state of the round, or an older round,
 * changes nothing, and neither does any round once a meeting approved the referat or it was published.
 */
export function followRound(referat: Referat, round: Round, now: Date): Result<Referat, never> {
  const { round: known } = referat;
  const { status } = round;
  // nothing was asked of the text that could approve it
  if (status === 'collected') return done(referat);
  const isOlder =
    known !== undefined &&
    (known.number > round.number || (known.number === round.number && known.version >= round.version));
  if (isOlder || referat.state === 'published' || referat.approval?.how === 'meeting') return done(referat);
  const { approval: _approval, sending: _sending, ...rest } = referat;
  const state = stateBy[status];
  const hash = round.textHashes.at(-1);
  const approval: Approval | undefined =
    state === 'approved' && hash !== undefined
      ? { how: 'round', roundId: round.id, hash, at: round.closedAt ?? now }
      : undefined;
  const told = {
    ...rest,
    state,
    ...(approval && { approval }),
    round: { id: round.id, number: round.number, version: round.version },
  };
  return done(state === referat.state ? told : note(told, { at: now, by: 'bot', what: whatBy[status] }));
}

type Decided = Exclude<Round['status'], 'collected'>;

const stateBy = {
  open: 'circulating',
  approved: 'approved',
  undecided: 'undecided',
  withdrawn: 'draft',
  replaced: 'circulating',
} as const satisfies Record<Decided, Referat['state']>;

const whatBy = {
  open: 'sent-on-round',
  approved: 'approved',
  undecided: 'undecided',
  withdrawn: 'round-withdrawn',
  replaced: 'round-replaced',
} as const satisfies Record<Decided, string>;

export type MeetingApprovalRefusal = 'on-round' | 'already-approved' | 'approved-before-meeting' | 'approved-in-future';

/** «Godkjent i møtet»: a meeting not before the referat's own approved it, so it needs no round. */
export function approveInMeeting(
  referat: Referat,
  { on, sak, vedtak }: { readonly on: string; readonly sak?: string; readonly vedtak?: string },
  { personId, now }: By,
): Result<Referat, MeetingApprovalRefusal> {
  if (referat.state === 'approved' || referat.state === 'published') return refuse('already-approved');
  if (referat.state === 'circulating' || isBeingSent(referat, now)) return refuse('on-round');
  if (on > dayOf(now)) return refuse('approved-in-future');
  if (on < referat.meetingOn) return refuse('approved-before-meeting');
  const approval: Approval = {
    how: 'meeting',
    on,
    ...(sak && { sak }),
    ...(vedtak && { vedtak }),
    at: now,
    by: personId,
  };
  return done(
    note({ ...referat, state: 'approved', approval }, { at: now, by: personId, what: 'approved-in-meeting' }),
  );
}

/** Registers that an approved referat was published. One that is not approved cannot be. */
export function registerPublished(
  referat: Referat,
  where: string | undefined,
  { personId, now }: By,
): Result<Referat, 'not-approved' | 'already-published'> {
  if (referat.state === 'published') return refuse('already-published');
  if (referat.state !== 'approved') return refuse('not-approved');
  const { activeIn: _active, ...rest } = referat;
  const published = { at: now, by: personId, ...(where && { where }) };
  return done(note({ ...rest, state: 'published', published }, { at: now, by: personId, what: 'published' }));
}
