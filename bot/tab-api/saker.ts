import { button } from '../../cards/elements.ts';
import { draftTitle } from '../../cards/sak-begin.ts';
import { shortDay } from '../../cards/text/format.ts';
import { sakStanding, sakText } from '../../cards/text/sak.ts';
import { sakFilters, sakLook } from '../../cards/text/tab-saker.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isClosed } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak, SakStatus } from '../../store/sak/record.ts';
import { maySee } from '../../store/sak/rules.ts';
import { meetingIdFor, openMeetings } from '../../store/sak/rules-wish.ts';
import { draftsOf } from '../sak-begin.ts';
import { committeeNames } from '../views/sak.ts';
import { buttonOf } from './native.ts';
import { pageOf } from './paging.ts';
import { committeeOf, type Reader, type Reading } from './reading.ts';
import type { WireState } from './wire.ts';
import type { WireSaker, WireSakRow } from './wire-saker.ts';

type Filter = keyof typeof sakFilters;

const statuses: Readonly<Record<Filter, readonly SakStatus[]>> = {
  alle: ['proposed', 'returned', 'accepted', 'scheduled', 'decided', 'rejected', 'withdrawn'],
  behandles: ['proposed', 'returned', 'accepted'],
  saksliste: ['scheduled'],
  behandlet: ['decided'],
  avsluttet: ['rejected', 'withdrawn'],
};

/** The saker of a committee, to those who may see each: the newest first. */
export const readSaker: Reader = async (reading, id): Promise<WireSaker> => {
  const { deps, viewerId, query } = reading;
  const committee = committeeOf(reading, id);
  const filter = filterOf(query.get('state'));
  const search = (query.get('q') ?? '').trim();
  const after = query.get('after');
  const isShown = (sak: Sak) => maySee(sak, committee, viewerId) && matches(sak, search);
  const { records, next } = await pageOf((from) => deps.saker.proposedTo(id, statuses[filter], from), isShown, after);
  const meetings = openMeetings(await deps.meetings.coming([id]), committee, deps.now());
  const path = (state: Filter) => `committees/${id}/saker?state=${state}`;
  const searched = (state: Filter) => (search === '' ? path(state) : `${path(state)}&q=${encodeURIComponent(search)}`);
  const isFirst = after === null && search === '';
  return {
    page: 'saker',
    committeeId: id,
    committee: committee.shortName,
    filters: (Object.keys(sakFilters) as Filter[]).map((key) => ({
      key,
      text: sakFilters[key],
      isOn: key === filter,
      path: searched(key),
    })),
    search,
    items: records.map((sak) => rowOf(sak, meetings)),
    ...(next && { next: `${searched(filter)}&after=${next}` }),
    drafts: isFirst ? await draftRows(reading) : [],
    elsewhere: isFirst && filter === 'alle' ? await elsewhere(reading) : [],
    actions: isClosed(committee) ? [] : [buttonOf(button(sakText.command, { verb: 'sak.new', committeeId: id }))],
  };
};

function filterOf(asked: string | null): Filter {
  return asked !== null && Object.hasOwn(sakFilters, asked) ? (asked as Filter) : 'alle';
}

/** By a piece of the title, or by the beginning of the number. */
function matches({ title, number = '' }: Sak, search: string): boolean {
  const wanted = search.toLocaleLowerCase('nb');
  return title.toLocaleLowerCase('nb').includes(wanted) || (wanted !== '' && number.startsWith(wanted));
}

/** How a sak stands, in words. */
export function sakState(sak: Sak, meeting: Meeting | undefined): WireState {
  return { text: sakStanding(sak, meeting), look: sakLook[sak.status] };
}

function rowOf(sak: Sak, meetings: readonly Meeting[]): WireSakRow {
  const { id, number, title, from, proposedAt } = sak;
  const meetingId = meetingIdFor(sak, meetings);
  return {
    path: `saker/${id}`,
    ...(number && { number }),
    title,
    state: sakState(
      sak,
      meetings.find((meeting) => meeting.id === meetingId),
    ),
    from,
    ...(proposedAt && { when: shortDay(proposedAt) }),
  };
}

/** What whoever looks has begun, for whichever committee. */
async function draftRows({ deps, viewerId }: Reading): Promise<WireSakRow[]> {
  const drafts = await draftsOf(deps, viewerId);
  const nameOf = await committeeNames(deps, drafts);
  return drafts.map((draft) => ({
    path: `saker/${draft.id}`,
    title: draftTitle(draft),
    state: sakState(draft, undefined),
    from: nameOf(draft.committeeId),
  }));
}

/** What they have proposed to committees that they are not in, and find in no other list. */
async function elsewhere({ deps, viewerId, committees }: Reading): Promise<WireSakRow[]> {
  const isOwn = ({ committeeId }: Sak) => committees.some(({ id }: Committee) => id === committeeId);
  const proposed = (await deps.saker.proposedBy(viewerId)).filter((sak) => !isOwn(sak) && sak.status !== 'withdrawn');
  const nameOf = await committeeNames(deps, proposed);
  return proposed.slice(0, MOST_ELSEWHERE).map((sak) => ({ ...rowOf(sak, []), from: nameOf(sak.committeeId) }));
}

const MOST_ELSEWHERE = 50;
