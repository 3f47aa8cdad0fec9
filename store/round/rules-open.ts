import { emitAgain } from '../again.ts';
import { type AskedGroup, type Committee, DEFAULT_LADDER } from '../committee/record.ts';
import { mayRunRounds, type RoundChoices, roundChoices } from '../committee/rules.ts';
import { newlyStored } from '../effect.ts';
import { newest, type Referat } from '../referat/record.ts';
import { done, type Result, refuse } from '../result.ts';
import { atOnce, type Clocks, whenContactable } from './effects.ts';
import { nextReminder } from './ladder.ts';
import { type Asked, ROUND_VERSION, type Round } from './record.ts';

export type OpenRefusal =
  | 'not-secretariat'
  | 'already-sent'
  | 'changed-since-preview'
  | 'no-rule'
  | 'nobody-asked'
  | 'presence-unknown'
  | 'deadline-passed';

/** What a round is opened from. `nameOf` gives people's names as they are today. */
export type Opening = {
  readonly committee: Committee;
  readonly referat: Referat;
  readonly nameOf: (personId: string) => string;
  readonly openedBy: string;
};

/**
 * Opens a round about a draft: every filled seat that the committee's setting names is asked, in the person who has it
 * now. Only the revision that was previewed can be sent. The cards go out in working hours.
 */
export function openRound(
  opening: Opening & { readonly revision: number },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  const { committee, referat, revision, openedBy } = opening;
  if (!mayRunRounds(committee, openedBy) || referat.committeeId !== committee.id) return refuse('not-secretariat');
  if (referat.state !== 'draft') return refuse('already-sent');
  if (referat.revision !== revision) return refuse('changed-since-preview');
  const number = (referat.round?.number ?? 0) + 1;
  const { hash: textHash } = newest(referat);
  return roundOf(opening, { number, textHash, deadline: referat.deadline }, clocks);
}

/** Opens the round after one whose content was changed, about the new text. Everybody is asked again. */
export function openNextRound(
  opening: Opening,
  { before, textHash, deadline }: { readonly before: Round; readonly textHash: string; readonly deadline: Date },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  const next = { number: before.number + 1, textHash, deadline };
  const opened = roundOf(opening, next, clocks);
  const changedFrom = before.textHashes.at(-1);
  return opened.ok && changedFrom !== undefined ? done({ ...opened.value, changedFrom }) : opened;
}

function roundOf(
  { committee, referat, nameOf, openedBy }: Opening,
  { number, textHash, deadline }: { readonly number: number; readonly textHash: string; readonly deadline: Date },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  if (deadline <= clocks.now) return refuse('deadline-passed');
  const choices = roundChoices(committee);
  if (choices === undefined) return refuse('no-rule');
  if (needsPresence(choices) && referat.presentSeatIds === undefined) return refuse('presence-unknown');
  const seats = askedSeats(committee, choices.askedGroup, referat.presentSeatIds, nameOf);
  if (seats.length === 0) return refuse('nobody-asked');
  const ladder = [...(committee.settings.reminderLadder ?? DEFAULT_LADDER)];
  const remindDueAt = nextReminder(ladder, deadline, clocks.now);
  const { conversation } = committee;
  const round: Round = {
    ...newlyStored({ id: roundIdFor(referat.id, number), tenantId: committee.tenantId }, ROUND_VERSION),
    committeeId: committee.id,
    committeeName: committee.shortName,
    kind: 'godkjenning',
    subject: { kind: 'referat', id: referat.id },
    title: referat.title,
    number,
    textHashes: [textHash],
    rule: choices.approvalRule,
    askedGroup: choices.askedGroup,
    reminderLadder: ladder,
    status: 'open',
    openedBy,
    openedAt: clocks.now,
    deadline,
    closeDueAt: deadline,
    ...(remindDueAt && { remindDueAt }),
    runningIn: committee.id,
    waitingFor: [...new Set(seats.map(({ holderId }) => holderId))],
    followers: [...new Set([...committee.roles.secretariatIds, openedBy])],
    seats,
    deliveries: [],
    reminders: [],
    answers: [],
    ...(conversation && { shared: conversation }),
    emitted: 0,
    history: [{ at: clocks.now, by: openedBy, what: 'opened' }],
  };
  const told = emitAgain(round, atOnce(clocks), { kind: 'round-told' });
  // one card per person, also for somebody with two seats
  const cards = round.waitingFor.map((holderId) => ({ kind: 'seat-card' as const, holderId }));
  const shared = conversation ? [{ kind: 'shared-card' as const }] : [];
  return done(emitAgain(told, whenContactable(clocks), ...cards, ...shared));
}

/** Whether the secretariat must tick who was at the meeting before a round can be opened by these choices. */
export function needsPresence({ askedGroup }: Pick<RoundChoices, 'askedGroup'>): boolean {
  return askedGroup === 'present';
}

/** The seats that are asked; vacant ones never are. Who was not at the meeting is marked, when it is known. */
export function askedSeats(
  committee: Committee,
  group: AskedGroup,
  presentSeatIds: readonly string[] | undefined,
  nameOf: (personId: string) => string,
): Asked[] {
  return committee.seats.flatMap(({ id, name, voting, memberId }): Asked[] => {
    const wasPresent = presentSeatIds?.includes(id);
    if (memberId === undefined || (group !== 'all' && !voting)) return [];
    if (group === 'present' && !wasPresent) return [];
    const seat = { seatId: id, seatName: name, holderId: memberId, holderName: nameOf(memberId) };
    return [wasPresent === false ? { ...seat, wasAbsent: true } : seat];
  });
}

/** The id of a round is fixed by what it is about: opening it twice makes it once. */
export function roundIdFor(subjectId: string, number: number): string {
  return `round_${subjectId}_${number}`;
}
