import { type AskedGroup, type Committee, DEFAULT_LADDER } from '../committee/record.ts';
import type { RoundChoices } from '../committee/rules.ts';
import { newlyStored } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, emitAgain, whenContactable } from './effects.ts';
import { nextReminder } from './ladder.ts';
import { type Asked, ROUND_VERSION, type Round } from './record.ts';

/** Who answers for a seat in place of its member: a vara who acts for it. By the id of the seat. */
export type Holders = Readonly<Record<string, Pick<Asked, 'holderId' | 'holderName' | 'actsFor'>>>;

/** Which seats are asked, and who for them. */
export type Asking = {
  readonly group: AskedGroup;
  /** The seats that were at the meeting; undefined when nobody has said. */
  readonly presentSeatIds?: readonly string[] | undefined;
  readonly holders?: Holders | undefined;
  /** Seats that are inhabil: never asked, and never counted. */
  readonly recusedSeatIds?: readonly string[] | undefined;
};

/** Whether the secretariat must tick who was at the meeting before a round can be opened by these choices. */
export function needsPresence({ askedGroup }: Pick<RoundChoices, 'askedGroup'>): boolean {
  return askedGroup === 'present';
}

/** The seats that are asked; one that nobody answers for never is. Who was not at the meeting is marked, when it is known. */
export function askedSeats(
  { seats }: Pick<Committee, 'seats'>,
  { group, presentSeatIds, holders = {}, recusedSeatIds = [] }: Asking,
  nameOf: (personId: string) => string,
): Asked[] {
  return seats.flatMap(({ id, name, voting, memberId }): Asked[] => {
    const wasPresent = presentSeatIds?.includes(id);
    if ((group !== 'all' && !voting) || (group === 'present' && !wasPresent)) return [];
    const member = memberId === undefined ? undefined : { holderId: memberId, holderName: nameOf(memberId) };
    const holder = Object.hasOwn(holders, id) ? holders[id] : member;
    if (holder === undefined || recusedSeatIds.includes(id)) return [];
    return [{ seatId: id, seatName: name, ...holder, ...(wasPresent === false && { wasAbsent: true }) }];
  });
}

const CHAIR = 'role:chair';

/** What the roles are called where they sign. */
export type LeaderNames = { readonly chair: string; readonly viceChair: string };

/**
 * Leder and nestleder, asked as such: nobody acts for them, and they need no seat in the committee. Their seats are named by
 * their roles, so that a seat that moves is never taken for one of them, and a round can be counted as every other one.
 */
export function leaderSeats(
  { roles: { chairId, viceChairId } }: Pick<Committee, 'roles'>,
  names: LeaderNames,
  nameOf: (personId: string) => string,
): Asked[] {
  const seat = (seatId: string, seatName: string, holderId: string): Asked => ({
    seatId,
    seatName,
    holderId,
    holderName: nameOf(holderId),
  });
  if (chairId === undefined) return [];
  const chair = seat(CHAIR, names.chair, chairId);
  const hasBoth = viceChairId !== undefined && viceChairId !== chairId;
  return hasBoth ? [chair, seat('role:vice-chair', names.viceChair, viceChairId)] : [chair];
}

/** Whether whoever signs for one of these seats still has its role: a role that moves takes the right to sign with it. */
export function leadsStill({ roles }: Pick<Committee, 'roles'>, { seatId, holderId }: Asked): boolean {
  return holderId === (seatId === CHAIR ? roles.chairId : roles.viceChairId);
}

/** What is particular to one round; all the rest follows from its committee and the time. */
export type About = Pick<
  Round,
  | 'kind'
  | 'subject'
  | 'title'
  | 'number'
  | 'deadline'
  | 'rule'
  | 'askedGroup'
  | 'seats'
  | 'openedBy'
  | 'textHashes'
  | 'matter'
  | 'recused'
  | 'meetingId'
>;

/** A round that begins now: its cards go out in working hours, one to each person, also to somebody with two seats. */
export function beginRound(
  committee: Committee,
  about: About,
  clocks: Clocks,
): Result<Round, 'deadline-passed' | 'nobody-asked'> {
  const { subject, number, deadline, seats, openedBy } = about;
  if (deadline <= clocks.now) return refuse('deadline-passed');
  if (seats.length === 0) return refuse('nobody-asked');
  const ladder = [...(committee.settings.reminderLadder ?? DEFAULT_LADDER)];
  const remindDueAt = nextReminder(ladder, deadline, clocks.now);
  const { conversation } = committee;
  const round: Round = {
    ...newlyStored({ id: roundIdFor(subject.id, number), tenantId: committee.tenantId }, ROUND_VERSION),
    committeeId: committee.id,
    committeeName: committee.shortName,
    ...about,
    reminderLadder: ladder,
    status: 'open',
    openedAt: clocks.now,
    closeDueAt: deadline,
    ...(remindDueAt && { remindDueAt }),
    runningIn: committee.id,
    waitingFor: [...new Set(seats.map(({ holderId }) => holderId))],
    followers: [...new Set([...committee.roles.secretariatIds, openedBy])],
    deliveries: [],
    reminders: [],
    answers: [],
    ...(conversation && { shared: conversation }),
    emitted: 0,
    history: [{ at: clocks.now, by: openedBy, what: 'opened' }],
  };
  const told = emitAgain(round, atOnce(clocks), { kind: 'round-told' });
  const cards = round.waitingFor.map((holderId) => ({ kind: 'seat-card' as const, holderId }));
  const shared = conversation ? [{ kind: 'shared-card' as const }] : [];
  return done(emitAgain(told, whenContactable(clocks), ...cards, ...shared));
}

/** The id of a round is fixed by what it is about: opening it twice makes it once. */
export function roundIdFor(subjectId: string, number: number): string {
  return `round_${subjectId}_${number}`;
}
