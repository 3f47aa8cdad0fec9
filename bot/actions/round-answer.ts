import { change } from '../../store/change.ts';
import { refuse } from '../../store/result.ts';
import type { Round } from '../../store/round/record.ts';
import { answerRound, type Given } from '../../store/round/rules.ts';
import type { Typed } from '../../store/view-fields.ts';
import { withoutThread } from '../ids.ts';
import { actInRound } from '../seats-act.ts';
import { type Deps, isPrivate, type Shown, type Turn } from '../turn.ts';
import { notice, show } from './answers.ts';

function isShared({ place }: Turn): boolean {
  return !isPrivate(place);
}

/** A card that others see is good in the committee's own conversation alone, wherever somebody has forwarded it. */
export async function isElsewhere(deps: Deps, turn: Turn, roundId: string): Promise<boolean> {
  const round = await deps.rounds.collection.get(roundId);
  return round?.shared?.conversationId !== withoutThread(turn.place.conversationId);
}

/** The card as it was, with what is wrong and what was typed. */
export async function again(
  deps: Deps,
  turn: Turn,
  roundId: string,
  tried: { readonly problem: string; readonly typed: Typed },
): Promise<Shown> {
  if (!isShared(turn)) return show({ view: 'round', roundId, change: true, ...tried });
  if (await isElsewhere(deps, turn, roundId)) return notice('personal-only');
  return show({ view: 'round-shared', roundId, ...tried });
}

/** Answers for whoever pressed; they get their receipt, or where others see the card, that card as it stands now. */
export async function answer(deps: Deps, turn: Turn, roundId: string, given: Omit<Given, 'personId'>): Promise<Shown> {
  if (isShared(turn) && (await isElsewhere(deps, turn, roundId))) return notice('personal-only');
  // the card in their chat still asks
  const elsewhere = isShared(turn) || turn.place.kind === 'tab' ? ({ elsewhere: true } as const) : {};
  const own = { ...given, personId: turn.person.id, ...elsewhere };
  const result = (await actInRound(deps, roundId, own, turn))
    ? await change(deps.rounds.collection, roundId, (round: Round) =>
        answerRound(round, own, turn.receivedAt, deps.realNow()),
      )
    : refuse('seat-moved');
  if (result.ok)
    return isShared(turn)
      ? { view: { view: 'round-shared', roundId, answered: true }, round: result.value }
      : { view: { view: 'round', roundId }, round: result.value };
  const { refusal } = result;
  if (isShared(turn))
    return refusal === 'not-found' ? notice(refusal) : show({ view: 'round-shared', roundId, problem: refusal });
  // who is asked gets their own card back, with the reason; nobody else sees anything of the round
  if (refusal === 'not-asked' || refusal === 'not-found') return notice(refusal);
  return show({ view: 'round', roundId, problem: refusal });
}
