import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { withMeetingsTold } from '../../store/committee/rules-life.ts';
import { raiseVara, removeVara, varaProblem } from '../../store/committee/rules-varas.ts';
import type { Nomination } from '../../store/nomination/record.ts';
import { propose } from '../../store/nomination/rules.ts';
import { openNomination } from '../../store/nomination/rules-open.ts';
import type { Result } from '../../store/result.ts';
import { candidateFrom } from '../candidate.ts';
import { idFrom } from '../ids.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { news, notice, show, typedFrom } from './answers.ts';
import { clocksOf, isFormProblem } from './nomination.ts';

/** Varas as they are: in order, taken out by the secretariat, and proposed by a member unasked. */
export const varaHandlers = {
  'vara.show': async () => show({ view: 'vara' }),

  'vara.seats': async (_deps, _turn, { committeeId = '', page }) =>
    committeeId === ''
      ? show({ view: 'vara', problem: 'choose-committee' })
      : show({ view: 'vara-seats', committeeId, ...(page !== undefined && { page }) }),

  'vara.raise': async (deps, turn, chosen) => arrange(deps, turn, chosen, 'vara-order-changed', raiseVara),
  'vara.remove': async (deps, turn, chosen) => arrange(deps, turn, chosen, 'vara-taken-out', removeVara),

  'vara.form': async (_deps, _turn, { committeeId, ownCommittee }) => {
    const chosen = ownCommittee || committeeId;
    return show(chosen ? { view: 'vara-form', committeeId: chosen } : { view: 'vara', problem: 'choose-committee' });
  },

  'vara.propose': async (deps, turn, { verb: _verb, committeeId, ...fields }) => {
    const { person } = turn;
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return notice('not-found');
    const seat = committee.seats.find(({ memberId }) => memberId === person.id);
    if (seat === undefined) return notice('no-seat-for-vara');
    const again = (problem: string) =>
      show({ view: 'vara-form', committeeId, typed: typedFrom(fields), problems: [problem] });
    const candidate = await candidateFrom(deps, committee, fields);
    if (typeof candidate === 'string') return again(candidate);
    const problem = varaProblem(committee, seat.id, candidate.personId);
    if (problem) return again(problem);
    const proposed = (nomination: Nomination) =>
      propose(nomination, { seatId: seat.id, candidate }, { personId: person.id }, clocksOf(deps, turn));
    // one that runs already is answered: nobody has to handle the same seat in two places
    const running = (await deps.nominations.running([committeeId])).find(
      ({ kind, requests }) =>
        kind === 'vara' && requests.some(({ seatId, holderId }) => seatId === seat.id && holderId === person.id),
    );
    const id = running?.id ?? idFrom('nomination', turn.turnId);
    const result = running
      ? await change(deps.nominations.collection, id, proposed)
      : unasked(
          id,
          committee,
          { seatId: seat.id, seatName: seat.name, holderId: person.id, holderName: person.name },
          {
            proposed,
            clocks: clocksOf(deps, turn),
          },
        );
    if (!result.ok)
      return isFormProblem(result.refusal) || result.refusal === 'committee-closed'
        ? again(result.refusal)
        : notice(result.refusal);
    if (running === undefined) await deps.nominations.collection.insert(result.value);
    return news({ view: 'vara', problem: 'vara-proposed' });
  },
} satisfies Partial<Handlers>;

function unasked(
  id: string,
  committee: Committee,
  request: Nomination['requests'][number] & { readonly holderId: string },
  {
    proposed,
    clocks,
  }: {
    readonly proposed: (nomination: Nomination) => Result<Nomination, string>;
    readonly clocks: Parameters<typeof openNomination>[3];
  },
): Result<Nomination, string> {
  const about = { kind: 'vara', wanted: 1, openedBy: request.holderId, requests: [request] } as const;
  const opened = openNomination(id, committee, { ...about, requests: [request] }, clocks);
  return opened.ok ? proposed(opened.value) : opened;
}

type Chosen = { readonly committeeId: string; readonly page?: number | undefined; readonly vara?: string | undefined };

async function arrange(
  deps: Deps,
  turn: Turn,
  { committeeId, page, vara = '' }: Chosen,
  success: string,
  rule: typeof raiseVara,
): Promise<Shown> {
  const shown = (code: string) =>
    show({ view: 'vara-seats', committeeId, notice: code, ...(page !== undefined && { page }) });
  const [seatId = '', personId = ''] = vara.split(' ');
  if (personId === '') return shown('choose-vara');
  const by = { personId: turn.person.id, now: turn.receivedAt };
  const result = await change(deps.committees.collection, committeeId, (current) =>
    withMeetingsTold(current, rule(current, { seatId, personId }, by), clocksOf(deps, turn)),
  );
  if (result.ok) return { ...shown(success), sends: true };
  return notice(result.refusal === 'not-secretariat' ? 'not-for-you' : 'not-found');
}
