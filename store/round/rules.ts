import type { Committee } from '../committee/record.ts';
import { mayRunRounds } from '../committee/rules.ts';
import { emit, newlyStored, note, type When, withOutbox } from '../effect.ts';
import type { Referat } from '../referat/record.ts';
import { done, type Result, refuse } from '../result.ts';
import { nextContactTime } from '../time.ts';
import { type Answer, type Asked, type Delivery, type Remark, ROUND_VERSION, type Round } from './record.ts';
import { decide, isObjection } from './tally.ts';

/** Both clocks: the committee's decides, real time plans deliveries. */
export type Clocks = { readonly now: Date; readonly realNow: Date };

export type OpenRefusal =
  | 'not-secretariat'
  | 'already-sent'
  | 'changed-since-preview'
  | 'no-rule'
  | 'nobody-asked'
  | 'deadline-passed';

/**
 * Opens the first round about a referat: every filled voting seat is asked, in the person who has it now. The cards go
 * out in working hours. `nameOf` gives people's names as they are today.
 */
export function openRound(
  {
    committee,
    referat,
    revision,
    nameOf,
    openedBy,
  }: {
    readonly committee: Committee;
    readonly referat: Referat;
    readonly revision: number;
    readonly nameOf: (personId: string) => string;
    readonly openedBy: string;
  },
  clocks: Clocks,
): Result<Round, OpenRefusal> {
  if (!mayRunRounds(committee, openedBy) || referat.committeeId !== committee.id) return refuse('not-secretariat');
  if (referat.state !== 'draft') return refuse('already-sent');
  if (referat.revision !== revision) return refuse('changed-since-preview');
  if (referat.deadline <= clocks.now) return refuse('deadline-passed');
  const { approvalRule } = committee.settings;
  if (approvalRule === undefined) return refuse('no-rule');
  const seats = committee.seats.flatMap(({ id, name, voting, memberId }): Asked[] =>
    voting && memberId !== undefined
      ? [{ seatId: id, seatName: name, holderId: memberId, holderName: nameOf(memberId) }]
      : [],
  );
  if (seats.length === 0) return refuse('nobody-asked');
  const number = 1;
  const round: Round = {
    ...newlyStored({ id: roundIdFor(referat.id, number), tenantId: committee.tenantId }, ROUND_VERSION),
    committeeId: committee.id,
    committeeName: committee.shortName,
    kind: 'godkjenning',
    subject: { kind: 'referat', id: referat.id },
    title: referat.title,
    number,
    textHashes: [referat.textHash],
    rule: approvalRule,
    status: 'open',
    openedBy,
    openedAt: clocks.now,
    deadline: referat.deadline,
    closeDueAt: referat.deadline,
    openIn: committee.id,
    waitingFor: [...new Set(seats.map(({ holderId }) => holderId))],
    followers: [...new Set([...committee.roles.secretariatIds, openedBy])],
    seats,
    deliveries: [],
    answers: [],
    history: [{ at: clocks.now, by: openedBy, what: 'opened' }],
  };
  // one card per person, also for somebody with two seats
  const cards = seats.filter(({ holderId }, i) => seats.findIndex((seat) => seat.holderId === holderId) === i);
  const told = emit(round, { realNow: clocks.realNow }, { kind: 'round-opened', key: `round-opened:${round.id}` });
  return done(
    emit(
      told,
      whenContactable(clocks),
      ...cards.map(({ seatId }) => ({ kind: 'seat-card' as const, key: `seat-card:${seatId}`, seatId })),
    ),
  );
}

/** The id of a round is fixed by what it is about: opening it twice makes it once. */
function roundIdFor(subjectId: string, number: number): string {
  return `round_${subjectId}_${number}`;
}

export type AnswerRefusal = 'closed' | 'too-late' | 'not-asked' | 'other-text';

/** What somebody answers: yes, or a remark about a typo or about the content. */
export type Given = { readonly personId: string; readonly textHash: string; readonly remark?: Remark };

/**
 * Records the answer of whoever holds a seat; the latest one counts. The deadline decides, not the timer: an answer
 * that arrives when the round should have closed is late. All seats answered without objection closes it.
 */
export function answerRound(
  round: Round,
  { personId, textHash, remark }: Given,
  receivedAt: Date,
  realNow: Date,
): Result<Round, AnswerRefusal> {
  const seats = round.seats.filter((seat) => seat.holderId === personId);
  if (seats.length === 0) return refuse('not-asked');
  if (receivedAt >= round.deadline) return refuse('too-late');
  if (round.status !== 'open') return refuse('closed');
  if (!round.textHashes.includes(textHash)) return refuse('other-text');
  const given = seats.map(({ seatId }): Answer => {
    const choice = remark === undefined ? 'approve' : 'remark';
    return { seatId, personId, choice, ...(remark && { remark }), textHash, receivedAt };
  });
  if (given.every((answer) => round.answers.some((before) => sameAnswer(before, answer)))) return done(round);
  const others = round.answers.filter((answer) => !seats.some(({ seatId }) => seatId === answer.seatId));
  const what = remark === undefined ? 'approved' : `remark-${remark.kind}`;
  const answered = given.reduce(
    (current, { seatId }) => note(current, { at: receivedAt, by: personId, what, seatId }),
    {
      ...round,
      answers: [...others, ...given],
    },
  );
  const settled = answered.answers.length === round.seats.length && !answered.answers.some(isObjection);
  return done(settled ? close(answered, { now: receivedAt, realNow }) : answered);
}

/** The same press again: repeating it changes nothing, not even the time it was first received. */
function sameAnswer(before: Answer, again: Answer): boolean {
  return (
    before.seatId === again.seatId &&
    before.personId === again.personId &&
    before.choice === again.choice &&
    before.textHash === again.textHash &&
    before.remark?.kind === again.remark?.kind &&
    before.remark?.text === again.remark?.text
  );
}

/** Closes a round whose deadline has passed. Safe to run twice, and however late. */
export function closeRound(round: Round, clocks: Clocks): Result<Round, 'not-due'> {
  if (round.closeDueAt === undefined || round.closeDueAt > clocks.now) return refuse('not-due');
  return done(close(round, clocks));
}

function close(round: Round, clocks: Clocks): Round {
  const { closeDueAt: _due, openIn: _open, ...rest } = round;
  const decision = decide(round);
  const closed: Round = note(
    { ...rest, status: decision, closedAt: clocks.now, waitingFor: [] },
    { at: clocks.now, by: 'bot', what: decision },
  );
  // a card that did not go out in time has nothing to ask any more
  const outbox = round.outbox.filter(({ kind }) => kind !== 'seat-card');
  const atOnce: When = { realNow: clocks.realNow };
  // whoever has answered has a receipt already
  const asking = round.deliveries.filter(
    (delivery) => delivery.state === 'delivered' && !round.answers.some(({ seatId }) => seatId === delivery.seatId),
  );
  const told = emit(
    withOutbox(closed, outbox),
    atOnce,
    { kind: 'round-closed', key: `round-closed:${round.id}` },
    // cards that still ask are renewed in place, without a notification
    ...asking.map(({ seatId }) => ({ kind: 'seat-card-update' as const, key: `seat-card-closed:${seatId}`, seatId })),
  );
  return emit(
    told,
    whenContactable(clocks),
    ...round.followers.map((personId) => ({
      kind: 'personal-card' as const,
      key: `round-outcome:${personId}`,
      personId,
      view: { view: 'round-status' as const, roundId: round.id },
    })),
  );
}

/**
 * Notes how the card to a seat fared; a failure never replaces a success. A round that closed while its card was on
 * the way has the card renewed.
 */
export function noteDelivery(round: Round, delivery: Delivery, realNow: Date): Round {
  const before = round.deliveries.find(({ seatId }) => seatId === delivery.seatId);
  if (before?.state === 'delivered') return round;
  const { seatId } = delivery;
  const noted = { ...round, deliveries: [...round.deliveries.filter((other) => other !== before), delivery] };
  if (round.status === 'open' || delivery.state !== 'delivered') return noted;
  return emit(noted, { realNow }, { kind: 'seat-card-update', key: `seat-card-closed:${seatId}`, seatId });
}

function whenContactable({ now, realNow }: Clocks): When {
  const contactAt = nextContactTime(now);
  return { realNow, inWorkingHours: true, ...(contactAt > now && { contactAt }) };
}
