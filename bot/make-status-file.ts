import { changeLines, changesText } from '../cards/text/tiltak-changes.ts';
import { tableColumns, tableRows, tableSections, tableText } from '../cards/text/tiltak-table.ts';
import type { Offer } from '../store/offer.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { changedSince } from '../store/tiltak/rules-changes.ts';
import { fileName } from './file-name.ts';
import { sha256Of } from './ids.ts';
import type { Made } from './made-file.ts';
import { namesIn } from './names.ts';
import { type KnownPlan, knownPlan, lastHeld, peopleIn } from './tiltak-report.ts';
import type { Deps } from './turn.ts';

type Wanted = Extract<Offer, { what: 'status-table' }>;

/** «Status for handlingsplan» as a file, for a member of its committee; undefined when it is gone. */
export async function statusFile(deps: Deps, offer: Wanted, personId: string): Promise<Made | undefined> {
  const read = await knownPlan(deps, personId, offer);
  if ('refused' in read) return undefined;
  const { format } = offer;
  // a file goes further than to whoever asked for it
  const known = { ...read, tiltak: read.tiltak.filter(({ id }) => !read.closedIds.includes(id)) };
  const { content, bytes } = format === 'docx' ? await document(deps, known) : await sheet(known, format);
  const title = titleOf(known);
  const edition = sha256Of(JSON.stringify(content));
  return { name: `${fileName(title)}.${format}`, description: tableText.offer(title), edition, bytes };
}

const titleOf = ({ plan }: KnownPlan) => (plan ? tableText.title(plan.name) : tableText.loose);
/** What was taken out of a plan stands in it no more. */
const standing = (tiltak: readonly Tiltak[]) => tiltak.filter(({ state }) => state === 'open');

async function sheet({ plan, tiltak }: KnownPlan, format: 'xlsx' | 'csv') {
  const content = tableRows(standing(tiltak), tableColumns(plan));
  if (format === 'csv') return { content, bytes: (await import('./documents/csv.ts')).csvOf(content) };
  const { sheetOf } = await import('./documents/status-xlsx.ts');
  return { content, bytes: await sheetOf(tableText.sheet, content) };
}

async function document(deps: Deps, known: KnownPlan) {
  const { plan, committee, tiltak } = known;
  const columns = tableColumns(plan);
  const changes = await changesOf(deps, known);
  const content = {
    title: titleOf(known),
    about: [tableText.about(committee.name, deps.now()), ...(known.closedIds.length > 0 ? [tableText.closed] : [])],
    columns,
    sections: tableSections(standing(tiltak), columns),
    ...(changes && { changes }),
  };
  const { statusDocx } = await import('./documents/status-docx.ts');
  return { content, bytes: await statusDocx(content) };
}

/** What is new since the committee last met; nothing where it has not met, as all would be new. */
async function changesOf(deps: Deps, { committee, tiltak }: KnownPlan) {
  const since = await lastHeld(deps, committee.id);
  const changes = since === undefined ? [] : changedSince(tiltak, since);
  if (since === undefined || changes.length === 0) return undefined;
  const nameOf = await namesIn(deps, peopleIn(changes.map((change) => change.tiltak)));
  const lines = changes.map((change) => ({ text: change.tiltak.text, said: changeLines(change, nameOf) }));
  return { title: changesText.section(since), lines };
}
