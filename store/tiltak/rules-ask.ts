import { emit, type NewEffect, note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks } from '../round/effects.ts';
import type { Unreached } from '../round/record.ts';
import { addDays, contactTimeOn, dayOf } from '../time.ts';
import { isOpen, newestStatus, type Tiltak } from './record.ts';

/** Nobody is asked about the same tiltak again sooner than a week after they were asked, or have answered. */
export const PERIOD_DAYS = 7;
/** A tiltak without a date to come is asked about once a quarter. */
const QUARTER_DAYS = 91;
/** So many questions in vain, and the secretariat is told instead. */
export const MAX_SILENCES = 3;

/**
 * When a tiltak next wants to be asked about, by its own dates: the day after its last day, else a quarter after it was
 * last heard of; undefined while nobody is named who could be asked, and when it is done. Three weeks before a meeting it
 * is asked about besides (`askBeforeMeeting`).
 */
export function nextAsk(tiltak: Tiltak, now: Date): Date | undefined {
  const { ownerKeys, dueOn, snoozedUntil, asks } = tiltak;
  if (!isOpen(tiltak) || ownerKeys.length === 0) return undefined;
  const heard = heardOn(tiltak, now);
  const afterDue = dueOn && addDays(dueOn, 1);
  // once its last day has been asked or answered about, it has no date to come
  const wanted =
    afterDue !== undefined && (afterDue > heard || (asks.length === 0 && newestStatus(tiltak) === undefined))
      ? afterDue
      : addDays(heard, QUARTER_DAYS);
  return contactTimeOn(snoozedUntil !== undefined && snoozedUntil > wanted ? snoozedUntil : wanted);
}

/** The day on which it was last answered or asked about, else that on which it came. */
function heardOn(tiltak: Tiltak, now: Date): string {
  const said = tiltak.statuses.filter(({ from }) => from !== 'plan').at(-1)?.at;
  const times = [said, tiltak.asks.at(-1)?.at, tiltak.history[0]?.at].filter((time) => time !== undefined);
  return dayOf(times.reduce((latest, time) => (time > latest ? time : latest), times[0] ?? now));
}

/** A tiltak with the time at which it is next asked about worked out anew: after every change of what that follows from. */
export function planned(tiltak: Tiltak, now: Date): Tiltak {
  const { askDueAt: _before, ...rest } = tiltak;
  const askDueAt = nextAsk(tiltak, now);
  return { ...rest, ...(askDueAt && { askDueAt }) };
}

/** Whom to ask about a tiltak today, and whom to tell when they do not answer. */
export type Contacts = { readonly askIds: readonly string[]; readonly secretariatIds: readonly string[] };

/**
 * Its time has come: it is put into the next digest of those who may answer for it. After three questions in vain the
 * secretariat is told, once, and the owner is not asked again before the next meeting or quarter.
 */
export function askDue(tiltak: Tiltak, contacts: Contacts, clocks: Clocks): Result<Tiltak, 'not-due'> {
  const { askDueAt, ...rest } = tiltak;
  if (askDueAt === undefined || askDueAt > clocks.now) return refuse('not-due');
  if (!isOpen(tiltak)) return done(rest);
  const isSilent = tiltak.asks.length >= MAX_SILENCES;
  if (!isSilent && contacts.askIds.length > 0) {
    const again = contactTimeOn(addDays(dayOf(clocks.now), PERIOD_DAYS));
    return done(wants({ ...rest, askDueAt: again }, 'ask', contacts.askIds, clocks));
  }
  const later = contactTimeOn(addDays(dayOf(clocks.now), QUARTER_DAYS));
  const waiting: Tiltak = { ...rest, askDueAt: later };
  if (!isSilent || tiltak.silentToldAt !== undefined) return done(isSilent ? { ...waiting, asks: [] } : waiting);
  const told = note({ ...waiting, silentToldAt: clocks.now }, { at: clocks.now, by: 'bot', what: 'silent' });
  return done(wants(told, 'silent', contacts.secretariatIds, clocks));
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
    })),
  );
}

/** A meeting of its committee is three weeks away: it is asked about now, unless it was asked or answered about this week. */
export function askBeforeMeeting(tiltak: Tiltak, now: Date): Result<Tiltak, never> {
  if (!isOpen(tiltak) || tiltak.ownerKeys.length === 0) return done(tiltak);
  const { snoozedUntil, askDueAt } = tiltak;
  const today = dayOf(now);
  if (snoozedUntil !== undefined && snoozedUntil > today) return done(tiltak);
  const soonest = addDays(heardOn(tiltak, now), PERIOD_DAYS);
  const isNew = tiltak.asks.length === 0 && newestStatus(tiltak) === undefined;
  const at = contactTimeOn(!isNew && soonest > today ? soonest : today);
  return done(askDueAt !== undefined && askDueAt <= at ? tiltak : { ...tiltak, askDueAt: at });
}

/** A digest with the question about it has arrived: one question, however often it is told. */
export function noteAsked(tiltak: Tiltak, personId: string, digest: number, at: Date): Result<Tiltak, never> {
  const isKnown = tiltak.asks.some((ask) => ask.personId === personId && ask.digest === digest);
  if (isKnown || !isOpen(tiltak)) return done(tiltak);
  const { unreached: _over, ...rest } = tiltak;
  return done({ ...rest, asks: [...tiltak.asks, { at, personId, digest }] });
}

/** The question could not be delivered: no silence, and the secretariat is told once. */
export function noteUnreached(
  tiltak: Tiltak,
  {
    personId,
    why,
    secretariatIds,
  }: { readonly personId: string; readonly why: Unreached; readonly secretariatIds: readonly string[] },
  clocks: Clocks,
): Result<Tiltak, never> {
  if (tiltak.unreached?.personId === personId || !isOpen(tiltak)) return done(tiltak);
  const noted: Tiltak = { ...tiltak, unreached: { personId, at: clocks.now, why } };
  return done(
    wants(
      noted,
      'unreached',
      secretariatIds.filter((one) => one !== personId),
      clocks,
    ),
  );
}
