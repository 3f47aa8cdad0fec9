import type { Committee } from '../committee/record.ts';
import { type Effect, emit, isWaiting, type NewEffect, type When } from '../effect.ts';
import { atOnce, type Clocks, whenContactable } from '../round/effects.ts';
import type { View } from '../view.ts';
import type { Meeting } from './record.ts';
import { isVaraIn } from './rules-holder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When and where a meeting was to be, before it was moved. */
export type Was = Pick<Meeting, 'startsAt' | 'endsAt' | 'mode' | 'place'>;

type News = Extract<View, { view: 'meeting-news' }>;

/**
 * Tells the committee that a meeting was moved or cancelled: one message in its conversation, or a card to each of its
 * people where it has none. Whoever asked for the meeting in their calendar is offered the new one, a vara who acts in it too. What says the same
 * and waits gives way, so that those who read it are told from what they know.
 */
export function tellOfChange(meeting: Meeting, was: Was, committee: Committee, by: string, clocks: Clocks): Meeting {
  const told = meeting.outbox.find((effect) => isWaiting(effect) && newsIn(effect) !== undefined);
  const before = (told && newsIn(told)?.was) ?? was;
  const outbox = meeting.outbox.filter((effect) => !isWaiting(effect) || !isOfChange(effect));
  const emitted = meeting.emitted + 1;
  const view: News = { view: 'meeting-news', meetingId: meeting.id, was: before };
  const { conversation, people } = committee;
  const news: NewEffect[] = conversation
    ? [{ kind: 'reply', key: `news:${emitted}`, ...conversation, view }]
    : toEach(view, emitted, people, by);
  const offer = { what: 'calendar', committeeId: committee.id, meetingId: meeting.id } as const;
  const offers = (meeting.calendars ?? [])
    .filter((personId) => people.includes(personId) || isVaraIn(meeting, personId))
    .map((personId) => ({ kind: 'offer-file' as const, key: `calendar:${emitted}:${personId}`, personId, offer }));
  return emit({ ...meeting, outbox, emitted }, soonEnough([before, meeting], clocks), ...news, ...offers);
}

/** The same to each of the committee's people but whoever did it: the bot is gone from the conversation that it had. */
export function tellEach(meeting: Meeting, view: News, { people }: Committee, clocks: Clocks): Meeting {
  const emitted = meeting.emitted + 1;
  const by = meeting.history.findLast(({ what }) => what === 'moved' || what === 'cancelled')?.by;
  const news = toEach(view, emitted, people, by);
  return emit({ ...meeting, emitted }, soonEnough([view.was ?? meeting, meeting], clocks), ...news);
}

function toEach(view: News, emitted: number, people: readonly string[], by: string | undefined): NewEffect[] {
  return people
    .filter((personId) => personId !== by)
    .map((personId) => ({ kind: 'personal-card', key: `news:${emitted}:${personId}`, personId, view }));
}

/**
 * In working hours, or at once when a meeting is within a day of one of these times (design 3.3): of one that is past,
 * nothing is urgent.
 */
export function soonEnough(times: readonly Pick<Meeting, 'startsAt' | 'endsAt'>[], clocks: Clocks): When {
  const isSoon = times.some(
    ({ startsAt, endsAt }) => endsAt > clocks.now && startsAt.getTime() - clocks.now.getTime() < DAY_MS,
  );
  return isSoon ? atOnce(clocks) : whenContactable(clocks);
}

/** The news of a change that an effect tells; undefined when it tells something else. */
export function newsIn(effect: Effect): News | undefined {
  const view = effect.kind === 'reply' || effect.kind === 'personal-card' ? effect.view : undefined;
  return view?.view === 'meeting-news' ? view : undefined;
}

function isOfChange(effect: Effect): boolean {
  return newsIn(effect) !== undefined || effect.kind === 'offer-file';
}
