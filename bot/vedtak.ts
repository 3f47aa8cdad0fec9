import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { vedtakIn } from '../store/meeting/rules-protocol.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { idFrom } from './ids.ts';
import type { Deps } from './turn.ts';
import { ownMeetingSak } from './views/minutes.ts';
import { ownIn } from './views/view.ts';

/** Where a vedtak stands: in the protocol of a meeting, or on a sak that is decided. */
export type VedtakAt = {
  readonly meetingId?: string | undefined;
  readonly sakId: string;
  readonly point?: number | undefined;
};

/** A vedtak that tiltak are made of. */
export type Vedtak = {
  readonly committee: Committee;
  readonly sak: Sak;
  readonly meeting?: Meeting | undefined;
  /** Its points; none where a sak is followed up. */
  readonly points: readonly string[];
  /** What decided it: a meeting or a round. Its tiltak are named by it. */
  readonly decidedBy: string;
};

type Refused = { readonly refused: 'not-found' | 'not-for-you' | 'sak-not-on-agenda' | 'not-decided' };

/** A vedtak as it is written now, for somebody who writes protocols in its committee; else the notice that says why not. */
export async function ownVedtak(
  deps: Deps,
  personId: string,
  { meetingId, sakId }: VedtakAt,
): Promise<Vedtak | Refused> {
  if (meetingId !== undefined) return inMeeting(deps, personId, meetingId, sakId);
  const own = await ownIn(deps, personId, await deps.saker.collection.get(sakId));
  if ('refused' in own) return own;
  const { record: sak, committee } = own;
  if (sak.status !== 'decided') return { refused: 'not-decided' };
  if (sak.decidedByRound === undefined && sak.meetingId !== undefined)
    return inMeeting(deps, personId, sak.meetingId, sakId);
  return { committee, ...outsideMeeting(sak) };
}

const outsideMeeting = (sak: Sak) => ({
  sak,
  points: sak.vedtak ?? [],
  decidedBy: sak.decidedByRound ?? sak.id,
});

async function inMeeting(deps: Deps, personId: string, meetingId: string, sakId: string): Promise<Vedtak | Refused> {
  const own = await ownMeetingSak(deps, personId, meetingId, sakId);
  if ('refused' in own) return { refused: own.refused };
  return { ...own, ...vedtakIn(own.meeting, own.sak) };
}

/** The id of a point's `n`th tiltak: pressed twice, it is made once. */
export function tiltakIdFor(
  { decidedBy, sak }: Pick<Vedtak, 'decidedBy' | 'sak'>,
  point: number | undefined,
  n: number,
): string {
  return idFrom('tiltak', decidedBy, sak.id, String(point ?? ''), ...(n > 1 ? [String(n)] : []));
}

/** The tiltak that a point of a vedtak has given so far, in the order in which they were made. */
export async function tiltakOf(
  deps: Deps,
  vedtak: Pick<Vedtak, 'decidedBy' | 'sak'>,
  point: number | undefined,
): Promise<readonly Tiltak[]> {
  const found: Tiltak[] = [];
  for (;;) {
    const tiltak = await deps.tiltak.collection.get(tiltakIdFor(vedtak, point, found.length + 1));
    if (tiltak === undefined) return found;
    found.push(tiltak);
  }
}

/** The tiltak that a sak has led to: those of the whole of it, then those of each point of its vedtak. */
export async function tiltakFrom(deps: Deps, sak: Sak): Promise<readonly Tiltak[]> {
  const { status, decidedByRound, meetingId } = sak;
  if (status !== 'decided') return [];
  const meeting =
    decidedByRound === undefined && meetingId !== undefined ? await deps.meetings.collection.get(meetingId) : undefined;
  const vedtak = meeting ? { sak, ...vedtakIn(meeting, sak) } : outsideMeeting(sak);
  const points = [undefined, ...vedtak.points.map((_, n) => n + 1)];
  return (await Promise.all(points.map((point) => tiltakOf(deps, vedtak, point)))).flat();
}
