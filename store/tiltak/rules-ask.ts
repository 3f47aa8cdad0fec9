import { emit, type NewEffect, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks } from '../round/effects.ts';
import type { Unreached } from '../round/record.ts';
import { addDays, contactTimeOn, dayOf } from '../time.ts';
import { isOpen, isProposed, type Tiltak } from './record.ts';

/** Nobody is asked about the same tiltak again sooner than a week after they were asked, or have answered. */
const PERIOD_DAYS = 7;
/** A tiltak without a date to come is asked about once a quarter. */
const QUARTER_DAYS = 91;
/** Before a meeting its committee's tiltak are asked about so early: a week to answer in, and then time for the saksliste. */
export const MEETING_DAYS = 21;
/** So many questions in vain, and the secretariat is told instead. */
const MAX_SILENCES = 3;

/**
 * When a tiltak next wants to be asked about: when its owner has asked for it, a week after a question that nobody answered,
 * the day after its last day, else a quarter after it was last heard of. Undefined while nobody is named who could be
 * asked, while the committee has to decide of it, and when it is done. Three weeks before a meeting it is asked about besides (`askBeforeMeeting`).
 */
export function nextAsk(tiltak: Tiltak, now: Date): Date | undefined {
  const { ownerKeys, dueOn, snoozedUntil, asks, silentToldAt } = tiltak;
  if (!isToBeAsked(tiltak) || ownerKeys.length === 0) return undefined;
  if (snoozedUntil !== undefined) return contactTimeOn(snoozedUntil);
  const heard = heardOn(tiltak);
  const again = heard && addDays(heard, PERIOD_DAYS);
  if (asks.length > 0 && silentToldAt === undefined) return contactTimeOn(again ?? dayOf(now));
  const afterDue = dueOn && addDays(dueOn, 1);
  // asked or answered about after its last day, it has no date to come
  if (afterDue !== undefined && (heard === undefined || heard < afterDue))
    return contactTimeOn(again !== undefined && again > afterDue ? again : afterDue);
  return contactTimeOn(addDays(heard ?? dayOf(tiltak.history[0]?.at ?? now), QUARTER_DAYS));
}

/** Whether its owner has something to say of it: what they have called unclear, or not worth doing, is the committee's turn. */
function isToBeAsked(tiltak: Tiltak): boolean {
  return isOpen(tiltak) && !isProposed(tiltak);
}

/** The day on which it was last answered or asked about, if it ever was. */
function heardOn(tiltak: Tiltak): string | undefined {
  const { asks } = tiltak;
  const said = saidAt(tiltak);
  const asked = asks.at(-1)?.at;
  const last = said !== undefined && asked !== undefined && asked > said ? asked : (said ?? asked);
  return last && dayOf(last);
}

function saidAt({ statuses }: Tiltak): Date | undefined {
  return statuses.findLast(({ from }) => from !== 'plan')?.at;
}

/** A tiltak with the time at which it is next asked about worked out anew: after every change of what that follows from. */
export function planned(tiltak: Tiltak, now: Date): Tiltak {
  const askDueAt = nextAsk(tiltak, now);
  if (askDueAt !== undefined) return { ...tiltak, askDueAt };
  const { askDueAt: _before, ...rest } = tiltak;
  return rest;
}

/** Whom to ask about a tiltak today, and whom to tell when they do not answer. */
export type Contacts = {
  readonly askIds: readonly string[];
  readonly secretariatIds: readonly string[];
  readonly chairId?: string | undefined;
  /** The committee is closed: nobody is asked. */
  readonly isClosed?: boolean;
};

/** How many questions in a row whoever was asked oftenest has left unanswered. */
export function silencesOf({ asks }: Pick<Tiltak, 'asks'>): number {
  const perPerson = new Map<string, number>();
  for (const { personId } of asks) perPerson.set(personId, (perPerson.get(personId) ?? 0) + 1);
  return Math.max(0, ...perPerson.values());
}

/**
 * Its time has come: it is put into the next digest of those who are asked. After three questions in vain the secretariat is
 * told, once, and the owner is not asked again before the next meeting or quarter.
 */
export function askDue(tiltak: Tiltak, contacts: Contacts, clocks: Clocks): Result<Tiltak, 'not-due'> {
  const { askDueAt, ...rest } = tiltak;
  if (askDueAt === undefined || askDueAt > clocks.now) return refuse('not-due');
  if (!isToBeAsked(tiltak)) return done(rest);
  // should the question never be sent, or the committee get somebody to ask, it comes back
  const after = (days: number): Tiltak => ({
    ...rest,
    askDueAt: contactTimeOn(addDays(dayOf(clocks.now), days)),
  });
  if (contacts.isClosed) return done(after(QUARTER_DAYS));
  // whoever answered for it before is not silent about it, and whoever does now has not been asked
  const asks = tiltak.asks.filter(({ personId }) => contacts.askIds.includes(personId));
  if (tiltak.silentToldAt === undefined && silencesOf({ asks }) >= MAX_SILENCES)
    return done(tellOfSilence(rest, contacts, clocks));
  const waiting = after(PERIOD_DAYS);
  return done(contacts.askIds.length === 0 ? waiting : wants(waiting, 'ask', contacts.askIds, clocks));
}

function tellOfSilence(tiltak: Tiltak, contacts: Contacts, clocks: Clocks): Tiltak {
  const told = note({ ...tiltak, silentToldAt: clocks.now }, { at: clocks.now, by: 'bot', what: 'silent' });
  const silentIds = tiltak.asks.map(({ personId }) => personId);
  return wants(planned(told, clocks.now), 'silent', toldOf(contacts, silentIds), clocks);
}

/** The secretariat, without those whom it is about; where that is nobody, the chair. */
export function toldOf(
  { secretariatIds, chairId }: Pick<Contacts, 'secretariatIds' | 'chairId'>,
  aboutIds: readonly string[],
): readonly string[] {
  const others = secretariatIds.filter((id) => !aboutIds.includes(id));
  if (others.length > 0) return others;
  return chairId === undefined || aboutIds.includes(chairId) ? [] : [chairId];
}

/** Puts it into people's next digest, by an effect that may be carried out twice. */
export function wants(
  tiltak: Tiltak,
  want: Extract<NewEffect, { kind: 'digest-wants' }>['want'],
  personIds: readonly string[],
  clocks: Clocks,
): Tiltak {
  const emitted = tiltak.emitted + 1;
  return emit(
    { ...tiltak, emitted },
    atOnce(clocks),
    ...personIds.map((personId) => ({
      kind: 'digest-wants' as const,
      key: `digest-wants:${emitted}:${personId}`,
      personId,
      want,
      at: clocks.now,
    })),
  );
}

/**
 * A meeting of its committee is three weeks away, or was planned later than that: it is asked about now, or a week after it
 * was last asked or answered about, if that is before the meeting. Whoever wants to be left alone is, and whoever has
 * answered in these three weeks has answered for the meeting.
 */
export function askBeforeMeeting(tiltak: Tiltak, meetingOn: string, now: Date): Result<Tiltak, never> {
  const { snoozedUntil, askDueAt, ownerKeys } = tiltak;
  if (!isToBeAsked(tiltak) || ownerKeys.length === 0) return done(tiltak);
  const today = dayOf(now);
  if (snoozedUntil !== undefined && snoozedUntil > today) return done(tiltak);
  const said = saidAt(tiltak);
  if (said !== undefined && dayOf(said) >= addDays(meetingOn, -MEETING_DAYS)) return done(tiltak);
  const heard = heardOn(tiltak);
  const soonest = heard === undefined ? today : addDays(heard, PERIOD_DAYS);
  const on = soonest > today ? soonest : today;
  const at = contactTimeOn(on);
  if (on >= meetingOn || (askDueAt !== undefined && askDueAt <= at)) return done(tiltak);
  return done({ ...tiltak, askDueAt: at });
}

/** A digest with the question about it has arrived: one question, however often it is told. */
export function noteAsked(tiltak: Tiltak, personId: string, digest: number, at: Date): Result<Tiltak, never> {
  const isKnown = tiltak.asks.some((ask) => ask.personId === personId && ask.digest === digest);
  // what was answered while the question was on its way has not been asked about since
  const isAnswered = tiltak.statuses.some((status) => status.from !== 'plan' && status.at >= at);
  const isGiven = tiltak.handedOver !== undefined && tiltak.handedOver.at >= at;
  if (isKnown || isAnswered || isGiven || !isOpen(tiltak)) return done(tiltak);
  const { unreached, snoozedUntil, ...rest } = tiltak;
  if (snoozedUntil !== undefined && snoozedUntil > dayOf(at)) return done(tiltak);
  // that one of those who are named was reached says nothing of the other
  const isOther = unreached && unreached.personId !== personId && tiltak.contactIds?.includes(unreached.personId);
  const asks = [...tiltak.asks, { at, personId, digest }];
  return done(planned({ ...rest, ...(isOther && { unreached }), asks }, at));
}

/** The question could not be delivered: no silence, and the secretariat is told once. */
export function noteUnreached(
  tiltak: Tiltak,
  { personId, why, contacts }: { readonly personId: string; readonly why: Unreached; readonly contacts: Contacts },
  clocks: Clocks,
): Result<Tiltak, never> {
  const isOver = !isOpen(tiltak) || !contacts.askIds.includes(personId);
  // of several who cannot be reached the secretariat hears of the first: the others would take turns
  const isKnown = tiltak.unreached !== undefined && contacts.askIds.includes(tiltak.unreached.personId);
  if (isKnown || isOver) return done(tiltak);
  const noted: Tiltak = { ...tiltak, unreached: { personId, at: clocks.now, why } };
  return done(wants(noted, 'unreached', toldOf(contacts, [personId]), clocks));
}

/** Whom the question did not reach can be reached now: it is put into their next digest anew, and nobody is told otherwise. */
export function askReached(tiltak: Tiltak, personId: string, clocks: Clocks): Result<Tiltak, 'nothing-to-ask'> {
  const { unreached, ...rest } = tiltak;
  if (unreached?.personId !== personId || !isToBeAsked(tiltak)) return refuse('nothing-to-ask');
  return done(wants(rest, 'ask', [personId], clocks));
}
