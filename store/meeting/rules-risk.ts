import type { Committee } from '../committee/record.ts';
import { isClosed, runnersOf } from '../committee/rules.ts';
import { isWaiting, note, withOutbox } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain } from '../round/effects.ts';
import type { Meeting } from './record.ts';
import { isOver } from './rules-agenda-send.ts';
import { whenToAsk } from './rules-call-times.ts';
import { forecastOf, nearFrom } from './rules-forecast.ts';

type Weighed = Pick<Committee, 'seats' | 'roles' | 'settings' | 'life'>;

/**
 * Tells the chair and the secretariat once that a meeting is in danger of being cancelled, and again only when it had
 * recovered in between; never once the committee is closed. Every change of who comes ends here. Safe to repeat.
 */
export function weighRisk(meeting: Meeting, committee: Weighed, clocks: Clocks): Meeting {
  if (isOver(meeting, clocks.now) || isClosed(committee)) return withDue(forgetRisk(meeting), undefined);
  const near = nearFrom(meeting);
  const due = withDue(meeting, near && near > clocks.now && near < meeting.startsAt ? near : undefined);
  if (forecastOf(meeting, committee, clocks.now).risk === undefined) return forgetRisk(due);
  return due.riskToldAt === undefined ? tellOfRisk(due, committee, clocks) : due;
}

function tellOfRisk(meeting: Meeting, { roles }: Weighed, clocks: Clocks): Meeting {
  const told = note({ ...meeting, riskToldAt: clocks.now }, { at: clocks.now, by: 'bot', what: 'at-risk' });
  const view = { view: 'meeting-risk', meetingId: meeting.id } as const;
  const cards = runnersOf(roles).map((personId) => ({ kind: 'personal-card' as const, personId, view }));
  return emitAgain(told, whenToAsk(meeting, clocks), ...cards);
}

/** The meeting is in no danger any more, or is another one now: a warning that nobody has seen yet is not sent. */
export function forgetRisk(meeting: Meeting): Meeting {
  if (meeting.riskToldAt === undefined) return meeting;
  const { riskToldAt: _told, ...rest } = meeting;
  return withOutbox(
    rest,
    meeting.outbox.filter((effect) => {
      const isWarning = effect.kind === 'personal-card' && effect.view.view === 'meeting-risk';
      return !isWarning || !isWaiting(effect);
    }),
  );
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
