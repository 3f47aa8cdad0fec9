import { emit, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Unreached } from '../round/record.ts';
import { addDays, contactTimeOn, dayOf } from '../time.ts';
import type { Digest, DigestItem } from './record.ts';
import { digestTime } from './rules-quiet.ts';
import { MAX_DIGEST } from './want.ts';

/** A digest comes once in so many days at the most. */
const DAYS = { weekly: 7, daily: 1 } as const;
/** Whatever comes within this time is one card. Real time. */
const TOGETHER_MS = 5000;

type Waiting = Pick<Digest, 'rhythm' | 'lastAt' | 'pausedUntil'>;

/** When somebody may get their next digest: a period after the last one, not while they are away, and in working hours. */
export function nextDigest({ rhythm, lastAt, pausedUntil }: Waiting, now: Date): Date {
  const today = dayOf(now);
  const next = lastAt === undefined ? today : addDays(dayOf(lastAt), DAYS[rhythm]);
  const [day = today] = [today, next, pausedUntil ?? today].sort().reverse();
  return digestTime(day > today ? contactTimeOn(day) : now);
}

/** With the time of the next one worked out anew: none while one is on its way, or nothing waits. */
function withDue(digest: Digest, now: Date): Digest {
  const { sendDueAt: _before, ...rest } = digest;
  return digest.items.length === 0 || digest.sending !== undefined
    ? rest
    : { ...rest, sendDueAt: nextDigest(rest, now) };
}

/**
 * A tiltak wants to be in the next digest; once, however often it says so, and since it last did: what was answered before
 * that is asked anew. `at`: when it said so. A full digest has no room for another question, which comes back in a week;
 * what comes back no more takes the place of one.
 */
export function addWant(
  digest: Digest,
  { tiltakId, want, at }: Omit<DigestItem, 'at'> & { readonly at?: Date | undefined },
  now: Date,
): Result<Digest, never> {
  const added: DigestItem = { tiltakId, want, at: at ?? now };
  const isSame = (item: DigestItem) => item.tiltakId === tiltakId && item.want === want;
  const { items, outgoing = [] } = digest;
  if (outgoing.some((item) => isSame(item) && item.at >= added.at)) return done(digest);
  const waiting = items.find(isSame);
  if (waiting !== undefined)
    return done(
      waiting.at >= added.at ? digest : { ...digest, items: items.map((item) => (isSame(item) ? added : item)) },
    );
  const isFull = items.length + outgoing.length >= MAX_DIGEST;
  const last = items.findLastIndex((item) => item.want === 'ask');
  if (isFull && (want === 'ask' || last < 0)) return done(digest);
  const kept = isFull ? items.toSpliced(last, 1) : items;
  return done(withDue({ ...digest, items: [...kept, added] }, now));
}

/** Its time has come. After a pause of the bot it may be night, or a holiday: then it waits on. Safe to repeat. */
export function sendDigest(digest: Digest, clocks: Clocks): Result<Digest, 'not-due'> {
  const { now, realNow } = clocks;
  if (digest.sendDueAt === undefined || digest.sendDueAt > now) return refuse('not-due');
  const due = withDue(digest, now);
  if (due.sendDueAt === undefined || due.sendDueAt > now) return done(due);
  const { sendDueAt: _due, ...rest } = due;
  const number = digest.emitted + 1;
  const soon = { realNow: new Date(realNow.getTime() + TOGETHER_MS), inWorkingHours: true } as const;
  const effect = { kind: 'digest-card', key: `digest-card:${number}`, number } as const;
  return done(emit({ ...rest, emitted: number, sending: number }, soon, effect));
}

/** The digest is being written: what waits by now goes with it, and what comes later waits for the next one. */
export function takeOut(digest: Digest, number: number): Result<Digest, 'other-digest'> {
  if (digest.sending !== number) return refuse('other-digest');
  if (digest.items.length === 0 && digest.outgoing !== undefined) return done(digest);
  return done({ ...digest, outgoing: [...(digest.outgoing ?? []), ...digest.items], items: [] });
}

/**
 * It arrived, with these; what it asked about is told so. Nothing of it was wanted any more: nothing was sent. `earlier`: what
 * nobody has answered of those before it. `isAgain`: it was tried before, and may have arrived then: the next one keeps its
 * distance in any case.
 */
export function noteSent(
  digest: Digest,
  number: number,
  {
    items,
    earlier,
    isAgain = false,
  }: { readonly items: readonly DigestItem[]; readonly earlier: readonly DigestItem[]; readonly isAgain?: boolean },
  clocks: Clocks,
): Digest {
  if (digest.sending !== number) return digest;
  const { now: at } = clocks;
  if (items.length === 0) return withDue({ ...idle(digest), ...(isAgain && { lastAt: at }) }, at);
  const newest = { lastAt: at, sent: { number, at, items: [...items] }, earlier: earlier.slice(-MAX_DIGEST) };
  const sent = withDue({ ...idle(digest), ...newest }, at);
  return told(sent, number, items, clocks);
}

/** It will not arrive: what it asked about is told so, and what else it says waits for the next one. */
export function noteUnsent(digest: Digest, number: number, why: Unreached, clocks: Clocks): Digest {
  if (digest.sending !== number) return digest;
  const lost = digest.outgoing ?? [];
  const items = [...lost.filter(({ want }) => want !== 'ask'), ...digest.items];
  const unsent = withDue({ ...idle(digest), items, lastAt: clocks.now }, clocks.now);
  return told(unsent, number, lost, clocks, why);
}

/** Whom the last one did not reach can be reached now: the next one keeps no distance from it. */
export function reachReader(digest: Digest, now: Date): Result<Digest, 'nothing-lost'> {
  const { lastAt, ...rest } = digest;
  const hasArrived = lastAt === undefined || lastAt.getTime() === digest.sent?.at.getTime();
  if (hasArrived || digest.sending !== undefined) return refuse('nothing-lost');
  return done(withDue({ ...rest, ...(digest.sent && { lastAt: digest.sent.at }) }, now));
}

/** It must not be sent now: everything waits on. */
export function putBack(digest: Digest, number: number, now: Date): Digest {
  if (digest.sending !== number) return digest;
  return withDue({ ...idle(digest), items: [...(digest.outgoing ?? []), ...digest.items] }, now);
}

function idle(digest: Digest): Digest {
  const { sending: _sending, outgoing: _outgoing, ...rest } = digest;
  return rest;
}

function told(
  digest: Digest,
  number: number,
  items: readonly DigestItem[],
  { now: at, realNow }: Clocks,
  why?: Unreached,
): Digest {
  const tiltakIds = items.filter(({ want }) => want === 'ask').map(({ tiltakId }) => tiltakId);
  if (tiltakIds.length === 0) return digest;
  const effect = {
    kind: 'digest-told',
    key: `digest-told:${number}`,
    number,
    tiltakIds,
    at,
    ...(why && { why }),
  } as const;
  return emit(digest, { realNow }, effect);
}

/** One a week, or one a working day. */
export function setRhythm(digest: Digest, rhythm: Digest['rhythm'], now: Date): Result<Digest, never> {
  if (digest.rhythm === rhythm) return done(digest);
  return done(withDue(note({ ...digest, rhythm }, { at: now, by: digest.personId, what: `rhythm:${rhythm}` }), now));
}

/** Longer than this is no holiday: somebody else should answer meanwhile. */
const MAX_AWAY_DAYS = 92;
export type AwayRefusal = 'away-missing' | 'away-passed' | 'away-too-long';

/** «Jeg er borte til …»: nothing is asked before that day. Without a day: back again. */
export function setAway(digest: Digest, until: string | undefined, now: Date): Result<Digest, AwayRefusal> {
  const today = dayOf(now);
  if (until !== undefined && until <= today) return refuse('away-passed');
  if (until !== undefined && until > addDays(today, MAX_AWAY_DAYS)) return refuse('away-too-long');
  const { pausedUntil, ...rest } = digest;
  if (pausedUntil === until) return done(digest);
  const changed: Digest = { ...rest, ...(until !== undefined && { pausedUntil: until }) };
  return done(withDue(note(changed, { at: now, by: digest.personId, what: until ? 'away' : 'back' }), now));
}

/** Whether somebody is away today. */
export function isAway({ pausedUntil }: Pick<Digest, 'pausedUntil'>, now: Date): boolean {
  return pausedUntil !== undefined && pausedUntil > dayOf(now);
}
