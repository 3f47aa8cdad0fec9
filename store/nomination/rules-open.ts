import { type Committee, DEFAULT_LADDER, type Seat } from '../committee/record.ts';
import { isClosed } from '../committee/rules.ts';
import { newlyStored } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, emitAgain, whenContactable } from '../round/effects.ts';
import { nextReminder } from '../round/ladder.ts';
import { hasAnswered, NOMINATION_VERSION, type Nomination, type NominationKind, type Request } from './record.ts';

export type AskedFor = {
  readonly kind: NominationKind;
  readonly wanted: number;
  /** The vacant seat that is to be filled. */
  readonly seatId?: string | undefined;
};

/**
 * Who is asked for what: the member of each seat with fewer varas than wanted, the contact of the party that fills a
 * vacant seat, or each member for a working group.
 */
export function requestsIn(
  { seats }: Pick<Committee, 'seats'>,
  { kind, wanted, seatId }: AskedFor,
  nameOf: (personId: string) => string,
): Request[] {
  const request = (seat: Seat, holderId: string | undefined): Request => ({
    seatId: seat.id,
    seatName: seat.name,
    ...(holderId !== undefined && { holderId, holderName: nameOf(holderId) }),
  });
  if (kind === 'seat')
    return seats
      .filter((seat) => seat.id === seatId && seat.memberId === undefined)
      .map((seat) => request(seat, seat.appointing?.contactId));
  return seats
    .filter(({ memberId, varas = [] }) => memberId !== undefined && (kind === 'group' || varas.length < wanted))
    .map((seat) => request(seat, seat.memberId));
}

/** Those who are not asked the same already in a nomination that runs and waits for their answer. */
export function notYetAsked(
  requests: readonly Request[],
  kind: NominationKind,
  running: readonly Nomination[],
): Request[] {
  // two working groups are two questions
  if (kind === 'group') return [...requests];
  const waits = running.filter((one) => one.kind === kind && one.deadline !== undefined);
  return requests.filter(
    ({ seatId }) => !waits.some((one) => one.requests.some((it) => it.seatId === seatId) && !hasAnswered(one, seatId)),
  );
}

type About = Pick<Nomination, 'kind' | 'wanted' | 'openedBy' | 'requests' | 'title' | 'deadline'>;

/** A nomination that begins now: whoever is asked gets a card in working hours. Without a deadline nobody is asked. */
export function openNomination(
  id: string,
  committee: Committee,
  about: About,
  clocks: Clocks,
): Result<Nomination, 'committee-closed' | 'deadline-passed' | 'nobody-asked'> {
  const { requests, deadline, openedBy } = about;
  if (isClosed(committee)) return refuse('committee-closed');
  if (deadline !== undefined && deadline <= clocks.now) return refuse('deadline-passed');
  if (requests.length === 0) return refuse('nobody-asked');
  const reminderLadder = [...(committee.settings.reminderLadder ?? DEFAULT_LADDER)];
  const remindDueAt = deadline && nextReminder(reminderLadder, deadline, clocks.now);
  const { secretariatIds, chairId } = committee.roles;
  const secretariat = secretariatIds.length > 0 ? secretariatIds : chairId === undefined ? [] : [chairId];
  const isAsked = deadline !== undefined;
  const asked = [...new Set(requests.flatMap(({ holderId }) => holderId ?? []))];
  const nomination: Nomination = {
    ...newlyStored({ id, tenantId: committee.tenantId }, NOMINATION_VERSION),
    committeeId: committee.id,
    committeeName: committee.shortName,
    ...about,
    status: 'open',
    openedAt: clocks.now,
    reminderLadder,
    ...(deadline && { endDueAt: deadline }),
    ...(remindDueAt && { remindDueAt }),
    runningIn: committee.id,
    waitingFor: asked,
    followers: [...new Set([...secretariat, ...(isAsked ? [openedBy] : [])])],
    answers: [],
    deliveries: [],
    reminders: [],
    emitted: 0,
    history: [{ at: clocks.now, by: openedBy, what: 'opened' }],
  };
  if (!isAsked) return done(nomination);
  return done(
    emitAgain(
      nomination,
      whenContactable(clocks),
      ...asked.map((holderId) => ({ kind: 'seat-card' as const, holderId })),
    ),
  );
}
