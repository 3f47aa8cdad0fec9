import { afterEach, beforeEach } from 'vitest';
import type { WirePage } from '../../bot/tab-api/wire.ts';
import type { WireMeeting, WirePanel } from '../../bot/tab-api/wire-meetings.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from './agenda-room.ts';
import { aLedger, anAcceptedSak, aSentMeeting } from './agendas.ts';
import { inChat } from './circulation.ts';
import { aCommitteeWithVaras } from './forfall.ts';
import { NOW } from './records.ts';
import { tabPage } from './tab-page.ts';

export const HOUR = 3_600_000;
/** Kari, Ola and Per, with varas; Lise is chair, Nina vice chair and Siv secretary. */
export const withVaras = aCommitteeWithVaras({ varaIds: ['vera', 'viggo', 'odd'] });
const other = inChannel({
  id: 'committee-2',
  shortName: 'FSU',
  people: ['ute'],
  seats: [],
  roles: { secretariatIds: ['ute'] },
});
/** An open sak and a closed one. */
export const twoSaker = [
  anAcceptedSak('sak-1', { type: 'beslutning' }),
  anAcceptedSak('sak-2', { closed: true, type: 'drøfting' }),
];

type PageOf<K extends WirePage['page']> = Extract<WirePage, { page: K }>;

/** A committee with varas, the meetings and saker it has, and the tab as each sees it; Ute is in another committee. */
export type MeetingsTab = {
  readonly room: AgendaRoom;
  readonly list: (person: string, query?: string) => Promise<PageOf<'meetings'>>;
  readonly meeting: (person: string, id?: string) => Promise<WireMeeting>;
  readonly panel: (person: string, query?: string) => Promise<WirePanel['meeting']>;
  readonly changeCommittee: (changes: Partial<Committee>) => Promise<unknown>;
};

/** For each test a tab with a meeting whose agenda was sent, or with other meetings once it says so with `reopen`. */
export function meetingsTabs() {
  let tab: MeetingsTab;
  beforeEach(async () => {
    tab = await aMeetingsTab(aSentMeeting(twoSaker, { answers: [said('kari', true), said('ola', false)] }));
  });
  afterEach(() => tab.room.end());
  return {
    get tab() {
      return tab;
    },
    async reopen(...given: Parameters<typeof aMeetingsTab>): Promise<void> {
      await tab.room.end();
      tab = await aMeetingsTab(...given);
    },
  };
}

async function aMeetingsTab(
  first: Meeting,
  more: readonly Sak[] = [],
  others: readonly Meeting[] = [],
): Promise<MeetingsTab> {
  const room = await anAgendaRoom([withVaras, other], [first, ...others], [...twoSaker, ...more]);
  const { deps } = room;
  for (const id of ['vera', 'viggo', 'odd', 'ute']) await deps.persons.collection.insert(inChat(id));
  await deps.numbers.collection.insert(aLedger({ first: 12, sakIds: ['sak-1', 'sak-2'] }));
  return {
    room,
    list: (person, query = '') => tabPage(deps, person, `committees/committee-1/meetings${query}`, 'meetings'),
    meeting: (person, id = 'meeting-1') => tabPage(deps, person, `meetings/${id}`, 'meeting'),
    panel: async (person, query = '') => (await tabPage(deps, person, `panel${query}`, 'panel')).meeting,
    changeCommittee: (changes) =>
      deps.committees.collection.replace(
        { ...withVaras, ...changes, version: withVaras.version + 1 },
        withVaras.version,
      ),
  };
}

/** What somebody said on the agenda card. */
export const said = (who: string, comes: boolean) => ({ seatId: `seat-${who}`, comes, at: NOW, by: who });
/** Two hours that begin this many hours from now. */
export const at = (hours: number, changes: Partial<Meeting> = {}) => ({
  startsAt: new Date(NOW.getTime() + hours * HOUR),
  endsAt: new Date(NOW.getTime() + (hours + 2) * HOUR),
  ...changes,
});
export const verbs = ({ actions }: Pick<WireMeeting, 'actions'>) => actions.map(({ action }) => action.verb);
