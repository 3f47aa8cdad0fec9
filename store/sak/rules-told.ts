import { note, type SakNews } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Sak, SakStatus } from './record.ts';

/** What a sak that has ended keeps, whatever it is told afterwards. */
const ENDED: readonly SakStatus[] = ['decided', 'rejected', 'withdrawn'];
/** What nobody but its proposer, the chair or the secretariat undoes. */
const TAKEN_AWAY: readonly SakStatus[] = ['rejected', 'withdrawn'];

type NewsOf<W extends SakNews['what']> = Extract<SakNews, { what: W }>;

/** A sak is told what became of it elsewhere. Safe to repeat: what it knew already changes nothing. */
export function tellSak(sak: Sak, news: SakNews, { now }: Pick<Clocks, 'now'>): Result<Sak, never> {
  if (news.what === 'numbered') return numbered(sak, news, now);
  if (news.what === 'recused') return recused(sak, news, now);
  if (isCorrection(sak, news)) return decided(withMeeting(sak, news.meetingId), news, now);
  // a meeting that the sak has left has nothing more to say of it
  const isElsewhere = news.meetingId !== undefined && sak.meetingId !== news.meetingId;
  if (isElsewhere || TAKEN_AWAY.includes(sak.status)) return done(sak);
  if (news.what === 'decided') return decided(sak, news, now);
  // a meeting that is cancelled or puts it off undoes nothing that a round decided
  return sak.decidedByRound === undefined ? postponed(sak, news, now) : done(sak);
}

/** Whether a meeting has decided after all what it had put off, before the sak came to another one or to a round. */
function isCorrection(sak: Sak, news: SakNews): news is NewsOf<'decided'> & { readonly meetingId: string } {
  const isFree = sak.meetingId === undefined && sak.decidedByRound === undefined && !TAKEN_AWAY.includes(sak.status);
  return isFree && news.what === 'decided' && news.meetingId !== undefined && news.meetingId === sak.postponedFrom;
}

/** A sak that was not put off after all. */
function withMeeting(sak: Sak, meetingId: string): Sak {
  const { postponedFrom: _from, postponed = 1, ...rest } = sak;
  return { ...rest, meetingId, ...(postponed > 1 && { postponed: postponed - 1 }) };
}

function numbered(sak: Sak, { number, meetingId }: NewsOf<'numbered'>, now: Date): Result<Sak, never> {
  // it was put off by this meeting meanwhile, which was late to say that it stood there
  if (sak.postponedFrom === meetingId) return done(sak);
  // nor is it taken from the agenda that it stands on
  if (sak.meetingId !== undefined && sak.meetingId !== meetingId) return done(sak);
  if (sak.number === number && sak.meetingId === meetingId && sak.status !== 'accepted') return done(sak);
  const status = ENDED.includes(sak.status) ? sak.status : 'scheduled';
  return done(note({ ...sak, number, meetingId, status }, { at: now, by: 'bot', what: 'numbered' }));
}

/** A seat is inhabil in it, or is not after all, as its member said to the meeting. It neither votes nor counts in it. */
function recused(sak: Sak, { seatId, isRecused }: NewsOf<'recused'>, now: Date): Result<Sak, never> {
  const { recusedSeatIds: before = [], ...rest } = sak;
  if (before.includes(seatId) === isRecused) return done(sak);
  const recusedSeatIds = isRecused ? [...before, seatId] : before.filter((id) => id !== seatId);
  const line = { at: now, by: 'bot', what: isRecused ? 'recused' : 'not-recused', seatId };
  return done(note({ ...rest, ...(recusedSeatIds.length > 0 && { recusedSeatIds }) }, line));
}

function decided(sak: Sak, { vedtak, on, outcome }: NewsOf<'decided'>, now: Date): Result<Sak, never> {
  const isSame =
    sak.status === 'decided' &&
    sak.decidedOn === on &&
    sak.outcome === outcome &&
    JSON.stringify(sak.vedtak) === JSON.stringify(vedtak);
  if (isSame) return done(sak);
  const { openIn: _open, outcome: _before, decidedByRound: _round, ...rest } = sak;
  const ended: Sak = { ...rest, status: 'decided', vedtak, decidedOn: on, ...(outcome && { outcome }) };
  return done(note(ended, { at: now, by: 'bot', what: 'decided' }));
}

/** Back among those that wait for an agenda: of the next meeting, whichever it wished before. */
function postponed(sak: Sak, { meetingId }: NewsOf<'postponed'>, now: Date): Result<Sak, never> {
  const { meetingId: _left, wishedMeetingId: _wish, vedtak: _vedtak, decidedOn: _on, outcome: _how, ...rest } = sak;
  const waiting: Sak = {
    ...rest,
    status: 'accepted',
    openIn: sak.committeeId,
    postponed: (sak.postponed ?? 0) + 1,
    postponedFrom: meetingId,
  };
  return done(note(waiting, { at: now, by: 'bot', what: 'postponed' }));
}
