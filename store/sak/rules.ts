import type { Committee } from '../committee/record.ts';
import { mayRunAgenda } from '../committee/rules.ts';
import { note } from '../effect.ts';
import type { Meeting } from '../meeting/record.ts';
import { actorIn, recusedIn } from '../meeting/rules-acting.ts';
import { isInhabil } from '../meeting/rules-holder.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import { manyLines } from '../typed-text.ts';
import { tellHandlers } from './effects.ts';
import { MAX_ANSWER, type Sak, type SakStatus } from './record.ts';
import { likenessOf, noteSimilar, type Similar } from './rules-likeness.ts';
import { placeWish } from './rules-wish.ts';

/** Who does it, and when. */
export type By = Clocks & { readonly personId: string };

/** Whether somebody may propose a sak to a committee: whoever is in it or in its organisation (design 3.2). */
export function mayPropose(
  committee: Committee,
  { personId, tenantId }: { readonly personId: string; readonly tenantId: string },
): boolean {
  return committee.people.includes(personId) || committee.tenantId.toLowerCase() === tenantId.toLowerCase();
}

/** Whether somebody may read a sak. A closed one is for those with a vote and those who run the agenda (domain a12). */
export function maySee(sak: Sak, committee: Committee, personId: string): boolean {
  if (sak.proposedBy === personId) return true;
  if (sak.fixed === undefined && (sak.status === 'draft' || sak.proposedAt === undefined)) return false;
  if (mayRunAgenda(committee, personId)) return true;
  if (isBeingBuilt(sak)) return false;
  return sak.closed ? votesOn(sak, committee, personId) : isIn(committee, personId);
}

/** One that every meeting has, and whose agenda is still to be sent. */
function isBeingBuilt({ fixed, status, number }: Sak): boolean {
  return fixed !== undefined && status === 'accepted' && number === undefined;
}

const isIn = ({ people }: Committee, personId: string) => people.includes(personId);

/**
 * Whether somebody has a voting seat that is not inhabil in a sak, or acts for one in the meeting it is dealt with in. A
 * member keeps seeing what a vara deals with for them; one who is inhabil does not.
 */
export function votesOn(
  sak: Pick<Sak, 'id' | 'recusedSeatIds'>,
  { seats }: Pick<Committee, 'seats'>,
  personId: string,
  meeting?: Pick<Meeting, 'attendance' | 'forfall' | 'outbox'>,
): boolean {
  const { id: sakId, recusedSeatIds = [] } = sak;
  const voting = seats.filter((seat) => seat.voting);
  const isRecused = (seatId: string) =>
    recusedSeatIds.includes(seatId) || (meeting !== undefined && isInhabil(meeting, seatId, sakId));
  if (voting.some(({ id, memberId }) => memberId === personId && !isRecused(id))) return true;
  if (meeting === undefined) return false;
  const recused = recusedIn(meeting, voting, sak);
  return voting.some((seat) => {
    const actor = actorIn(meeting, seat, { sakId }, () => '');
    const isVara = typeof actor !== 'string' && seat.memberId !== personId && actor.holderId === personId;
    return isVara && !recused.includes(seat.id);
  });
}

export type SendRefusal =
  | 'not-your-sak'
  | 'sak-sent-before'
  | 'changed-since-preview'
  | 'sak-not-ready'
  | 'not-proposable';

/**
 * Sends a draft, or a sak that more was asked about, to those who decide what becomes of it. It goes to the meeting it
 * wishes, or, when that is too late, to the next one. What it looks like in other committees is pointed out by the same
 * write: nothing that ends the program comes between.
 */
export function sendSak(
  sak: Sak,
  {
    revision,
    committee,
    meetings,
    tenantId,
    similar,
  }: {
    readonly revision: number;
    readonly committee: Committee;
    readonly meetings: readonly Meeting[];
    readonly tenantId: string;
    readonly similar: readonly Similar[];
  },
  by: By,
): Result<Sak, SendRefusal> {
  if (sak.proposedBy !== by.personId) return refuse('not-your-sak');
  if (!isWithProposer(sak)) return refuse('sak-sent-before');
  if (sak.revision !== revision || sak.committeeId !== committee.id) return refuse('changed-since-preview');
  if (sak.title === '' || sak.from === '') return refuse('sak-not-ready');
  if (!mayPropose(committee, { personId: by.personId, tenantId })) return refuse('not-proposable');
  const { draftOf: _begun, typed: _used, tooLateFor: _before, wishedMeetingId, ...rest } = answeredNow(sak, by.now);
  const sent: Sak = {
    ...rest,
    ...placeWish(wishedMeetingId, meetings, committee, by.now),
    status: 'proposed',
    proposedAt: sak.proposedAt ?? by.now,
    openIn: committee.id,
    likeness: likenessOf(sak.title, sak.tenantId),
    revision: sak.revision + 1,
  };
  const told = tellHandlers(noted(sent, by, 'sent'), committee, by, by.personId);
  return done(noteSimilar(told, similar, committee, by));
}

/** What was asked counts as answered when the sak is sent again, with what was written beside it. */
function answeredNow(sak: Sak, now: Date): Sak {
  const answer = manyLines(sak.typed?.answer).slice(0, MAX_ANSWER);
  const requests = sak.requests.map((request, n) =>
    n === sak.requests.length - 1 && request.answeredAt === undefined
      ? { ...request, ...(answer && { answer }), answeredAt: now }
      : request,
  );
  return { ...sak, requests };
}

/** Answers what was asked, without changing the sak. */
export function answerSak(
  sak: Sak,
  { text, committee }: { readonly text: string; readonly committee: Committee },
  by: By,
): Result<Sak, 'not-your-sak' | 'nothing-asked' | 'answer-missing' | 'answer-too-long'> {
  if (sak.proposedBy !== by.personId) return refuse('not-your-sak');
  if (sak.status !== 'returned') return refuse('nothing-asked');
  const answer = manyLines(text);
  if (answer === '') return refuse('answer-missing');
  if (answer.length > MAX_ANSWER) return refuse('answer-too-long');
  const { typed, ...rest } = sak;
  const answered = answeredNow({ ...rest, typed: { ...typed, answer } }, by.now);
  const { typed: _used, ...sent } = answered;
  return done(
    tellHandlers(
      noted({ ...sent, status: 'proposed', revision: sak.revision + 1 }, by, 'answered'),
      committee,
      by,
      by.personId,
    ),
  );
}

/** Takes a sak back, or throws a draft away. Not once it stands on an agenda that was sent. */
export function withdrawSak(
  sak: Sak,
  committee: Committee,
  by: By,
): Result<Sak, 'not-your-sak' | 'sak-on-agenda' | 'sak-over'> {
  if (sak.proposedBy !== by.personId) return refuse('not-your-sak');
  if (sak.status === 'withdrawn') return done(sak);
  if (sak.status === 'scheduled') return refuse('sak-on-agenda');
  if (!isUndecided(sak)) return refuse('sak-over');
  if (sak.status === 'draft') return done(noted(finished(emptied(sak), 'withdrawn'), by, 'withdrawn'));
  const withdrawn = noted(finished(sak, 'withdrawn'), by, 'withdrawn');
  return done(tellHandlers(withdrawn, committee, by, by.personId));
}

/** What was written in a draft that is thrown away is kept by nobody. */
function emptied(sak: Sak): Sak {
  const { source: _message, backgroundFileId: _file, to: _to, ...rest } = sak;
  return { ...rest, title: '', from: '', background: '', proposal: [], attachments: [] };
}

/** Whether its proposer has it: begun, or asked for more. */
export function isWithProposer({ status }: Pick<Sak, 'status'>): boolean {
  return status === 'draft' || status === 'returned';
}

/** Whether it is not over yet, nor on an agenda that was sent. */
export function isUndecided({ status }: Pick<Sak, 'status'>): boolean {
  return isWithProposer({ status }) || status === 'proposed' || status === 'accepted';
}

/** Whether a file belongs to a sak: one of its vedlegg, or the one its text was read from. */
export function hasFile({ attachments, backgroundFileId }: Sak, fileId: string): boolean {
  return backgroundFileId === fileId || attachments.some((one) => one.kind === 'file' && one.fileId === fileId);
}

/** A sak that nothing more is done with. */
export function finished(sak: Sak, status: Extract<SakStatus, 'rejected' | 'withdrawn' | 'decided'>): Sak {
  const { openIn: _open, draftOf: _begun, typed: _typed, ...rest } = sak;
  return { ...rest, status, revision: sak.revision + 1 };
}

/** The sak with a line in its history. */
export function noted(sak: Sak, { personId, now }: Pick<By, 'personId' | 'now'>, what: string): Sak {
  return note(sak, { at: now, by: personId, what });
}
