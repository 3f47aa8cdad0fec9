import { EDITABLE } from '../../cards/round-forms.ts';
import { problemText, roundProblemText } from '../../cards/text/problems.ts';
import { change } from '../../store/change.ts';
import { MAX_TEXT } from '../../store/referat/record.ts';
import { addVersion } from '../../store/referat/rules.ts';
import { deadlineOf, deadlineProblems, isOnlyLink, textOf } from '../../store/referat/rules-form.ts';
import type { Result } from '../../store/result.ts';
import type { Clocks } from '../../store/round/effects.ts';
import {
  type Choice,
  type Comment,
  choiceSchema,
  MAX_REASON,
  otherWaySchema,
  type Remark,
  type Round,
} from '../../store/round/record.ts';
import { registerAnswer, undoRegistration } from '../../store/round/rules.ts';
import { correctTypos, replaceText } from '../../store/round/rules-revise.ts';
import { extendRound, isRunning, liftToMeeting, remindNow, withdrawRound } from '../../store/round/rules-run.ts';
import type { View } from '../../store/view.ts';
import { sha256Of } from '../ids.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownRound } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';
import { fileOf } from './referat.ts';
import { readRemark } from './round.ts';
import { hasRoleMoved, readComment } from './round-matter.ts';

/** What the secretariat and the chair do with a round. */
export const roundRunHandlers = {
  'round.status': async (_deps, _turn, { roundId, from }) =>
    show({ view: 'round-status', roundId, ...(from !== undefined && { from }) }),
  'round.register-form': async (_deps, _turn, { roundId, page }) => show({ view: 'register-form', roundId, page }),
  'round.undo-form': async (_deps, _turn, { roundId, page }) => show({ view: 'undo-form', roundId, page }),
  'round.extend-form': async (_deps, _turn, { roundId }) => show({ view: 'extend-form', roundId }),
  'round.withdraw-form': async (_deps, _turn, { roundId }) => show({ view: 'withdraw-form', roundId }),
  'round.revise-form': async (_deps, _turn, { roundId, fileId }) =>
    show({ view: 'revise-form', roundId, ...(fileId && { fileId }) }),

  'round.remind': (deps, turn, { roundId }) =>
    run(deps, turn, roundId, (round, clocks) => remindNow(round, turn.person.id, clocks), {
      doneView: { view: 'round-status', roundId, problem: 'reminded' },
    }),

  'round.register': async (deps, turn, { verb: _verb, roundId, ...fields }) => {
    const again = (problem: string) =>
      show({ view: 'register-form', roundId, typed: typedFrom(fields), problems: [problem] });
    const { seatId } = fields;
    const choice = choiceSchema.safeParse(fields.choice).data;
    const way = otherWaySchema.safeParse(fields.way).data;
    if (!seatId) return again('seat');
    if (choice === undefined) return again('choice');
    if (way === undefined) return again('way');
    const read = await saidIn(deps, roundId, choice, fields);
    if ('problem' in read) return again(read.problem);
    if (choice === 'sign' && (await hasRoleMoved(deps, roundId, ({ seatId: of }) => of === seatId)))
      return again('role-moved');
    return run(
      deps,
      turn,
      roundId,
      (round, clocks) => registerAnswer(round, { seatId, choice, way, ...read }, turn.person.id, clocks),
      { onRefused: again },
    );
  },

  'round.undo': async (deps, turn, { roundId, seatId = '' }) => {
    // a round that was opened again about a published referat could not be told to it
    const own = await ownRound(deps, turn.person.id, roundId);
    const referat = 'round' in own ? await deps.referater.collection.get(own.round.subject.id) : undefined;
    if (referat?.state === 'published') return show({ view: 'round-status', roundId, problem: 'already-published' });
    return run(deps, turn, roundId, (round, clocks) => undoRegistration(round, seatId, turn.person.id, clocks));
  },

  'round.extend': async (deps, turn, { verb: _verb, roundId, ...fields }) => {
    const again = (...problems: readonly string[]) =>
      show({ view: 'extend-form', roundId, typed: typedFrom(fields), problems: [...problems] });
    const problems = deadlineProblems(fields, turn.receivedAt);
    const deadline = deadlineOf(fields);
    if (problems.length > 0 || deadline === undefined) return again(...problems);
    return run(deps, turn, roundId, (round, clocks) => extendRound(round, deadline, turn.person.id, clocks), {
      onRefused: again,
    });
  },

  'round.withdraw': async (deps, turn, { roundId, reason = '' }) => {
    const written = reason.trim();
    const again = (problem: string) => show({ view: 'withdraw-form', roundId, typed: { reason }, problems: [problem] });
    if (written === '') return again('reason');
    if (written.length > MAX_REASON) return again('reason-too-long');
    return run(deps, turn, roundId, (round, clocks) => withdrawRound(round, written, turn.person.id, clocks));
  },

  'round.to-meeting': (deps, turn, { roundId }) =>
    run(deps, turn, roundId, (round, clocks) => liftToMeeting(round, turn.person.id, clocks)),

  'round.revise': async (deps, turn, { verb: _verb, roundId, fileId, ...fields }) => {
    const { person, receivedAt } = turn;
    const own = await ownRound(deps, person.id, roundId);
    if ('refused' in own) return notice(own.refused);
    if (own.round.subject.kind !== 'referat') return show({ view: 'round-status', roundId, problem: 'no-new-version' });
    const again = (...problems: string[]): Shown => {
      // a text too long for the form would be gone from it: the one on the screen still has it
      if (fileId === undefined && (fields.text?.length ?? 0) > EDITABLE)
        return { said: problemText(problems, roundProblemText) };
      return show({ view: 'revise-form', roundId, ...(fileId && { fileId }), typed: typedFrom(fields), problems });
    };
    const file = await fileOf(deps, person.id, fileId);
    const text = textOf(fields.text ?? '', { hash: sha256Of, ...(file && { file }) });
    const isContent = fields.scale === 'innhold';
    const problems = [
      ...(fields.scale === 'skrivefeil' || isContent ? [] : ['scale']),
      ...(text.text.length === 0 ? ['text-missing'] : []),
      ...(text.text.length > MAX_TEXT ? ['text-too-long'] : []),
      ...(isOnlyLink(text.text) ? ['text-only-link'] : []),
      ...(isContent ? deadlineProblems(fields, receivedAt) : []),
    ];
    const deadline = deadlineOf(fields);
    if (problems.length > 0) return again(...problems);
    if (own.round.textHashes.includes(text.hash)) return again('same-text');
    if (isContent ? !isRunning(own.round) : own.round.status !== 'open')
      return show({ view: 'round-status', roundId, problem: isContent ? 'not-running' : 'not-open' });

    // the text first: the round names it by its hash, and asks about nothing that is not kept
    const by = { personId: person.id, now: receivedAt };
    const added = await change(deps.referater.collection, own.round.subject.id, (referat) =>
      addVersion(referat, text, by),
    );
    if (!added.ok) return again(added.refusal);
    return run(deps, turn, roundId, (round, clocks) =>
      isContent && deadline !== undefined
        ? replaceText(round, { textHash: text.hash, deadline }, person.id, clocks)
        : correctTypos(round, text.hash, person.id, clocks),
    );
  },
} satisfies Partial<Handlers>;

/** What was said with an answer that came another way, by the kind of the round. */
async function saidIn(
  deps: Deps,
  roundId: string,
  choice: Choice,
  fields: Parameters<typeof readRemark>[0],
): Promise<{ readonly remark?: Remark; readonly comment?: Comment } | { readonly problem: string }> {
  if (choice === 'remark') return readRemark(fields);
  const round = await deps.rounds.collection.get(roundId);
  if (round?.matter === undefined || choice === 'no-comment') return {};
  const read = readComment(fields);
  return choice === 'comment' && !('problem' in read) && read.comment === undefined
    ? { problem: 'comment-missing' }
    : read;
}

type Outcomes<R extends string> = {
  readonly onRefused?: (refusal: R | 'not-found') => Shown;
  /** What is shown when it went through; where the round stands, unless told. */
  readonly doneView?: View;
};

/** Changes a round on behalf of somebody who may; the answer is where it stands then, or the reason why not. */
async function run<R extends string>(
  deps: Deps,
  turn: Turn,
  roundId: string,
  rule: (round: Round, clocks: Clocks) => Result<Round, R>,
  { onRefused, doneView = { view: 'round-status', roundId } }: Outcomes<R> = {},
): Promise<Shown> {
  const own = await ownRound(deps, turn.person.id, roundId);
  if ('refused' in own) return notice(own.refused);
  const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
  const result = await change(deps.rounds.collection, roundId, (round: Round) => rule(round, clocks));
  if (result.ok) return { view: doneView, round: result.value };
  return onRefused?.(result.refusal) ?? show({ view: 'round-status', roundId, problem: result.refusal });
}
