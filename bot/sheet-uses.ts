import type { MemberList } from '../store/file/record.ts';
import { readPlan } from '../store/plan/rules-read.ts';
import type { Unread } from '../store/plan/view.ts';
import { type MemberTable, memberTable } from '../store/setup/member-table.ts';
import type { TablesRead } from './documents/read-tables.ts';
import { isSheet, NO_PLAN, unreadOf } from './plan-import.ts';
import { begunBy } from './setup-begin.ts';
import type { Deps } from './turn.ts';
import { runBy } from './views/view.ts';

/** What the rows of a file are: a handlingsplan, or a list of members; or why they are neither. */
export type SheetUses = { readonly planRows?: number; readonly memberList?: MemberList; readonly unread?: Unread };

const NO_MEMBERS: Unread[number] = { problem: 'no-member-columns' };

/**
 * What a file that somebody has dropped can be read as, by whoever may use it: a plan by those who run a committee, a list
 * of members also by those who are setting one up.
 */
export async function sheetUses(deps: Deps, personId: string, name: string, bytes: Uint8Array): Promise<SheetUses> {
  if (!isSheet(name) && !/\.docx$/i.test(name)) return {};
  const runs = (await runBy(deps, personId)).length > 0;
  if (!runs && (!isSheet(name) || (await begunBy(deps, personId)).length === 0)) return {};
  const { readTables } = await import('./documents/read-tables.ts');
  const read = await readTables(bytes);
  const members = isSheet(name) && 'tables' in read ? memberTable(read.tables) : undefined;
  const plan = planOf(read, runs);
  // a file that could be either is what more of its columns say
  if (members && ('unread' in plan || plan.known <= members.columns.length)) return { memberList: listIn(members) };
  if (!('unread' in plan)) return { planRows: plan.rows };
  if (!isSheet(name) && plan.unread.every(({ problem }) => NO_PLAN.includes(problem))) return {};
  const isHeadless = plan.unread.some(({ problem }) => problem === 'no-columns');
  return { unread: [...plan.unread, ...(isSheet(name) && isHeadless ? [NO_MEMBERS] : [])].slice(0, MAX_UNREAD) };
}

const MAX_UNREAD = 10;

/** How many rows a plan has, and how many of its columns are known; or why it is none for this person. */
function planOf(read: TablesRead, runs: boolean): { rows: number; known: number } | { unread: Unread } {
  if ('problem' in read) return { unread: unreadOf({ problems: [read] }) };
  if (!runs) return { unread: [NO_MEMBERS] };
  const plan = readPlan(read.tables);
  if (plan.problems.length > 0) return { unread: unreadOf(plan) };
  return { rows: plan.rows.length, known: plan.columns.filter(({ field }) => field !== 'other').length };
}

/** So many headings are told of, each as far as it is read. */
const HEADINGS = 20;
const HEADING = 60;

function listIn({ rows, columns, unused, hasMore }: MemberTable): MemberList {
  const shown = (headings: readonly string[]) => headings.slice(0, HEADINGS).map((one) => one.slice(0, HEADING));
  return { rows, columns: shown(columns), unused: shown(unused), ...(hasMore && { hasMore }) };
}
