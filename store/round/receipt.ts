import type { Committee } from '../committee/record.ts';
import { type Referat, versionOf } from '../referat/record.ts';
import type { Answer, Asked, Comment, Matter, OtherWay, Remark, Round, Unreached } from './record.ts';
import { asAnswered, deliveryTo, isVotedDown, tally } from './rules-count.ts';

export const RECEIPT_FORMAT = 'utvalgsbot-receipt/1';

/** What became of a remark: `noted` is one about a typo in the newest text. */
export type Became = 'typos-corrected' | 'stands' | 'content-changed' | 'noted' | 'taken-back';

/** What became of one seat in a round. */
export type SeatLine = {
  readonly seat: string;
  readonly holder: string;
  readonly actsFor?: string;
  readonly wasAbsent: boolean;
  /** Of the card: when it arrived, or why it did not; undefined when it was still on its way. */
  readonly delivered?: string;
  readonly notReached?: Unreached;
  readonly reminded: readonly string[];
  readonly outcome: 'yes' | 'against' | 'abstained' | 'heard' | 'objection' | 'silent' | 'absent' | 'not-reached';
  readonly answer?: {
    readonly choice: Answer['choice'];
    readonly at: string;
    readonly channel: OtherWay | 'teams';
    /** Whose answer it is, when the seat has moved since. */
    readonly by?: string;
    readonly registeredBy?: string;
    readonly textSha256: string;
    readonly remark?: Remark;
    readonly comment?: Comment;
  };
};

/** The receipt of a round, for systems: everything that was asked, answered and decided. Times are ISO 8601, UTC. */
export type Receipt = {
  readonly format: typeof RECEIPT_FORMAT;
  readonly committee: string;
  /** What was asked about: a referat, or a sak or document as the round kept it. */
  readonly referat?: { readonly title: string; readonly meetingOn: string };
  readonly matter?: Matter & { readonly title: string };
  readonly round: {
    readonly kind: Round['kind'];
    readonly number: number;
    readonly rule: Round['rule'];
    readonly asked: Round['askedGroup'];
    readonly openedAt: string;
    readonly openedBy: string;
    readonly deadline: string;
    readonly closedAt?: string;
    readonly status: Round['status'];
    readonly reason?: string;
    readonly liftedToMeeting: boolean;
    /** Of a vote: nobody who is silent could carry it any more. */
    readonly isVotedDown: boolean;
  };
  readonly versions: readonly {
    readonly textSha256: string;
    readonly at: string;
    readonly file?: { readonly name: string; readonly sha256: string };
  }[];
  readonly counts: { readonly [K in SeatLine['outcome'] | 'asked' | 'remarks' | 'comments']: number };
  /** Seats that were inhabil: not asked, and not counted. */
  readonly recused: readonly { readonly seat: string; readonly holder?: string }[];
  readonly seats: readonly SeatLine[];
  /** Remarks and what became of them. */
  readonly remarks: readonly (Remark & {
    readonly by: string;
    readonly became: Became;
  })[];
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly seat?: string;
    readonly onBehalfOf?: string;
  }[];
};

/** Puts the receipt together. `nameOf` gives the names of people as they are today. */
export function receiptOf(
  round: Round,
  {
    committee,
    referat,
    nameOf,
  }: {
    readonly committee: Committee;
    /** The referat that it is about, if it is about one. */
    readonly referat?: Referat | undefined;
    readonly nameOf: (personId: string) => string;
  },
): Receipt {
  const counted = tally(round);
  const outcomes: readonly (readonly [SeatLine['outcome'], readonly Asked[]])[] = [
    ['yes', counted.yes],
    ['against', counted.against],
    ['abstained', counted.abstained],
    ['heard', counted.heard],
    ['objection', counted.objections],
    ['silent', counted.silent.map(({ seat }) => seat)],
    ['absent', counted.absent],
    ['not-reached', counted.notReached.map(({ seat }) => seat)],
  ];
  const outcomeOf = ({ seatId }: Asked) =>
    outcomes.find(([, seats]) => seats.some((seat) => seat.seatId === seatId))?.[0] ?? 'not-reached';
  const count = (outcome: SeatLine['outcome']) => outcomes.find(([name]) => name === outcome)?.[1].length ?? 0;
  const seatName = (seatId: string | undefined) => round.seats.find((seat) => seat.seatId === seatId)?.seatName;
  return {
    format: RECEIPT_FORMAT,
    committee: committee.name,
    ...(referat && { referat: { title: referat.title, meetingOn: referat.meetingOn } }),
    ...(round.matter && { matter: { title: round.title, ...round.matter } }),
    round: {
      kind: round.kind,
      number: round.number,
      rule: round.rule,
      asked: round.askedGroup,
      openedAt: round.openedAt.toISOString(),
      openedBy: nameOf(round.openedBy),
      deadline: round.deadline.toISOString(),
      ...(round.closedAt && { closedAt: round.closedAt.toISOString() }),
      status: round.status,
      ...(round.reason !== undefined && { reason: round.reason }),
      liftedToMeeting: round.liftedToMeeting !== undefined,
      isVotedDown: round.status === 'undecided' && isVotedDown(round),
    },
    versions: round.textHashes.map((hash) => {
      const version = referat && versionOf(referat, hash);
      return {
        textSha256: hash,
        at: (version?.at ?? round.openedAt).toISOString(),
        ...(version?.file && { file: { name: version.file.name, sha256: version.file.sha256 } }),
      };
    }),
    counts: {
      asked: round.seats.length,
      yes: count('yes'),
      against: count('against'),
      abstained: count('abstained'),
      heard: count('heard'),
      objection: count('objection'),
      silent: count('silent'),
      absent: count('absent'),
      'not-reached': count('not-reached'),
      remarks: counted.remarks.length,
      comments: counted.comments.length,
    },
    recused: (round.recused ?? []).map(({ seatName, holderName }) => ({
      seat: seatName,
      ...(holderName !== undefined && { holder: holderName }),
    })),
    seats: round.seats.map((seat) => seatLine(round, seat, outcomeOf(seat), nameOf)),
    remarks: [
      ...counted.remarks.map(({ seat, remark }) => ({
        by: seat.holderName,
        ...remark,
        became: becameOf(round, seat.seatId, remark),
      })),
      ...[...(round.takenBack ?? []), ...(round.setAside ?? [])].flatMap(({ personId, remark }) =>
        remark ? [{ by: nameOf(personId), ...remark, became: 'taken-back' as const }] : [],
      ),
    ],
    history: round.history.map(({ at, by, what, seatId, onBehalfOf }) => {
      const seat = seatName(seatId);
      return {
        at: at.toISOString(),
        by: by === 'bot' ? by : nameOf(by),
        what,
        ...(seat !== undefined && { seat }),
        ...(onBehalfOf !== undefined && { onBehalfOf: nameOf(onBehalfOf) }),
      };
    }),
  };
}

function seatLine(round: Round, seat: Asked, outcome: SeatLine['outcome'], nameOf: (id: string) => string): SeatLine {
  const answer = round.answers.find(({ seatId }) => seatId === seat.seatId);
  const delivery = deliveryTo(round, seat.holderId);
  return {
    seat: seat.seatName,
    holder: seat.holderName,
    ...(seat.actsFor !== undefined && { actsFor: seat.actsFor }),
    wasAbsent: seat.wasAbsent ?? false,
    ...(delivery?.state === 'delivered' && { delivered: delivery.at.toISOString() }),
    ...(delivery?.state === 'not-reached' && { notReached: delivery.why }),
    reminded: round.reminders.filter(({ holderId }) => holderId === seat.holderId).map(({ at }) => at.toISOString()),
    outcome,
    ...(answer && {
      answer: {
        choice: answer.choice,
        at: answer.receivedAt.toISOString(),
        channel: answer.registered?.way ?? 'teams',
        ...(answer.personId !== seat.holderId && { by: asAnswered(seat, answer).holderName }),
        ...(answer.registered && { registeredBy: nameOf(answer.registered.by) }),
        textSha256: answer.textHash,
        ...(answer.remark && { remark: answer.remark }),
        ...(answer.comment && { comment: answer.comment }),
      },
    }),
  };
}

/** What became of a remark that still stands with its answer. */
function becameOf(round: Round, seatId: string, { kind }: Remark): Became {
  if (round.status === 'replaced') return 'content-changed';
  if (kind === 'realitet') return 'stands';
  const seen = round.answers.find((answer) => answer.seatId === seatId)?.textHash;
  return seen === round.textHashes.at(-1) ? 'noted' : 'typos-corrected';
}
