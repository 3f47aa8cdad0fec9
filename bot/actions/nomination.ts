import { change } from '../../store/change.ts';
import { varaProblem } from '../../store/committee/rules-varas.ts';
import { answerFor, candidateIn, type Nomination } from '../../store/nomination/record.ts';
import { propose, proposeNobody, withdrawCandidate } from '../../store/nomination/rules.ts';
import { replyAsked } from '../../store/nomination/rules-decide.ts';
import { candidateFrom } from '../candidate.ts';
import type { Deps, Handlers, Turn } from '../turn.ts';
import { news, notice, show, typedFrom } from './answers.ts';

/** What those do who are asked: they propose somebody, or say whether they will. */
export const nominationHandlers = {
  'nomination.show': async (_deps, _turn, { nominationId }) => show({ view: 'nomination', nominationId }),
  'nomination.asked': async (_deps, _turn, { nominationId, candidateId }) =>
    show({ view: 'nomination-ask', nominationId, candidateId }),

  'nomination.propose': async (deps, turn, { verb: _verb, nominationId, ...fields }) => {
    const own = await ownRequest(deps, turn, nominationId);
    if (typeof own === 'string') return notice(own);
    const { committee, seatId } = own;
    const again = (problem: string) =>
      show({ view: 'nomination', nominationId, typed: typedFrom(fields), problems: [problem] });
    const candidate = await candidateFrom(deps, committee, fields);
    if (typeof candidate === 'string') return again(candidate);
    const problem = own.nomination.kind === 'vara' && varaProblem(committee, seatId, candidate.personId);
    if (problem) return again(problem);
    const by = { personId: turn.person.id };
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      propose(current, { seatId, candidate }, by, clocksOf(deps, turn)),
    );
    if (!result.ok) return isFormProblem(result.refusal) ? again(result.refusal) : notice(result.refusal);
    const stored = answerFor(result.value, seatId)?.candidates.find(({ personId }) => personId === candidate.personId);
    const code = stored?.late ? 'candidate-late' : 'candidate-proposed';
    return news({ view: 'nomination', nominationId, notice: code });
  },

  'nomination.none': async (deps, turn, { nominationId }) => {
    const own = await ownRequest(deps, turn, nominationId);
    if (typeof own === 'string') return notice(own);
    const by = { personId: turn.person.id };
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      proposeNobody(current, own.seatId, by, clocksOf(deps, turn)),
    );
    return news({ view: 'nomination', nominationId, notice: result.ok ? 'nobody-proposed' : result.refusal });
  },

  'nomination.withdraw': async (deps, turn, { nominationId, candidateId = '' }) => {
    const own = await ownRequest(deps, turn, nominationId);
    if (typeof own === 'string') return notice(own);
    if (candidateId === '') return show({ view: 'nomination', nominationId, notice: 'choose-candidate' });
    const by = { personId: turn.person.id };
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      withdrawCandidate(current, candidateId, by, clocksOf(deps, turn)),
    );
    return show({ view: 'nomination', nominationId, notice: result.ok ? 'proposal-withdrawn' : result.refusal });
  },

  'nomination.reply': async (deps, turn, { nominationId, candidateId, accepts }) => {
    const result = await change(deps.nominations.collection, nominationId, (current) =>
      replyAsked(current, { candidateId, accepts }, { personId: turn.person.id }, clocksOf(deps, turn)),
    );
    if (result.ok) return news({ view: 'nomination-ask', nominationId, candidateId });
    if (result.refusal === 'replied-before' || result.refusal === 'candidate-gone')
      return show({ view: 'nomination-ask', nominationId, candidateId, notice: result.refusal });
    return notice(result.refusal);
  },
} satisfies Partial<Handlers>;

export const clocksOf = (deps: Deps, { receivedAt }: Turn) => ({ now: receivedAt, realNow: deps.realNow() });

/** What is mended in the form; all else is said in its place. */
export function isFormProblem(refusal: string): boolean {
  return refusal === 'vara-own-member' || refusal === 'too-many-candidates' || refusal === 'has-candidates';
}

/** The seat for which somebody is asked in a nomination; else the notice that says why not. */
async function ownRequest(deps: Deps, { person }: Turn, nominationId: string) {
  const nomination = await deps.nominations.collection.get(nominationId);
  const committee = nomination && (await deps.committees.collection.get(nomination.committeeId));
  if (!nomination || !committee) return 'not-found';
  const request = requestOf(nomination, person.id);
  return request === undefined ? 'not-asked-here' : { nomination, committee, seatId: request.seatId };
}

export function requestOf({ requests }: Pick<Nomination, 'requests'>, personId: string) {
  return requests.find(({ holderId }) => holderId === personId);
}

/** A candidate with the request that they were proposed in. */
export function candidateWithRequest(nomination: Nomination, candidateId: string) {
  const found = candidateIn(nomination, candidateId);
  const request = nomination.requests.find(({ seatId }) => seatId === found?.seatId);
  return found && request && { candidate: found.candidate, request };
}
