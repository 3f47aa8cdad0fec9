import { NotYoursError, type Reader, type Reading } from './reading.ts';
import { readWaiting } from './waiting.ts';
import type { WirePage } from './wire.ts';

/** The tab's pages by their paths; `ID` stands for what is named. */
const readers: Readonly<Record<string, Reader>> = {
  waiting: readWaiting,
};

const ID = /^[\w:.@-]{1,200}$/;

/** The page of a path such as `saker/ID`. Throws `NotYoursError`, also when there is no such page. */
export async function readPage(reading: Reading, path: string): Promise<WirePage> {
  const [first = '', id = '', ...rest] = path.split('/');
  const name = [first, ...(id && ['ID']), ...rest].join('/');
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader === undefined || (id !== '' && !ID.test(id))) throw new NotYoursError();
  return reader(reading, id);
}
