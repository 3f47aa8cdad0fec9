import { type Committee, type FixedSak, fixedSakSchema } from '../committee/record.ts';
import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, renewShared } from '../round/effects.ts';
import type { Sak } from '../sak/record.ts';
import { type AgendaItem, MAX_ITEMS, type Meeting } from './record.ts';

/** Who does it, and when. */
export type By = { readonly personId: string; readonly now: Date };

/** What every committee's agenda has when nothing else was chosen (domain a2). */
const DEFAULT_FIXED: readonly FixedSak[] = ['innkalling', 'eventuelt', 'neste-mote'];
/** Those that stand before the saker that were proposed; the others stand after them. */
export const BEFORE: readonly FixedSak[] = ['innkalling', 'godkjenning-av-referat', 'oppfolging'];

/** The saker that this committee has at every meeting, in order. */
export function fixedOf({ settings }: Pick<Committee, 'settings'>): readonly FixedSak[] {
  return settings.agenda?.fixed ?? DEFAULT_FIXED;
}

/** One meeting has one of each kind. */
export const fixedSakId = (meetingId: string, kind: FixedSak) => `fixed_${meetingId}_${kind}`;

/** Whether a sak is one of those that this meeting has as every other one does. */
export const isFixedIn = (meetingId: string, sakId: string) => sakId.startsWith(`fixed_${meetingId}_`);

/** Those of its fixed saker that stand on a meeting's agenda. */
export function standingFixed({ id, items }: Pick<Meeting, 'id' | 'items'>): FixedSak[] {
  return fixedSakSchema.options.filter((kind) => items.some(({ sakId }) => sakId === fixedSakId(id, kind)));
}

/** An agenda as it is proposed: what comes first at every meeting, the saker that were proposed, and the rest. */
export function proposedOrder(meetingId: string, fixed: readonly FixedSak[], sakIds: readonly string[]): string[] {
  const at = fixed.findLastIndex((kind) => BEFORE.includes(kind)) + 1;
  const ids = fixed.map((kind) => fixedSakId(meetingId, kind));
  return [...ids.slice(0, at), ...sakIds, ...ids.slice(at)];
}

/** Whether a sak may stand on the agenda of this meeting: it is accepted, or stands there already. */
export function mayStand(sak: Pick<Sak, 'status' | 'meetingId'>, meetingId: string): boolean {
  return sak.status === 'accepted' || sak.meetingId === meetingId;
}

/** Whether an accepted sak is for this meeting: it wishes it, an earlier one, or none that is still to come. */
export function isFor(
  { wishedMeetingId }: Pick<Sak, 'wishedMeetingId'>,
  meeting: Pick<Meeting, 'id'>,
  later: readonly Pick<Meeting, 'id'>[],
): boolean {
  return wishedMeetingId === meeting.id || !later.some(({ id }) => id === wishedMeetingId);
}

export type AgendaRefusal = 'meeting-over' | 'agenda-being-sent' | 'agenda-changed-meanwhile';
export type ArrangeRefusal = AgendaRefusal | 'not-on-agenda' | 'bad-order' | 'agenda-full' | 'already-numbered';

type Step<R extends ArrangeRefusal> = (items: readonly AgendaItem[]) => Result<readonly AgendaItem[], R>;

/** The first agenda of a meeting. One that is there already stays as it is. */
export function buildAgenda(meeting: Meeting, sakIds: readonly string[], by: By): Result<Meeting, AgendaRefusal> {
  if (meeting.agendaRevision > 0) return done(meeting);
  return arranged(meeting, () => done(sakIds.slice(0, MAX_ITEMS).map((sakId) => ({ sakId }))), by);
}

/** One place up or down. */
export function moveItem(
  meeting: Meeting,
  sakId: string,
  to: 'up' | 'down',
  by: By,
): Result<Meeting, AgendaRefusal | 'not-on-agenda'> {
  return arranged(
    meeting,
    (items) => {
      const from = items.findIndex((item) => item.sakId === sakId);
      const moved = items[from];
      if (moved === undefined) return refuse('not-on-agenda');
      const rest = items.filter((item) => item !== moved);
      const at = Math.min(Math.max(from + (to === 'up' ? -1 : 1), 0), rest.length);
      return done([...rest.slice(0, at), moved, ...rest.slice(at)]);
    },
    by,
  );
}

/**
 * The places as somebody typed them, in their new order: «3, 1, 2». What is not named follows in the order it has.
 * `revision`: the agenda that the places are counted in.
 */
export function orderItems(
  meeting: Meeting,
  { typed, revision }: { readonly typed: string; readonly revision: number },
  by: By,
): Result<Meeting, AgendaRefusal | 'bad-order'> {
  if (meeting.agendaRevision !== revision) return refuse('agenda-changed-meanwhile');
  const places = typed.split(/[\s,;]+/).filter((place) => place !== '');
  return arranged(
    meeting,
    (items) => {
      const named = places.map((place) => (/^\d{1,3}$/.test(place) ? items[Number(place) - 1] : undefined));
      const first = named.filter((item) => item !== undefined);
      if (first.length === 0 || first.length < named.length || new Set(first).size < first.length)
        return refuse('bad-order');
      return done([...first, ...items.filter((item) => !first.includes(item))]);
    },
    by,
  );
}

/** Puts a sak on the agenda: before what stands last at every meeting, or last of all once the agenda was sent. */
export function addItem(meeting: Meeting, sakId: string, by: By): Result<Meeting, AgendaRefusal | 'agenda-full'> {
  return arranged(
    meeting,
    (items) => {
      if (items.some((item) => item.sakId === sakId)) return done(items);
      if (items.length >= MAX_ITEMS) return refuse('agenda-full');
      const at = meeting.sent ? items.length : items.length - trailing(meeting.id, items);
      return done([...items.slice(0, at), { sakId }, ...items.slice(at)]);
    },
    by,
  );
}

/** Puts one of the fixed saker on this agenda alone: after those that stand first, or last of all once it was sent. */
export function addFixed(meeting: Meeting, kind: FixedSak, by: By): Result<Meeting, AgendaRefusal | 'agenda-full'> {
  const sakId = fixedSakId(meeting.id, kind);
  return arranged(
    meeting,
    (items) => {
      if (items.some((item) => item.sakId === sakId)) return done(items);
      if (items.length >= MAX_ITEMS) return refuse('agenda-full');
      const isFirst = (item: AgendaItem) => BEFORE.some((one) => fixedSakId(meeting.id, one) === item.sakId);
      const at = meeting.sent ? items.length : items.findLastIndex(isFirst) + 1;
      return done([...items.slice(0, at), { sakId }, ...items.slice(at)]);
    },
    by,
  );
}

/** Takes a sak off the agenda; not once it has its number there: then it ends in the meeting. */
export function takeOut(meeting: Meeting, sakId: string, by: By): Result<Meeting, AgendaRefusal | 'already-numbered'> {
  return arranged(
    meeting,
    (items) => {
      const rest = items.filter((item) => item.sakId !== sakId);
      if (rest.length === items.length) return done(items);
      return items.some((item) => item.sakId === sakId && isSent(item)) ? refuse('already-numbered') : done(rest);
    },
    by,
  );
}

/** Whether a sak of the agenda was sent with it. */
export function isSent({ attachments }: AgendaItem): boolean {
  return attachments !== undefined;
}

/** A sak of the agenda says something else now: what was previewed before is not sent, and a card that shows it is renewed. */
export function touchAgenda(meeting: Meeting, by: By, clocks: Clocks): Result<Meeting, AgendaRefusal> {
  const touched = arranged(meeting, (items) => done([...items]), by);
  return touched.ok && touched.value.sent ? done(renewShared(touched.value, clocks)) : touched;
}

function arranged<R extends ArrangeRefusal>(
  meeting: Meeting,
  step: Step<R>,
  by: By,
): Result<Meeting, R | AgendaRefusal> {
  if (meeting.state !== 'planned' && meeting.state !== 'called') return refuse('meeting-over');
  if (meeting.sending !== undefined) return refuse('agenda-being-sent');
  const items = step(meeting.items);
  if (!items.ok) return items;
  if (items.value === meeting.items) return done(meeting);
  const changed = { ...meeting, items: [...items.value], agendaRevision: meeting.agendaRevision + 1 };
  return done(note(changed, { at: by.now, by: by.personId, what: 'agenda-changed' }));
}

/** How many of the last ones are those that stand last at every meeting. */
function trailing(meetingId: string, items: readonly AgendaItem[]): number {
  const isProposed = ({ sakId }: AgendaItem) =>
    !isFixedIn(meetingId, sakId) || BEFORE.some((kind) => fixedSakId(meetingId, kind) === sakId);
  return items.length - 1 - items.findLastIndex(isProposed);
}
