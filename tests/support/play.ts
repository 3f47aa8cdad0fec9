import type { Committee } from '../../store/committee/record.ts';
import type { Referat } from '../../store/referat/record.ts';
import { newest } from '../../store/referat/record.ts';
import type { Answer, OtherWay, Round } from '../../store/round/record.ts';
import { answerRound, registerAnswer, undoRegistration } from '../../store/round/rules.ts';
import { noteDelivery, noteReminder } from '../../store/round/rules-deliver.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { correctTypos, moveSeat, replaceText } from '../../store/round/rules-revise.ts';
import { closeRound, extendRound, liftToMeeting, withdrawRound } from '../../store/round/rules-run.ts';
import { aCommittee, aReferat, DEADLINE, hashOf, NOW, REAL_NOW } from './records.ts';

/** A round as it is being played: what it is now, what time it is, and what the last one who tried was told. */
export type Played = { readonly round: Round; readonly now: Date; readonly refused?: string };
/** One thing that happens in a round. */
export type Step = (played: Played) => Played;

type Outcome = { readonly ok: true; readonly value: Round } | { readonly ok: false; readonly refusal: string };

const apply = ({ round, now }: Played, result: Outcome): Played =>
  result.ok ? { round: result.value, now } : { round, now, refused: result.refusal };
const clocks = ({ now }: Played) => ({ now, realNow: REAL_NOW });

/** Plays a round from where it stands. */
export function playOn(round: Round, ...steps: readonly Step[]): Played {
  return steps.reduce<Played>((played, step) => step(played), { round, now: NOW });
}

/** Plays a round of this committee, from its opening on. */
export function play(
  { committee = aCommittee(), referat = aReferat() }: { readonly committee?: Committee; readonly referat?: Referat },
  ...steps: readonly Step[]
): Played {
  const opened = openRound(
    { committee, referat, revision: referat.revision, nameOf: (id) => id.toUpperCase(), openedBy: 'siv' },
    { now: NOW, realNow: REAL_NOW },
  );
  if (!opened.ok) throw new Error(`the round could not be opened: ${opened.refusal}`);
  return playOn(opened.value, ...steps);
}

export const gives =
  (choice: Answer['choice'], remark?: Answer['remark']) =>
  (personId: string, text?: string): Step =>
  (played) => {
    const textHash = text === undefined ? (played.round.textHashes.at(-1) ?? '') : hashOf(text);
    const given = { personId, textHash, choice, ...(remark && { remark }) };
    return apply(played, answerRound(played.round, given, played.now, REAL_NOW));
  };

export const approves = gives('approve');
export const lifts = gives('lift-to-meeting');
export const remarksTypo = gives('remark', { kind: 'skrivefeil', text: 'Navnet er skrevet feil' });
export const objects = gives('remark', { kind: 'realitet', text: 'Vedtakspunkt 2 mangler' });

/** The card reached these people. */
export const reached =
  (...people: readonly string[]): Step =>
  (played) => ({
    ...played,
    round: people.reduce(
      (round, holderId) =>
        noteDelivery(
          round,
          {
            holderId,
            state: 'delivered',
            at: played.now,
            serviceUrl: 'https://teams.example/',
            conversationId: `a:${holderId}`,
            activityId: holderId,
          },
          clocks(played),
        ),
      played.round,
    ),
  });

/** The card did not reach this person, who lacks the app. */
export const notReached =
  (holderId: string): Step =>
  (played) => ({
    ...played,
    round: noteDelivery(
      played.round,
      { holderId, state: 'not-reached', at: played.now, why: 'not-installed' },
      clocks(played),
    ),
  });

/** A reminder reached these people. */
export const reminded =
  (...people: readonly string[]): Step =>
  (played) => ({
    ...played,
    round: people.reduce((round, holderId) => noteReminder(round, holderId, clocks(played)), played.round),
  });

/** It is this many milliseconds before the deadline; after it when negative. */
export const beforeDeadline =
  (ms: number): Step =>
  ({ round }) => ({ round, now: new Date(round.deadline.getTime() - ms) });

/** The timer runs, just after the deadline unless the clock stands later already. */
export const closes: Step = (played) => {
  const at = Math.max(played.now.getTime(), played.round.deadline.getTime());
  const then = { ...played, now: new Date(at) };
  return apply(then, closeRound(then.round, clocks(then)));
};

export const registers =
  (seatId: string, choice: Answer['choice'], way: OtherWay = 'telefon'): Step =>
  (played) =>
    apply(played, registerAnswer(played.round, { seatId, choice, way }, 'siv', clocks(played)));

export const undoes =
  (seatId: string): Step =>
  (played) =>
    apply(played, undoRegistration(played.round, seatId, 'siv', clocks(played)));

export const corrects =
  (text: string): Step =>
  (played) =>
    apply(played, correctTypos(played.round, hashOf(text), 'siv', clocks(played)));

export const replaces =
  (text: string): Step =>
  (played) => {
    const deadline = new Date(DEADLINE.getTime() + 7 * 24 * 3600 * 1000);
    return apply(played, replaceText(played.round, { textHash: hashOf(text), deadline }, 'siv', clocks(played)));
  };

export const extendsBy =
  (days: number): Step =>
  (played) => {
    const deadline = new Date(played.round.deadline.getTime() + days * 24 * 3600 * 1000);
    return apply(played, extendRound(played.round, deadline, 'siv', clocks(played)));
  };

export const withdraws: Step = (played) =>
  apply(played, withdrawRound(played.round, 'Feil vedlegg', 'siv', clocks(played)));

export const takesToMeeting: Step = (played) => apply(played, liftToMeeting(played.round, 'siv', clocks(played)));

export const moves =
  (seatId: string, holderId: string, actsFor?: string): Step =>
  (played) => {
    const holder = { holderId, holderName: holderId.toUpperCase(), ...(actsFor !== undefined && { actsFor }) };
    return apply(played, moveSeat(played.round, seatId, holder, 'siv', clocks(played)));
  };

/** The text that a round was opened about. */
export const openedText = (referat: Referat = aReferat()) => newest(referat).text;
