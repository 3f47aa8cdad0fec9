import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { varaProblem } from '../../store/committee/rules-varas.ts';
import type { Nomination } from '../../store/nomination/record.ts';
import { propose, proposeNobody } from '../../store/nomination/rules.ts';
import { askAgain, confirmCandidate, replyAsked } from '../../store/nomination/rules-decide.ts';
import { readNomination } from '../../store/nomination/rules-form.ts';
import { notYetAsked, openNomination, requestsIn } from '../../store/nomination/rules-open.ts';
import { closeNomination, extendNomination } from '../../store/nomination/rules-run.ts';
import { deadlineOf, deadlineProblems } from '../../store/referat/rules-form.ts';
import { done, type Result } from '../../store/result.ts';
import { candidateFrom } from '../candidate.ts';
import { idFrom } from '../ids.ts';
import { namesIn } from '../names.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownCommittee, ownIn } from '../views/view.ts';
import { news, notice, show, typedFrom } from './answers.ts';
import { clocksOf, isFormProblem } from './nomination.ts';

/** What the chair and the secretariat do with a nomination. */
export const nominationRunHandlers = {
  'nomination.form': async (_deps, _turn, { kind, committeeId = '' }) =>
    committeeId === ''
      ? show({ view: 'vara', problem: 'choose-committee' })
      : show({ view: 'nomination-form', committeeId, kind }),

  'nomination.open': async (deps, turn, { verb: _verb, kind, committeeId, ...fields }) => {
    const committee = await ownCommittee(deps, turn.person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problems: readonly string[]) =>
      show({ view: 'nomination-form', committeeId, kind, typed: typedFrom(fields), problems: [...problems] });
    const { read, problems = [] } = readNomination(kind, fields, committee, turn.receivedAt);
    if (read === undefined) return again(problems);
    const nameOf = await namesIn(deps, askable(committee));
    const id = idFrom('nomination', turn.turnId);
    const { seatId: _seat, ...about } = read;
    const all = requestsIn(committee, read, nameOf);
    // the same press delivered twice finds what it made
    const running = (await deps.nominations.running([committeeId])).filter((one) => one.id !== id);
    const requests = notYetAsked(all, kind, running);
    if (all.length > 0 && requests.length === 0) return again(['asked-already']);
    const opened = openNomination(
      id,
      committee,
      { ...about, openedBy: turn.person.id, requests },
      clocksOf(deps, turn),
    );
    if (!opened.ok) return again([opened.refusal === 'nobody-asked' ? 'all-asked' : opened.refusal]);
    await deps.nominations.collection.insert(opened.value);
    return news({ view: 'nomination-status', nominationId: id, notice: 'nomination-opened' });
  },

  'nomination.status': async (_deps, _turn, { nominationId = '', page }) =>
    nominationId === ''
      ? show({ view: 'vara', problem: 'choose-nomination' })
      : show({ view: 'nomination-status', nominationId, ...(page !== undefined && { page }) }),

  'nomination.confirm': async (deps, turn, chosen) =>
    decide(deps, turn, chosen, 'candidate-confirmed', (current, candidateId) =>
      confirmCandidate(current, candidateId, turn.person.id, clocksOf(deps, turn)),
    ),
  'nomination.again': async (deps, turn, chosen) =>
    decide(deps, turn, chosen, 'candidate-asked-again', (current, candidateId) =>
      askAgain(current, candidateId, turn.person.id, clocksOf(deps, turn)),
    ),
  'nomination.registered': async (deps, turn, { accepts, ...chosen }) =>
    decide(deps, turn, chosen, 'reply-registered', (current, candidateId) =>
      replyAsked(current, { candidateId, accepts }, { personId: turn.person.id, onBehalf: true }, clocksOf(deps, turn)),
    ),

  'nomination.register-form': async (_deps, _turn, { nominationId }) =>
    show({ view: 'nomination-register', nominationId }),

  'nomination.register': async (deps, turn, { verb: _verb, nominationId, ...fields }) => {
    const own = await ownNomination(deps, turn, nominationId);
    if ('refused' in own) return notice(own.refused);
    const { seatId = '', ...typed } = fields;
    const again = (problem: string) =>
      show({ view: 'nomination-register', nominationId, typed: typedFrom(fields), problems: [problem] });
    if (!own.record.requests.some((request) => request.seatId === seatId)) return again('seat-wanted');
    const candidate = await candidateFrom(deps, own.committee, typed);
    if (typeof candidate === 'string') return again(candidate);
    const problem = own.record.kind === 'vara' && varaProblem(own.committee, seatId, candidate.personId);
    if (problem) return again(problem);
    const by = { personId: turn.person.id, onBehalf: true };
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      propose(current, { seatId, candidate }, by, clocksOf(deps, turn)),
    );
    if (!result.ok) return isFormProblem(result.refusal) ? again(result.refusal) : notice(result.refusal);
    return news({ view: 'nomination-status', nominationId, notice: 'answer-registered' });
  },

  'nomination.register-none': async (deps, turn, { nominationId, seatId = '' }) => {
    const own = await ownNomination(deps, turn, nominationId);
    if ('refused' in own) return notice(own.refused);
    const by = { personId: turn.person.id, onBehalf: true };
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      proposeNobody(current, seatId, by, clocksOf(deps, turn)),
    );
    if (result.ok) return news({ view: 'nomination-status', nominationId, notice: 'answer-registered' });
    if (result.refusal !== 'has-candidates' && result.refusal !== 'not-asked-here') return notice(result.refusal);
    const problem = result.refusal === 'has-candidates' ? result.refusal : 'seat-wanted';
    return show({ view: 'nomination-register', nominationId, typed: { seatId }, problems: [problem] });
  },

  'nomination.extend-form': async (_deps, _turn, { nominationId }) => show({ view: 'nomination-extend', nominationId }),

  'nomination.extend': async (deps, turn, { verb: _verb, nominationId, ...fields }) => {
    const own = await ownNomination(deps, turn, nominationId);
    if ('refused' in own) return notice(own.refused);
    const again = (problems: readonly string[]) =>
      show({ view: 'nomination-extend', nominationId, typed: typedFrom(fields), problems: [...problems] });
    const problems = deadlineProblems(fields, turn.receivedAt);
    const deadline = deadlineOf(fields);
    if (problems.length > 0 || deadline === undefined) return again(problems);
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      extendNomination(current, deadline, turn.person.id, clocksOf(deps, turn)),
    );
    if (!result.ok) return result.refusal === 'not-found' ? notice(result.refusal) : again([result.refusal]);
    return news({ view: 'nomination-status', nominationId, notice: 'nomination-extended' });
  },

  'nomination.close': async (deps, turn, { nominationId }) => {
    const own = await ownNomination(deps, turn, nominationId);
    if ('refused' in own) return notice(own.refused);
    await change(
      deps.nominations.collection,
      nominationId,
      (current): Result<Nomination, never> => done(closeNomination(current, turn.person.id, clocksOf(deps, turn))),
    );
    return show({ view: 'nomination-status', nominationId, notice: 'nomination-ended' });
  },
} satisfies Partial<Handlers>;

async function ownNomination(deps: Deps, { person }: Turn, nominationId: string) {
  return ownIn(deps, person.id, await deps.nominations.collection.get(nominationId));
}

type Chosen = {
  readonly nominationId: string;
  readonly page?: number | undefined;
  readonly candidateId?: string | undefined;
};

/** One of the secretariat's acts on the candidate that was chosen in the card. */
async function decide(
  deps: Deps,
  turn: Turn,
  { nominationId, page, candidateId = '' }: Chosen,
  success: string,
  rule: (current: Nomination, candidateId: string) => Result<Nomination, string>,
): Promise<Shown> {
  const own = await ownNomination(deps, turn, nominationId);
  if ('refused' in own) return notice(own.refused);
  const shown = (code: string) =>
    ({ view: 'nomination-status', nominationId, notice: code, ...(page !== undefined && { page }) }) as const;
  if (candidateId === '') return show(shown('choose-candidate'));
  const result = await change(deps.nominations.collection, nominationId, (current) => rule(current, candidateId));
  return result.ok ? news(shown(success)) : show(shown(result.refusal));
}

/** Everybody who can be asked in a committee. */
function askable({ seats }: Committee): string[] {
  return seats.flatMap(({ memberId, appointing }) => [memberId, appointing?.contactId].flatMap((id) => id ?? []));
}
