import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { chooseRounds } from '../../store/committee/rules.ts';
import { done } from '../../store/result.ts';
import { MAX_REMARK, MAX_SAK, type Remark } from '../../store/round/record.ts';
import { keepForRound } from '../../store/round/rules-keep.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { namesIn } from '../names.ts';
import { holdersOfReferat } from '../seats.ts';
import type { Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';
import { again, answer, isElsewhere } from './round-answer.ts';

export const roundHandlers = {
  'round.open': async (deps, { person, receivedAt }, { referatId, revision }) => {
    const referat = await deps.referater.collection.get(referatId);
    const home = referat && (await deps.committees.collection.get(referat.committeeId));
    if (!referat || !home) return notice('not-found');
    const again = (problem: string) => show({ view: 'referat-preview', referatId, problem });
    const refused = (refusal: string) => (AGAIN.includes(refusal) ? again(refusal) : notice(refusal));
    const { choices } = referat;
    // the committee's choice is made with its first round; stored only when that round can be opened
    const choose = (committee: Committee) =>
      choices ? chooseRounds(committee, choices, person.id, receivedAt) : done(committee);
    const chosen = choose(home);
    if (!chosen.ok) return refused(chosen.refusal);
    const committee = chosen.value;
    const nameOf = await namesIn(
      deps,
      committee.seats.flatMap(({ memberId }) => memberId ?? []),
    );
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const holders = await holdersOfReferat(deps, referat, committee, nameOf);
    const opened = openRound({ committee, referat, revision, nameOf, holders, openedBy: person.id }, clocks);
    if (!opened.ok) return refused(opened.refusal);
    const round = opened.value;
    const made = await change(deps.committees.collection, home.id, choose);
    if (!made.ok) return refused(made.refusal);
    const kept = await change(deps.referater.collection, referatId, (draft) =>
      keepForRound(draft, { revision, roundId: round.id, sentBefore: 'already-sent' }, receivedAt),
    );
    if (!kept.ok) return refused(kept.refusal);
    // made before, by the same press delivered twice or by a colleague: its own state is the answer
    const inserted = await deps.rounds.collection.insert(round);
    const view = { view: 'round-status', roundId: round.id } as const;
    return inserted === 'inserted' ? { view, round } : { view };
  },

  'round.show': async (_deps, _turn, { roundId, page }) =>
    show({ view: 'round', roundId, ...(page !== undefined && { page }) }),

  'round.shared': async (deps, turn, { roundId, page }) => {
    if (await isElsewhere(deps, turn, roundId)) return notice('personal-only');
    return show({ view: 'round-shared', roundId, ...(page !== undefined && { page }) });
  },

  'round.changes': async (_deps, _turn, { roundId, page }) =>
    show({ view: 'round-changes', roundId, ...(page !== undefined && { page }) }),

  'round.change': async (_deps, _turn, { roundId }) => show({ view: 'round', roundId, change: true }),

  'round.approve': (deps, turn, { roundId, textHash }) => answer(deps, turn, roundId, { textHash, choice: 'approve' }),

  'round.lift': (deps, turn, { roundId, textHash }) =>
    answer(deps, turn, roundId, { textHash, choice: 'lift-to-meeting' }),

  'round.remark': async (deps, turn, { roundId, textHash, ...fields }) => {
    const { verb: _verb, ...typed } = fields;
    const read = readRemark(typed);
    if ('problem' in read) return again(deps, turn, roundId, { problem: read.problem, typed: typedFrom(typed) });
    return answer(deps, turn, roundId, { textHash, choice: 'remark', remark: read.remark });
  },
} satisfies Partial<Handlers>;

/** Refusals that the preview can say, with the way to mend them. */
const AGAIN: readonly string[] = [
  'chosen-before',
  'changed-since-preview',
  'deadline-passed',
  'presence-unknown',
  'no-rule',
  'nobody-asked',
];

/** Reads a remark as it was typed. */
export function readRemark({
  kind,
  sak = '',
  text = '',
}: {
  readonly kind?: string | undefined;
  readonly sak?: string | undefined;
  readonly text?: string | undefined;
}): { readonly remark: Remark } | { readonly problem: string } {
  const [about, written] = [sak.trim(), text.trim()];
  if (kind !== 'skrivefeil' && kind !== 'realitet') return { problem: 'remark-kind-missing' };
  if (written === '') return { problem: 'remark-missing' };
  if (written.length > MAX_REMARK) return { problem: 'too-long-remark' };
  if (about.length > MAX_SAK) return { problem: 'too-long-sak' };
  return { remark: { kind, text: written, ...(about && { sak: about }) } };
}
