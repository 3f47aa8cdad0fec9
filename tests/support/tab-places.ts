import type { WirePage } from '../../bot/tab-api/wire.ts';
import type { HostSays } from './tab-host.ts';
import type { TabProgram } from './tab-program.ts';

/** A page of the tab to be tried: who looks, and what Teams says of where it is shown. */
export type TabPlace = { readonly person: string; readonly says: HostSays };

/** Every kind of page in the demo, by what it is called. A new one gets its line here, and is tried in all the ways that pages are. */
export const tabPlaces: Readonly<Record<string, (program: TabProgram) => Promise<TabPlace>>> = {
  waiting: async () => at('waiting'),
  committee: async (program) => at(`committees/${await committeeIn(program)}`),
  saker: async (program) => at(`committees/${await committeeIn(program)}/saker`),
  sak: async (program) => at(await firstOf(program, 'saker')),
  meetings: async (program) => at(`committees/${await committeeIn(program)}/meetings`),
  meeting: async (program) => at(await firstOf(program, 'meetings')),
  'tiltak-list': async (program) => at(`committees/${await committeeIn(program)}/tiltak`),
  tiltak: async (program) => at(await firstOf(program, 'tiltak')),
  'tiltak-over-time': async (program) => at(`committees/${await committeeIn(program)}/tiltak-over-time`),
  panel: async () => ({ person: 'aud', says: { frameContext: 'sidePanel' } }),
  refused: async () => at('committees/nobodys'),
};

const at = (subPageId: string): TabPlace => ({ person: 'aud', says: { subPageId } });

/** The committee of the demo that has everything. */
export async function committeeIn({ start }: TabProgram): Promise<string> {
  const { me } = await start('aud');
  const id = me.committees.find(({ shortName }) => shortName === 'SSU')?.id;
  if (id === undefined) throw new Error('the demo has no SSU');
  return id;
}

/** The path of the first record that a list of the committee leads to. */
async function firstOf(program: TabProgram, list: string): Promise<string> {
  const page: WirePage = await program.read('aud', `committees/${await committeeIn(program)}/${list}`);
  const [first] = 'items' in page ? page.items : [];
  if (first === undefined || !('path' in first) || first.path === undefined) throw new Error(`nothing in ${list}`);
  return first.path;
}
