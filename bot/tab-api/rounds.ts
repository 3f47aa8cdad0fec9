import { ownAnswers, receiptLines } from '../../cards/round.ts';
import { sharedText } from '../../cards/text/round.ts';
import { wordsOf } from '../../cards/text/round-words.ts';
import { roundLook, tabRoundText } from '../../cards/text/tab-rounds.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Round } from '../../store/round/record.ts';
import { hasAnswered } from '../../store/round/rules-count.ts';
import { dayOf, startOf } from '../../store/time.ts';
import type { Deps } from '../turn.ts';
import { committeeOf, type Reader } from './reading.ts';
import type { WireState } from './wire.ts';
import type { WireRoundRow, WireRounds } from './wire-rounds.ts';

const PAGE = 50;

/** The rounds of a committee that are for whoever looks: what runs, then the newest, a year at a time. */
export const readRounds: Reader = async (reading, id): Promise<WireRounds> => {
  const { deps, viewerId, query } = reading;
  const committee = committeeOf(reading, id);
  const isTheirs = (round: Round) => mayRead(round, committee, viewerId);
  const asked = whereIn(query.get('after'), deps.now());
  const running = asked.isFirst ? (await deps.rounds.allRunning(id)).filter(isTheirs) : [];
  const isOver = (round: Round) => round.runningIn === undefined && isTheirs(round);
  const { rounds, next } = await earlier(deps, id, asked, isOver);
  return {
    page: 'rounds',
    committeeId: id,
    committee: committee.shortName,
    items: [...running, ...rounds].map((round) => rowOf(round, committee, viewerId)),
    ...(next && { next: `committees/${id}/rounds?after=${next}` }),
  };
};

/** Whether somebody is shown a round in the chat: it asks them, asked them once, or they run the committee's. */
export function mayRead(round: Round, committee: Committee | undefined, personId: string): boolean {
  const runs = committee !== undefined && mayRunRounds(committee, personId);
  return runs || isAsked(round, personId) || wasAsked(round, personId);
}

export function isAsked({ seats }: Round, personId: string): boolean {
  return seats.some(({ holderId }) => holderId === personId);
}

function wasAsked({ history }: Round, personId: string): boolean {
  return history.some(({ what, onBehalfOf }) => what === 'seat-moved' && onBehalfOf === personId);
}

/** How it stands, to those who are asked and those who run it; whose seat was moved is told that, and not how it ended. */
export function standingOf(
  round: Round,
  committee: Committee | undefined,
  personId: string,
): { readonly state: WireState; readonly due: string } {
  const { status, deadline, closedAt } = round;
  const runs = committee !== undefined && mayRunRounds(committee, personId);
  if (!runs && !isAsked(round, personId)) return { state: { text: tabRoundText.moved, look: 'neutral' }, due: '' };
  return {
    state: { text: wordsOf(round).status(round), look: roundLook[status] },
    due: status === 'open' ? tabRoundText.due(deadline) : tabRoundText.ended(closedAt ?? deadline),
  };
}

function rowOf(round: Round, committee: Committee, viewerId: string): WireRoundRow {
  const { id, number, status, answers, seats } = round;
  const title = wordsOf(round).title(round);
  const isSilent = status === 'open' && !hasAnswered(round, viewerId);
  const own = isSilent ? tabRoundText.notYet : receiptLines(round, ownAnswers(round, viewerId)).join(' ');
  return {
    path: `rounds/${id}`,
    title: number > 1 ? `${title} (${tabRoundText.before(number).toLowerCase()})` : title,
    ...standingOf(round, committee, viewerId),
    ...(maySeeCount(round, committee, viewerId) && { answered: sharedText.answered(answers.length, seats.length) }),
    ...(isAsked(round, viewerId) && { own }),
  };
}

/** How many have answered stands in the committee's own conversation too, where there is a card of the round. */
function maySeeCount({ shared }: Round, committee: Committee, personId: string): boolean {
  return mayRunRounds(committee, personId) || (shared !== undefined && committee.people.includes(personId));
}

type Asked = { readonly year: number; readonly from: number; readonly isFirst: boolean };

/** `after`: the year and how many of it were shown; the first page when it is left out, or nothing that a page gave. */
function whereIn(after: string | null, now: Date): Asked {
  const [, year, from] = /^(\d{4})\.(\d{1,4})$/.exec(after ?? '') ?? [];
  const newest = yearOf(now);
  if (year === undefined) return { year: newest, from: 0, isFirst: true };
  return { year: Math.min(Number(year), newest), from: Number(from), isFirst: false };
}

const yearOf = (at: Date) => Number(dayOf(at).slice(0, 4));
const startOfYear = (year: number) => startOf(`${year}-01-01`);

/** The newest of a year, and of the years before it while there is nothing to show; where the next page begins. */
async function earlier(
  deps: Deps,
  committeeId: string,
  { year: asked, from }: Asked,
  isShown: (round: Round) => boolean,
): Promise<{ readonly rounds: readonly Round[]; readonly next?: string }> {
  const [first] = await deps.rounds.firstOf(committeeId);
  const oldest = first ? yearOf(first.openedAt) : asked;
  for (let year = asked; year >= oldest; year--) {
    const opened = await deps.rounds.openedBetween(committeeId, startOfYear(year), startOfYear(year + 1));
    const shown = opened.filter((round) => yearOf(round.openedAt) === year && isShown(round)).toReversed();
    const skipped = year === asked ? from : 0;
    const rounds = shown.slice(skipped, skipped + PAGE);
    if (skipped + PAGE < shown.length) return { rounds, next: `${year}.${skipped + PAGE}` };
    if (rounds.length > 0) return { rounds, ...(year > oldest && { next: `${year - 1}.0` }) };
  }
  return { rounds: [] };
}
