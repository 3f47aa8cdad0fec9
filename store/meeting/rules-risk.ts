import type { Committee } from '../committee/record.ts';
import { isClosed, runnersOf } from '../committee/rules.ts';
import { type Effect, isWaiting, note, withOutbox } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain } from '../round/effects.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { whenToAsk } from './rules-call-times.ts';
import { forecastOf, isKnown, nearFrom } from './rules-forecast.ts';
import { coveredBy, isDry, standing } from './rules-holder.ts';

type Weighed = Pick<Committee, 'seats' | 'roles' | 'settings' | 'life'>;

/**
 * Tells the chair and the secretariat once that a meeting is in danger of being cancelled, and again only when it had
 * recovered in between; never once the committee is closed. Every change of who comes ends here. Safe to repeat.
 */
export function weighRisk(meeting: Meeting, committee: Weighed, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now) || isClosed(committee)) return withDue(forgetRisk(meeting), undefined);
  const near = nearFrom(meeting);
  const due = withDue(meeting, near && near > clocks.now && near < meeting.startsAt ? near : undefined);
  const forecast = forecastOf(meeting, committee, clocks.now);
  // too few have a seat for all the meetings of a year: that is said when one of them is near enough to be called to
  if (forecast.risk === undefined || !isKnown(forecast, meeting)) return recover(due, clocks);
  return due.riskToldAt === undefined ? tellOfRisk(due, committee, clocks) : due;
}

function tellOfRisk(meeting: Meeting, { roles }: Weighed, clocks: Clocks): Meeting {
  const told = note({ ...meeting, riskToldAt: clocks.now }, { at: clocks.now, by: 'bot', what: 'at-risk' });
  const view = { view: 'meeting-risk', meetingId: meeting.id } as const;
  const cards = runnersOf(roles).map((personId) => ({ kind: 'personal-card' as const, personId, view }));
  // the warning says how many seats nobody covers, and leads to them: one message, not two
  const once = without(told, (effect) => runnersOf(roles).some((personId) => isTo(effect, 'forfall-status', personId)));
  return emitAgain(once, whenToAsk(meeting, clocks), ...cards);
}

/** Whether somebody will be told of a meeting's forfall by a warning that is on its way. */
export function isBeingWarned({ outbox }: Pick<Meeting, 'outbox'>, personId: string): boolean {
  return outbox.some((effect) => isWaiting(effect) && isTo(effect, 'meeting-risk', personId));
}

/** Whoever was to hear from the warning where forfall stands hears that all the same. */
function recover(meeting: Meeting, clocks: Clocks): Meeting {
  const safe = forgetRisk(meeting);
  if (!standing(meeting).some((one) => isDry(one) || coveredBy(one))) return safe;
  const view = { view: 'forfall-status', meetingId: meeting.id } as const;
  const unwarned = meeting.outbox.filter((effect) => !safe.outbox.includes(effect));
  const cards = unwarned.flatMap((effect) =>
    effect.kind === 'personal-card' ? { kind: effect.kind, personId: effect.personId, view } : [],
  );
  return cards.length === 0 ? safe : emitAgain(safe, whenToAsk(meeting, clocks), ...cards);
}

/** The meeting is in no danger any more, or is another one now: a warning that nobody has seen yet is not sent. */
export function forgetRisk(meeting: Meeting): Meeting {
  if (meeting.riskToldAt === undefined) return meeting;
  const { riskToldAt: _told, ...rest } = meeting;
  return without(rest, (effect) => isTo(effect, 'meeting-risk'));
}

/** The meeting without those of its cards that nobody has got yet. */
function without(meeting: Meeting, isMeant: (effect: Effect) => boolean): Meeting {
  return withOutbox(
    meeting,
    meeting.outbox.filter((effect) => !isWaiting(effect) || !isMeant(effect)),
  );
}

function isTo(effect: Effect, view: 'meeting-risk' | 'forfall-status', personId?: string): boolean {
  if (effect.kind !== 'personal-card' || effect.view.view !== view) return false;
  return personId === undefined || effect.personId === personId;
}

function withDue(meeting: Meeting, wanted: Date | undefined): Meeting {
  const { riskDueAt: before, ...rest } = meeting;
  if (before?.getTime() === wanted?.getTime()) return meeting;
  return wanted === undefined ? rest : { ...rest, riskDueAt: wanted };
}

/** The time has come at which silence counts against a meeting. Safe to repeat. */
export function riskDue(meeting: Meeting, committee: Weighed, clocks: Clocks): Result<Meeting, 'not-due'> {
  if (meeting.riskDueAt === undefined || meeting.riskDueAt > clocks.now) return refuse('not-due');
  return done(weighRisk(meeting, committee, clocks));
}
