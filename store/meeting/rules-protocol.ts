import type { Committee } from '../committee/record.ts';
import { emit, type NewEffect, note, type SakNews } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Sak } from '../sak/record.ts';
import { dayOf } from '../time.ts';
import type { Meeting, Outcome, ProtocolItem } from './record.ts';
import { type MinutesRefusal, minutesRefusal } from './rules-attendance.ts';
import { withoutFollowUp } from './rules-follow-up-due.ts';
import { carryOn } from './rules-plan.ts';

/** What is written of a sak in the protocol, without who wrote it. */
export type Entry = Pick<ProtocolItem, 'outcome' | 'text' | 'vedtak' | 'approves'>;

export type ProtocolRefusal = MinutesRefusal | 'sak-not-on-agenda' | 'vedtak-missing' | 'fixed-not-postponed';

export function protocolOf({ protocol }: Pick<Meeting, 'protocol'>, sakId: string): ProtocolItem | undefined {
  return protocol.find((item) => item.sakId === sakId);
}

/** Whether a sak's vedtak approves this referat. */
export function approves(meeting: Pick<Meeting, 'protocol'>, sakId: string, referatId: string): boolean {
  return protocolOf(meeting, sakId)?.approves?.includes(referatId) === true;
}

/** The points of a sak's vedtak, and what decided it: the meeting, or the round that the meeting sent it on. */
export function vedtakIn(
  meeting: Pick<Meeting, 'id' | 'protocol'>,
  { id, vedtak = [], decidedByRound }: Pick<Sak, 'id' | 'vedtak' | 'decidedByRound'>,
): { readonly points: readonly string[]; readonly decidedBy: string } {
  const item = protocolOf(meeting, id);
  return decidedByRound !== undefined && item?.roundId === decidedByRound
    ? { points: vedtak, decidedBy: decidedByRound }
    : { points: item?.vedtak ?? [], decidedBy: meeting.id };
}

/**
 * Writes what became of one sak, in place of what was written before; its voting and its round stay. Once the meeting
 * has ended the sak is told at once: until then everything can still change.
 */
export function recordProtocol(
  meeting: Meeting,
  committee: Committee,
  { id: sakId, fixed }: Pick<Sak, 'id' | 'fixed'>,
  { outcome, text, vedtak, approves }: Entry,
  personId: string,
  clocks: Clocks,
): Result<Meeting, ProtocolRefusal> {
  const { now } = clocks;
  const refusal = minutesRefusal(meeting, committee, { personId, now });
  if (refusal) return refuse(refusal);
  if (!meeting.items.some((item) => item.sakId === sakId)) return refuse('sak-not-on-agenda');
  if (outcome === 'vedtak' && vedtak.length === 0) return refuse('vedtak-missing');
  // one of its own kind is made for every meeting
  if (outcome === 'utsatt' && fixed !== undefined) return refuse('fixed-not-postponed');
  const before = protocolOf(meeting, sakId);
  const item: ProtocolItem = {
    sakId,
    outcome,
    vedtak: outcome === 'vedtak' ? [...vedtak] : [],
    ...(text && { text }),
    ...(before?.ballotId && { ballotId: before.ballotId }),
    ...(before?.roundId && { roundId: before.roundId }),
    ...(outcome === 'vedtak' && approves && approves.length > 0 && { approves }),
    at: now,
    by: personId,
  };
  const written = withItem(meeting, item);
  const entry = { at: now, by: personId, what: before ? 'protocol-changed' : 'protocol-written' };
  return done(note(meeting.state === 'held' ? tell(written, [item], clocks, before?.approves) : written, entry));
}

function withItem(meeting: Meeting, item: ProtocolItem): Meeting {
  const isNew = protocolOf(meeting, item.sakId) === undefined;
  const protocol = isNew
    ? [...meeting.protocol, item]
    : meeting.protocol.map((other) => (other.sakId === item.sakId ? item : other));
  return { ...meeting, protocol };
}

/** Names the voting over a sak, the newest one; what else is written of it stays. */
export function noteBallot(
  meeting: Meeting,
  { sakId, ballotId }: { readonly sakId: string; readonly ballotId: string },
  personId: string,
  now: Date,
): Result<Meeting, never> {
  const before = protocolOf(meeting, sakId);
  if (before?.ballotId === ballotId) return done(meeting);
  const begun = before ?? { sakId, outcome: 'ingen' as const, vedtak: [], open: true as const, at: now, by: personId };
  return done(note(withItem(meeting, { ...begun, ballotId }), { at: now, by: personId, what: 'voted' }));
}

/** Names the round in which a sak is decided instead. It is the round that tells the sak how it ended. */
export function noteRound(
  meeting: Meeting,
  { sakId, roundId }: { readonly sakId: string; readonly roundId: string },
  personId: string,
  now: Date,
): Result<Meeting, never> {
  const before = protocolOf(meeting, sakId);
  if (before?.roundId === roundId) return done(meeting);
  const { open: _open, ...item } = before ?? { sakId, vedtak: [], open: true, at: now, by: personId };
  return done(
    note(withItem(meeting, { ...item, outcome: 'ingen', vedtak: [], roundId }), {
      at: now,
      by: personId,
      what: 'to-round',
    }),
  );
}

/** Saker of which nothing is written yet; those that every meeting has need nothing. */
export function unwritten<S extends Pick<Sak, 'id' | 'fixed'>>(meeting: Meeting, saker: readonly S[]): S[] {
  return saker.filter(({ id, fixed }) => {
    const item = protocolOf(meeting, id);
    return fixed === undefined && (item === undefined || item.open === true);
  });
}

export type HoldRefusal = MinutesRefusal | 'saker-unwritten';

/** The meeting has ended: its saker are told what became of them, once. Safe to repeat. */
export function holdMeeting(
  meeting: Meeting,
  committee: Committee,
  saker: readonly Pick<Sak, 'id' | 'fixed'>[],
  personId: string,
  clocks: Clocks,
): Result<Meeting, HoldRefusal> {
  const { now } = clocks;
  const refusal = minutesRefusal(meeting, committee, { personId, now });
  if (refusal) return refuse(refusal);
  if (meeting.state === 'held') return done(meeting);
  if (unwritten(meeting, saker).length > 0) return refuse('saker-unwritten');
  const { comingIn: _coming, ...rest } = withoutFollowUp(meeting);
  const silent = saker
    .filter(({ id }) => protocolOf(meeting, id) === undefined)
    .map(({ id }): ProtocolItem => ({ sakId: id, outcome: 'ingen', vedtak: [], at: now, by: personId }));
  const held: Meeting = {
    ...rest,
    protocol: [...meeting.protocol, ...silent].map(({ open: _open, ...item }) => item),
    state: 'held',
    heldIn: meeting.committeeId,
  };
  return done(note(carryOn(tell(held, held.protocol, clocks), clocks), { at: now, by: personId, what: 'held' }));
}

/** Tells these saker what is written of them, and the referater that their vedtak approve, or approved before. */
function tell(
  meeting: Meeting,
  items: readonly ProtocolItem[],
  { realNow }: Clocks,
  before: readonly string[] = [],
): Meeting {
  const emitted = meeting.emitted + 1;
  const on = dayOf(meeting.startsAt);
  const effects = items.flatMap((item): NewEffect[] => {
    const { sakId, outcome, vedtak, roundId, by } = item;
    const approvals = [...new Set([...(item.approves ?? []), ...before])].map(
      (referatId): NewEffect => ({
        kind: 'referat-approved',
        key: `referat-approved:${referatId}:${emitted}`,
        referatId,
        on,
        sakId,
        vedtak: vedtak.join(' ').slice(0, MAX_APPROVAL),
        by,
      }),
    );
    // how a round ends is told by the round, unless something else was written since
    if (roundId !== undefined && outcome === 'ingen') return approvals;
    const news = newsOf(meeting.id, on, outcome, vedtak);
    return [{ kind: 'sak-told', key: `sak-told:${sakId}:${emitted}`, sakId, news }, ...approvals];
  });
  return emit({ ...meeting, outbox: withoutOlder(meeting, items), emitted }, { realNow }, ...effects);
}

/** What was written of these saker before is not told after what is written now, should it have to be told again. */
function withoutOlder({ outbox }: Meeting, items: readonly ProtocolItem[]): Meeting['outbox'] {
  const isOlder = (effect: Meeting['outbox'][number]) =>
    effect.kind === 'referat-approved' || (effect.kind === 'sak-told' && isOfProtocol(effect.news))
      ? items.some(({ sakId }) => sakId === effect.sakId)
      : false;
  return outbox.filter((effect) => !isOlder(effect));
}

function isOfProtocol({ what }: SakNews): boolean {
  return what === 'decided' || what === 'postponed';
}

/** What a referat keeps of the words it was approved with. */
const MAX_APPROVAL = 1000;

function newsOf(meetingId: string, on: string, outcome: Outcome, vedtak: readonly string[]): SakNews {
  if (outcome === 'utsatt') return { what: 'postponed', meetingId };
  return { what: 'decided', vedtak: [...vedtak], on, meetingId, outcome };
}
