import { change } from '../../store/change.ts';
import { keepForRound } from '../../store/referat/rules.ts';
import { MAX_REMARK, type Remark, type Round } from '../../store/round/record.ts';
import { answerRound, type Given, openRound } from '../../store/round/rules.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';

export const roundHandlers = {
  'round.open': async (deps, { person, receivedAt }, { referatId, revision }) => {
    const referat = await deps.referater.collection.get(referatId);
    const committee = referat && (await deps.committees.collection.get(referat.committeeId));
    if (!referat || !committee) return notice('not-found');
    const members = committee.seats.flatMap(({ memberId }) => memberId ?? []);
    const people = await Promise.all(members.map((id) => deps.persons.collection.get(id)));
    const names = new Map(people.map((member) => [member?.id, member?.name]));
    const opened = openRound(
      { committee, referat, revision, nameOf: (id) => names.get(id) ?? 'Ukjent', openedBy: person.id },
      { now: receivedAt, realNow: deps.realNow() },
    );
    if (!opened.ok) return unopened(referatId, opened.refusal);
    const round = opened.value;
    // first: a colleague's rewriting at this moment must not change what people are asked about
    const kept = await change(deps.referater.collection, referatId, (draft) => keepForRound(draft, revision, round.id));
    if (!kept.ok) return unopened(referatId, kept.refusal);
    // made before, by the same press delivered twice or by a colleague: its own state is the answer
    const inserted = await deps.rounds.collection.insert(round);
    const view = { view: 'round-status', roundId: round.id } as const;
    return inserted === 'inserted' ? { view, round } : { view };
  },

  'round.show': async (_deps, _turn, { roundId }) => ({ view: { view: 'round', roundId } }),

  'round.status': async (_deps, _turn, { roundId, from }) => ({
    view: { view: 'round-status', roundId, ...(from !== undefined && { from }) },
  }),

  'round.change': async (_deps, _turn, { roundId }) => ({ view: { view: 'round', roundId, change: true } }),

  'round.approve': (deps, turn, { roundId, textHash }) =>
    answer(deps, turn, roundId, { personId: turn.person.id, textHash }),

  'round.remark': async (deps, turn, { roundId, textHash, kind, text = '' }) => {
    const again = (problem: string): Shown => ({
      view: { view: 'round', roundId, change: true, problem, typed: text.slice(0, 10_000) },
    });
    const written = text.trim();
    if (kind === undefined) return again('remark-kind-missing');
    if (written === '') return again('remark-missing');
    if (written.length > MAX_REMARK) return again('too-long-remark');
    const remark: Remark = { kind, text: written };
    return answer(deps, turn, roundId, { personId: turn.person.id, textHash, remark });
  },
} satisfies Partial<Handlers>;

/** What can be mended in the draft is said beside its preview. */
function unopened(referatId: string, problem: string): Shown {
  if (problem !== 'changed-since-preview' && problem !== 'deadline-passed') return notice(problem);
  return { view: { view: 'referat-preview', referatId, problem } };
}

async function answer(deps: Deps, turn: Turn, roundId: string, given: Given): Promise<Shown> {
  const result = await change(deps.rounds.collection, roundId, (round: Round) =>
    answerRound(round, given, turn.receivedAt, deps.realNow()),
  );
  if (result.ok) return { view: { view: 'round', roundId }, round: result.value };
  // who is asked gets their own card back, with the reason; nobody else sees anything of the round
  if (result.refusal === 'not-asked' || result.refusal === 'not-found') return notice(result.refusal);
  return { view: { view: 'round', roundId, problem: result.refusal } };
}

function notice(code: string): Shown {
  return { view: { view: 'notice', notice: code } };
}
