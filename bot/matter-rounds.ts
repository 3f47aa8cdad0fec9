import type { Committee } from '../store/committee/record.ts';
import { holdersFor, recusedIn } from '../store/meeting/rules-acting.ts';
import type { Round } from '../store/round/record.ts';
import { roundIdFor } from '../store/round/rules-ask.ts';
import { type MatterOpening, type MatterRefusal, openVedtakRound } from '../store/round/rules-open-matter.ts';
import { isRunning } from '../store/round/rules-run.ts';
import { sha256Of } from './ids.ts';
import { namesIn } from './names.ts';
import type { Deps, Turn } from './turn.ts';

/** A sak that is to be decided on e-postrunde, as it stands when that is said. */
export type MatterItem = {
  readonly sakId: string;
  readonly number?: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly proposal: readonly string[];
  readonly recusedSeatIds?: readonly string[] | undefined;
  /** For those with a vote alone: nothing of it is said where others read. */
  readonly isClosed?: boolean | undefined;
};

export type MatterRounds = Pick<MatterOpening, 'meetingId' | 'deadline'> & {
  readonly committee: Committee;
  readonly items: readonly MatterItem[];
};

/** What became of a sak: the round that asks about it, or why there is none. */
export type OpenedMatter =
  | { readonly sakId: string; readonly roundId: string }
  | { readonly sakId: string; readonly refusal: MatterRefusal };

/**
 * Opens one round for each of these saker. Safe to repeat: a sak that has a round from the same meeting, or one that
 * still runs, keeps it.
 */
export async function openMatterRounds(
  deps: Deps,
  { person, receivedAt }: Pick<Turn, 'person' | 'receivedAt'>,
  { committee, items, ...shared }: MatterRounds,
): Promise<readonly OpenedMatter[]> {
  const clocks = { now: receivedAt, realNow: deps.realNow() };
  const members = committee.seats.flatMap(({ memberId }) => memberId ?? []);
  const nameOf = await namesIn(deps, members);
  const opening = { ...shared, committee, openedBy: person.id, nameOf, hash: sha256Of };
  const { meetingId } = shared;
  const meeting = meetingId === undefined ? undefined : await deps.meetings.collection.get(meetingId);
  const open = async (item: MatterItem): Promise<OpenedMatter> => {
    const { sakId, number: sak, title, text, proposal, recusedSeatIds, isClosed } = item;
    const place = await placeFor(deps, sakId, meetingId);
    if ('roundId' in place) return { sakId, roundId: place.roundId };
    const opened = openVedtakRound(
      {
        ...opening,
        subject: { kind: 'sak', id: sakId },
        title,
        matter: { ...(sak !== undefined && { sak }), text, proposal: [...proposal] },
        number: place.number,
        ...(meeting
          ? {
              holders: holdersFor(meeting, committee.seats, { sakId }, nameOf),
              recusedSeatIds: recusedIn(meeting, committee.seats, { id: sakId, recusedSeatIds }),
            }
          : { recusedSeatIds }),
        isClosed,
      },
      clocks,
    );
    if (!opened.ok) return { sakId, refusal: opened.refusal };
    // a colleague who was first has made the same one
    await deps.rounds.collection.insert(opened.value);
    return { sakId, roundId: opened.value.id };
  };
  return Promise.all(items.map(open));
}

/** The round that a sak has, or the number of its next one. */
async function placeFor(
  deps: Deps,
  sakId: string,
  meetingId: string | undefined,
): Promise<{ readonly roundId: string } | { readonly number: number }> {
  for (let number = 1; ; number++) {
    const round = await deps.rounds.collection.get(roundIdFor(sakId, number));
    if (round === undefined) return { number };
    if (isStanding(round, meetingId)) return { roundId: round.id };
  }
}

/** Whether this round is what somebody who asks again means; one that was withdrawn never is. */
function isStanding(round: Round, meetingId: string | undefined): boolean {
  if (round.status === 'withdrawn') return false;
  return isRunning(round) || round.status === 'approved' || round.meetingId === meetingId;
}
