import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import { type Clocks, renewCards, renewShared, tellFollowersSoon } from './effects.ts';
import { type Answer, type Comment, choicesIn, type OtherWay, type Remark, type Round } from './record.ts';
import { isObjection } from './rules-count.ts';
import { close, reopen } from './rules-run.ts';

/** More than any round has; somebody who changes their mind for ever does not fill the record. */
const MAX_TAKEN_BACK = 200;

export type AnswerRefusal =
  | 'closed'
  | 'withdrawn'
  | 'replaced'
  | 'too-late'
  | 'not-asked'
  | 'seat-moved'
  | 'other-kind'
  | 'other-text';

/** What somebody answers, by the kind of the round: a yes or a remark, a vote, what they have to say; or the meeting. */
export type Given = {
  readonly personId: string;
  readonly textHash: string;
  readonly choice: Answer['choice'];
  readonly remark?: Remark;
  readonly comment?: Comment;
  /** Answered somewhere else than in their own card, which must be renewed. */
  readonly elsewhere?: true;
};

/**
 * Records the answer of whoever holds a seat; the latest one counts. The deadline decides, not the timer: an answer
 * that arrives when the round should have closed is late. All seats answered without objection closes it.
 */
export function answerRound(round: Round, given: Given, receivedAt: Date, realNow: Date): Result<Round, AnswerRefusal> {
  const { personId, textHash, choice, remark, comment } = given;
  const seats = round.seats.filter((seat) => seat.holderId === personId);
  if (seats.length === 0) return refuse(hadSeat(round, personId) ? 'seat-moved' : 'not-asked');
  const shut = isShut(round, receivedAt);
  if (shut !== undefined) return refuse(shut);
  if (!isAnswerIn(round, choice, remark)) return refuse('other-kind');
  if (!round.textHashes.includes(textHash)) return refuse('other-text');
  const said = { choice, ...(remark && { remark }), ...(comment && { comment }) };
  const answers = seats.map(({ seatId }): Answer => ({ seatId, personId, ...said, textHash, receivedAt }));
  if (answers.every((answer) => round.answers.some((before) => isSame(before, answer)))) return done(round);
  const clocks = { now: receivedAt, realNow };
  const answered = answers.reduce(
    (current, answer) => note(withAnswer(current, answer), lineOf(answer, personId, receivedAt)),
    round,
  );
  const renewed = given.elsewhere ? renewCards(answered, clocks, [personId]) : answered;
  return done(settle(isNews(round, given) ? tellFollowersSoon(renewed, clocks) : renewed, clocks));
}

/** Whether this can be answered in a round; nobody signs what they have found a mistake in. */
function isAnswerIn({ kind }: Round, choice: Answer['choice'], remark: Remark | undefined): boolean {
  return choicesIn[kind].includes(choice) && (kind !== 'signering' || remark?.kind !== 'skrivefeil');
}

function hadSeat({ seats }: Round, personId: string): boolean {
  return seats.some(({ earlierHolders }) => earlierHolders?.some(({ holderId }) => holderId === personId));
}

/** Why nothing can be answered any more; undefined while it can. */
function isShut({ status, deadline }: Round, at: Date): 'closed' | 'withdrawn' | 'replaced' | 'too-late' | undefined {
  if (status === 'withdrawn' || status === 'replaced') return status;
  if (at >= deadline) return 'too-late';
  return status === 'open' ? undefined : 'closed';
}

function withAnswer(round: Round, answer: Answer): Round {
  const { setAside = [], takenBack = [], ...rest } = round;
  const isOwn = answer.registered === undefined;
  const before = round.answers.find(({ seatId }) => seatId === answer.seatId);
  // an answer of the holder's own ends what was set aside for the seat; a registered one only sets aside
  const isOver = ({ seatId }: Answer) => isOwn && seatId === answer.seatId;
  const isAside = !isOwn && before !== undefined && before.registered === undefined;
  const aside = [...setAside.filter((one) => !isOver(one)), ...(isAside ? [before] : [])];
  const earlier = [...setAside.filter(isOver), ...(before && !isAside ? [before] : [])];
  const gone = [...takenBack, ...earlier.filter(({ remark }) => remark && remark.text !== answer.remark?.text)];
  return {
    ...rest,
    answers: [...round.answers.filter((other) => other !== before), answer],
    ...(aside.length > 0 && { setAside: aside }),
    ...(gone.length > 0 && { takenBack: gone.slice(-MAX_TAKEN_BACK) }),
  };
}

function lineOf({ seatId, choice, remark, personId, registered }: Answer, by: string, at: Date) {
  const what = choice === 'remark' ? `remark-${remark?.kind}` : whatBy[choice];
  return {
    at,
    by,
    what: registered ? `registered-${what}` : what,
    seatId,
    ...(registered && { onBehalfOf: personId }),
  };
}

const whatBy = {
  approve: 'approved',
  'lift-to-meeting': 'lifted-to-meeting',
  for: 'voted-for',
  against: 'voted-against',
  abstain: 'abstained',
  comment: 'commented',
  'no-comment': 'had-no-comment',
  sign: 'signed',
} as const satisfies Record<Exclude<Answer['choice'], 'remark'>, string>;

/** Everybody has answered and nobody objects: the round is over before its deadline. */
export function settle(round: Round, clocks: Clocks): Round {
  const isSettled = round.answers.length === round.seats.length && !round.answers.some(isObjection);
  return isSettled ? close(round, clocks) : renewShared(round, clocks);
}

/** The secretariat hears of remarks and objections as they come; what is only gathered it gets at the end. */
function isNews({ kind }: Round, { choice, remark, comment }: Given): boolean {
  return kind !== 'innspill' && (choice === 'lift-to-meeting' || remark !== undefined || comment !== undefined);
}

/** The same press again: repeating it changes nothing, not even the time it was first received. */
function isSame(before: Answer, again: Answer): boolean {
  return (
    before.seatId === again.seatId &&
    before.personId === again.personId &&
    before.choice === again.choice &&
    before.textHash === again.textHash &&
    before.registered === undefined &&
    before.remark?.kind === again.remark?.kind &&
    before.remark?.text === again.remark?.text &&
    before.remark?.sak === again.remark?.sak &&
    before.comment?.text === again.comment?.text &&
    before.comment?.sak === again.comment?.sak
  );
}

export type RegisterRefusal =
  | 'closed'
  | 'withdrawn'
  | 'replaced'
  | 'too-late'
  | 'no-such-seat'
  | 'other-kind'
  | 'not-electronic'
  | 'answered-themselves';

/** What the secretariat was told in another way than through the bot. */
export type Registration = {
  readonly seatId: string;
  readonly choice: Answer['choice'];
  readonly remark?: Remark;
  readonly comment?: Comment;
  readonly way: OtherWay;
};

/**
 * Registers an answer that came by e-mail or telephone, for one seat, on its holder's behalf; it shows that it is one.
 * Never in place of an answer that the holder gave through the bot; and what is signed is signed electronically, so that
 * nothing that was only said is a signature. Who may do this the caller has checked.
 */
export function registerAnswer(
  round: Round,
  { seatId, choice, remark, comment, way }: Registration,
  by: string,
  clocks: Clocks,
): Result<Round, RegisterRefusal> {
  const seat = round.seats.find((asked) => asked.seatId === seatId);
  if (seat === undefined) return refuse('no-such-seat');
  const shut = isShut(round, clocks.now);
  if (shut !== undefined) return refuse(shut);
  if (!isAnswerIn(round, choice, remark)) return refuse('other-kind');
  if (choice === 'sign' && way !== 'e-post') return refuse('not-electronic');
  const before = round.answers.find((answer) => answer.seatId === seatId);
  // what an earlier holder answered is the new one's to change, in whatever way they say so
  if (before?.registered === undefined && before?.personId === seat.holderId) return refuse('answered-themselves');
  const textHash = round.textHashes.at(-1) ?? '';
  const answer: Answer = {
    seatId,
    personId: seat.holderId,
    choice,
    ...(remark && { remark }),
    ...(comment && { comment }),
    textHash,
    receivedAt: clocks.now,
    registered: { by, way },
  };
  const registered = note(withAnswer(round, answer), lineOf(answer, by, clocks.now));
  return done(settle(renewCards(registered, clocks, [seat.holderId]), clocks));
}

/**
 * Takes a registered answer back; what an earlier holder had answered themselves counts again. If the registered answer
 * had closed the round before its deadline, the round is open again. Refused once the deadline has passed: what was
 * counted then stands.
 */
export function undoRegistration(
  round: Round,
  seatId: string,
  by: string,
  clocks: Clocks,
): Result<Round, 'not-registered' | 'not-open'> {
  const before = round.answers.find((answer) => answer.seatId === seatId);
  if (before?.registered === undefined) return refuse('not-registered');
  const shut = isShut(round, clocks.now);
  if (shut !== undefined && shut !== 'closed') return refuse('not-open');
  const { setAside = [], ...rest } = round;
  const own = setAside.filter((answer) => answer.seatId === seatId);
  const aside = setAside.filter((answer) => answer.seatId !== seatId);
  const without: Round = {
    ...rest,
    answers: [...round.answers.filter((answer) => answer !== before), ...own],
    ...(aside.length > 0 && { setAside: aside }),
  };
  const undone = note(without.status === 'open' ? without : reopen(without, clocks), {
    at: clocks.now,
    by,
    what: 'registration-undone',
    seatId,
    onBehalfOf: before.personId,
  });
  const holders = undone.seats.filter((seat) => seat.seatId === seatId).map(({ holderId }) => holderId);
  return done(settle(renewCards(undone, clocks, [...new Set([before.personId, ...holders])]), clocks));
}
