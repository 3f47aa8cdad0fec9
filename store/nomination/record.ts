import { z } from 'zod';
import { reminderLadderSchema } from '../committee/record.ts';
import { storedFields } from '../effect.ts';
import { id, instant, unreachedSchema } from '../fields.ts';
import { nominationKindSchema } from './view.ts';

export const NOMINATION_VERSION = 1;
/** More than anybody is asked to propose for one seat. */
export const MAX_CANDIDATES = 10;
export const MAX_WANTED = 10;
export const MAX_TITLE = 200;
export const MAX_WORKPLACE = 200;

export type NominationKind = z.infer<typeof nominationKindSchema>;

const candidateSchema = z.object({
  id,
  personId: id,
  // as they were called when they were proposed
  name: z.string().min(1).max(200),
  email: z.string().max(254).optional(),
  workplace: z.string().max(MAX_WORKPLACE).optional(),
  // asked: the secretariat has confirmed them, and they have not said yes or no; set-aside: somebody else is wanted
  state: z.enum(['proposed', 'asked', 'accepted', 'declined', 'set-aside']),
  // proposed at or after the deadline
  late: z.literal(true).optional(),
  // by the secretariat, for whoever was asked
  onBehalf: z.literal(true).optional(),
  confirmedBy: id.optional(),
  // when they were last asked whether they will
  askedAt: instant.optional(),
  repliedAt: instant.optional(),
  // who registered their yes or no, when it was not themselves
  registeredBy: id.optional(),
  // the question whether they will did not reach them
  unreached: unreachedSchema.optional(),
  // they have said yes, and have their place in the committee; or why they could not get it
  placed: z.literal(true).optional(),
  problem: id.optional(),
});
/** Somebody who is proposed. */
export type Candidate = z.infer<typeof candidateSchema>;

const answerSchema = z.object({
  seatId: id,
  // in the order in which they are wanted
  candidates: z.array(candidateSchema).max(2 * MAX_CANDIDATES),
  // «Har ingen å foreslå»
  none: z.literal(true).optional(),
  at: instant,
  by: id,
  onBehalf: z.literal(true).optional(),
});
export type NominationAnswer = z.infer<typeof answerSchema>;

const requestSchema = z.object({
  seatId: id,
  seatName: z.string().max(200),
  // absent: nobody is known in Teams, and the secretariat registers the answer
  holderId: id.optional(),
  holderName: z.string().max(200).optional(),
});
/** One seat for which somebody is asked to propose. */
export type Request = z.infer<typeof requestSchema>;

const deliverySchema = z.object({ holderId: id, at: instant, why: unreachedSchema.optional() });

export const nominationSchema = z.object({
  ...storedFields,
  committeeId: id,
  committeeName: z.string(),
  kind: nominationKindSchema,
  // what the working group is called
  title: z.string().max(MAX_TITLE).optional(),
  // per seat for varas, in all for a working group
  wanted: z.int().positive().max(MAX_WANTED),
  status: z.enum(['open', 'closed']),
  openedBy: id,
  openedAt: instant,
  // absent: a member proposed somebody unasked
  deadline: instant.optional(),
  // the deadline, until the secretariat has been told that it has passed
  endDueAt: instant.optional(),
  reminderLadder: reminderLadderSchema,
  remindDueAt: instant.optional(),
  // the committee, while it is open
  runningIn: id.optional(),
  // whoever has something to do with it: those who propose while it is open, and those who are asked whether they will
  waitingFor: z.array(id),
  followers: z.array(id),
  requests: z.array(requestSchema).min(1),
  answers: z.array(answerSchema),
  deliveries: z.array(deliverySchema),
  reminders: z.array(z.object({ holderId: id, at: instant })),
  emitted: z.int().nonnegative(),
});

/** One «Meld inn …»: who is asked to propose somebody, what they answered, and what became of those who were proposed. */
export type Nomination = z.infer<typeof nominationSchema>;

/** A candidate, and the seat for which they are proposed. */
export function candidateIn(
  { answers }: Pick<Nomination, 'answers'>,
  candidateId: string,
): { readonly seatId: string; readonly candidate: Candidate } | undefined {
  for (const { seatId, candidates } of answers) {
    const candidate = candidates.find((one) => one.id === candidateId);
    if (candidate) return { seatId, candidate };
  }
  return undefined;
}

export function answerFor({ answers }: Pick<Nomination, 'answers'>, seatId: string): NominationAnswer | undefined {
  return answers.find((answer) => answer.seatId === seatId);
}

/** Whether a seat's answer is in: somebody is proposed who was not set aside, or there is nobody to propose. */
export function hasAnswered(nomination: Pick<Nomination, 'answers'>, seatId: string): boolean {
  const answer = answerFor(nomination, seatId);
  return answer?.none === true || (answer?.candidates ?? []).some(({ state }) => state !== 'set-aside');
}

/** Those who have not answered, and can be asked. */
export function silentHolders({ requests, ...rest }: Pick<Nomination, 'requests' | 'answers'>): string[] {
  const silent = requests.filter(({ seatId }) => !hasAnswered(rest, seatId));
  return [...new Set(silent.flatMap(({ holderId }) => holderId ?? []))];
}

/** Whether the deadline is over: an answer at it is late. */
export function isLate({ deadline }: Pick<Nomination, 'deadline'>, now: Date): boolean {
  return deadline !== undefined && now >= deadline;
}
