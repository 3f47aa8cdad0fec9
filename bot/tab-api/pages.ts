import { readMeeting } from './meeting.ts';
import { readMeetings } from './meetings.ts';
import { readMembers } from './members.ts';
import { readPanel } from './panel.ts';
import { NotYoursError, type Reader, type Reading } from './reading.ts';
import { readRound } from './round.ts';
import { readRounds } from './rounds.ts';
import { readSak } from './sak.ts';
import { readSaker } from './saker.ts';
import { readTiltak } from './tiltak.ts';
import { readTiltakList } from './tiltak-list.ts';
import { readTiltakOverTime } from './tiltak-over-time.ts';
import { readWaiting } from './waiting.ts';
import type { WirePage } from './wire.ts';

/** The tab's pages by their paths; `ID` stands for what is named. */
const readers: Readonly<Record<string, Reader>> = {
  waiting: readWaiting,
  'committees/ID': readMembers,
  'committees/ID/saker': readSaker,
  'saker/ID': readSak,
  'committees/ID/meetings': readMeetings,
  'meetings/ID': readMeeting,
  panel: readPanel,
  'committees/ID/rounds': readRounds,
  'rounds/ID': readRound,
  'committees/ID/tiltak': readTiltakList,
  'committees/ID/tiltak-over-time': readTiltakOverTime,
  'tiltak/ID': readTiltak,
};

/** All there are. */
export const tabPaths: readonly string[] = Object.keys(readers);

const ID = /^[\w:.@-]{1,200}$/;

/** The page of a path such as `saker/ID`. Throws `NotYoursError`, also when there is no such page. */
export async function readPage(reading: Reading, path: string): Promise<WirePage> {
  const [first = '', id, ...rest] = path.split('/');
  const name = [first, ...(id === undefined ? [] : ['ID']), ...rest].join('/');
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined || (id !== undefined && !ID.test(id))) throw new NotYoursError();
  return reader(reading, id ?? '');
}
