import type { WireAnswer, WirePage } from '../../bot/tab-api/wire.ts';
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
  rounds: async (program) => at(`committees/${await committeeIn(program)}/rounds`),
  // as the secretariat sees it, and as a member does who is asked
  round: async (program) => at(await openedRound(program)),
  'round-asked': async (program) => ({ ...at(await openedRound(program)), person: 'ingrid' }),
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

/** The path of the demo's first e-postrunde, which Aud sends when it is not there. */
async function openedRound(program: TabProgram): Promise<string> {
  const waiting = await program.read('aud', 'waiting');
  const items = waiting.page === 'waiting' ? waiting.items : [];
  const draft = items.find(({ action }) => action?.verb === 'referat.edit')?.action;
  if (draft !== undefined) {
    const preview = await program.act('aud', pressed(await program.act('aud', draft), 'referat.preview'));
    await program.act('aud', pressed(preview, 'round.open'));
  }
  return firstOf(program, 'rounds');
}

/** What a card's button sends when nobody has changed what its fields hold. */
function pressed(answer: WireAnswer, verb: string): object {
  const all = answer.kind === 'card' ? nodesOf(answer.card) : [];
  const inputs = all.filter(({ type }) => String(type).startsWith('Input.'));
  const button = all.find((node) => node.type === 'Action.Execute' && node.verb === verb);
  if (button === undefined) throw new Error(`no button sends ${verb}`);
  return { ...Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? ''])), ...(button.data as object) };
}

function nodesOf(node: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof node !== 'object' || node === null) return [];
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(nodesOf)];
}
