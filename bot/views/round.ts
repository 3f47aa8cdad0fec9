import { askCard, movedCard, receiptCard, reminderCard } from '../../cards/round.ts';
import { changesCard } from '../../cards/round-changes.ts';
import { matterCard } from '../../cards/round-matter.ts';
import { sharedCard, type Unreached } from '../../cards/round-shared.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { changesText } from '../../cards/text/changes.ts';
import { askedText } from '../../cards/text/matter.ts';
import { notice } from '../../cards/text/notices.ts';
import { roundName, roundText, sharedText } from '../../cards/text/round.ts';
import { wordsOf } from '../../cards/text/round-words.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { objectIdOf } from '../../store/person/record.ts';
import { type Referat, versionOf } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import { deliveryTo, hasAnswered, waitingHolders } from '../../store/round/rules-count.ts';
import { changesBetween } from '../documents/changes.ts';
import { backInMeeting, meetingBehind } from '../seats.ts';
import type { Deps, Post } from '../turn.ts';
import { ownRound, post, type Shows, said, type ViewOf } from './view.ts';

/** What those who are asked, and the secretariat, see of a round. */
export const roundShows: Shows<'round' | 'round-reminder' | 'round-changes' | 'round-shared' | 'round-status'> = {
  round: async (deps, viewerId, view, known) => {
    const round = known ?? (await deps.rounds.collection.get(view.roundId));
    if (round === undefined) return said('not-found');
    if (!round.seats.some(({ holderId }) => holderId === viewerId))
      return formerHolder(deps, round, viewerId, view.problem);
    const answer = round.answers.find(({ seatId }) =>
      round.seats.some((seat) => seat.seatId === seatId && seat.holderId === viewerId),
    );
    if (round.status !== 'open' || (answer && hasAnswered(round, viewerId) && !view.change && view.page === undefined))
      return post(`E-postrunde: ${roundName(round)}`, receiptCard(round, viewerId, view.problem));
    return ask(deps, viewerId, view, round);
  },
  'round-reminder': async (deps, viewerId, { roundId }) => {
    const round = await deps.rounds.collection.get(roundId);
    if (round === undefined) return said('not-found');
    if (!round.seats.some(({ holderId }) => holderId === viewerId)) return said('not-asked');
    return post(roundText.reminderTitle(round), reminderCard(round));
  },
  'round-changes': async (deps, viewerId, { roundId, page }) => {
    const round = await deps.rounds.collection.get(roundId);
    const committee = round && (await deps.committees.collection.get(round.committeeId));
    const referat = round && (await deps.referater.collection.get(round.subject.id));
    if (!round || !committee || !referat) return said('not-found');
    const isAsked = round.seats.some(({ holderId }) => holderId === viewerId);
    const runs = mayRunRounds(committee, viewerId);
    if (!isAsked && !runs) return said('not-asked');
    const [before, now] = textsOf(referat, round);
    const from = isAsked ? ({ verb: 'round.show', roundId } as const) : ({ verb: 'round.status', roundId } as const);
    const changes = await changesBetween(before, now);
    return post(changesText.title, changesCard(round, changes, { from, ...(page && { wanted: page }) }));
  },
  'round-shared': async (deps, viewerId, { roundId, problem, typed, answered, page }, known) => {
    const round = known ?? (await deps.rounds.collection.get(roundId));
    if (round === undefined) return said('not-found');
    const title = roundText.statusTitle(round);
    if (problem === undefined && page === undefined)
      return post(
        title,
        sharedCard(round, { unreached: await unreachedIn(deps, round), ...(answered && { said: sharedText.saved }) }),
      );
    const text = await textOf(deps, round);
    // the text is for those who are asked, and for those who run the committee's rounds
    const committee = await deps.committees.collection.get(round.committeeId);
    const runs = committee !== undefined && mayRunRounds(committee, viewerId);
    const mayRead = runs || round.seats.some(({ holderId }) => holderId === viewerId);
    return post(
      title,
      sharedCard(round, {
        unreached: await unreachedIn(deps, round),
        ...(problem !== undefined && { problem: { problem, typed: typed ?? {} } }),
        ...(page !== undefined && !mayRead && { said: notice('not-asked') }),
        ...(page !== undefined && mayRead && text !== undefined && { reading: { text, page } }),
      }),
    );
  },
  'round-status': async (deps, viewerId, { roundId, from, problem }, known) => {
    const own = await ownRound(deps, viewerId, roundId, known);
    if ('refused' in own) return said(own.refused);
    const shown = { ...(from !== undefined && { from }), ...(problem !== undefined && { problem }) };
    return post(roundText.statusTitle(own.round), roundStatusCard(own.round, shown));
  },
};

async function ask(deps: Deps, personId: string, view: ViewOf<'round'>, round: Round): Promise<Post> {
  const { problem, typed = {}, page } = view;
  const shown = {
    personId,
    ...(page !== undefined && { page }),
    ...(problem !== undefined && { problem: { problem, typed } }),
  };
  const title = wordsOf(round).title(round);
  if (round.matter) return post(title, matterCard(round, { ...shown, matter: round.matter }));
  const referat = await deps.referater.collection.get(round.subject.id);
  const text = referat && versionOf(referat, round.textHashes.at(-1));
  if (referat === undefined || text === undefined) return said('not-found');
  return post(title, askCard(round, { ...shown, referat, text }));
}

/** What is asked about, as a text. */
export async function textOf(deps: Deps, { matter, subject, textHashes }: Round): Promise<string | undefined> {
  if (matter) return askedText(matter);
  const referat = await deps.referater.collection.get(subject.id);
  return referat && versionOf(referat, textHashes.at(-1))?.text;
}

/** Somebody whose seat was moved to another sees that, and nobody else sees anything. */
async function formerHolder(deps: Deps, round: Round, viewerId: string, problem?: string): Promise<Post> {
  const moved = round.history.filter(({ what, onBehalfOf }) => what === 'seat-moved' && onBehalfOf === viewerId);
  const seats = round.seats.filter(({ seatId }) => moved.some((line) => line.seatId === seatId));
  if (seats.length === 0) return said('not-asked');
  const names = [...new Set(seats.map(({ holderName }) => holderName))].join(', ');
  const backIn =
    round.status === 'open' ? await backInMeeting(deps, await meetingBehind(deps, round), viewerId) : undefined;
  return post(`E-postrunde: ${roundName(round)}`, movedCard(round, names, { problem, backIn }));
}

/** The two texts that differ: the round before and this one, or the first and the newest version of this round. */
function textsOf(referat: Referat, round: Round): readonly [string, string] {
  const before = round.changedFrom ?? round.textHashes[0];
  return [versionOf(referat, before)?.text ?? '', versionOf(referat, round.textHashes.at(-1))?.text ?? ''];
}

/** Those whom no card of their own reached, in the way that a mention names them. */
async function unreachedIn(deps: Deps, round: Round): Promise<Unreached[]> {
  if (round.status !== 'open') return [];
  const ids = waitingHolders(round).filter((holderId) => deliveryTo(round, holderId)?.state === 'not-reached');
  const people = await Promise.all(ids.map((id) => deps.persons.collection.get(id)));
  return people.flatMap((person) => {
    const id = person && (person.reference?.teamsId ?? objectIdOf(person));
    return person && id ? [{ id, name: person.name }] : [];
  });
}
