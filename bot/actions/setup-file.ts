import { change } from '../../store/change.ts';
import { memberTable } from '../../store/setup/member-table.ts';
import type { Setup, TypedSetup } from '../../store/setup/record.ts';
import { typedSetupSchema } from '../../store/setup/record.ts';
import { keepTyped } from '../../store/setup/rules.ts';
import type { View } from '../../store/view.ts';
import { beginSetup } from '../setup-begin.ts';
import { beginMembers } from '../setup-members.ts';
import { previewOf } from '../setup-plan.ts';
import type { Deps, Handlers, Turn } from '../turn.ts';
import { notice, show } from './answers.ts';

/** A list of members that was dropped into the chat, as if it had been typed into the form. */
export const setupFileHandlers = {
  'setup.file': async (deps, turn, { fileId, setupId, committeeId }) => {
    const { person } = turn;
    const file = await deps.files.collection.get(fileId);
    if (file === undefined) return notice('not-found');
    if (file.by !== person.id) return notice('not-for-you');
    const { readTables } = await import('../documents/read-tables.ts');
    const read = await readTables(Buffer.from(file.base64, 'base64'));
    const list = 'tables' in read ? memberTable(read.tables) : undefined;
    if (list === undefined) return notice('member-list-unread');
    const typed = typedSetupSchema.safeParse({ members: list.text });
    if (!typed.success) return notice('member-list-long');
    const setup = await setupFor(deps, turn, setupId, committeeId);
    if (typeof setup === 'string') return notice(setup);
    const kept = await change(deps.setups.collection, setup.id, (one) => keepTyped(one, typed.data, person.id));
    if (!kept.ok) return notice(kept.refusal);
    const view = await previewOf(deps, kept.value, person);
    return typeof view === 'string' ? notice(view) : show(withoutNames(view, kept.value.typed));
  },
} satisfies Partial<Handlers>;

/** The form that a list is for: one that was begun, that of a committee's members, or a new one. */
async function setupFor(
  deps: Deps,
  turn: Turn,
  setupId: string | undefined,
  committeeId: string | undefined,
): Promise<Setup | string> {
  if (committeeId !== undefined) return beginMembers(deps, turn.person, committeeId);
  if (setupId === undefined) return beginSetup(deps, turn, undefined);
  return (await deps.setups.collection.get(setupId)) ?? 'not-found';
}

/** What nobody has been asked for yet is not missing. */
function withoutNames(view: View, { name, shortName }: TypedSetup): View {
  if (view.view !== 'setup-form' || view.problems === undefined) return view;
  const unasked = [...(name ? [] : ['committee-name']), ...(shortName ? [] : ['short-name'])];
  return { ...view, problems: view.problems.filter(({ problem }) => !unasked.includes(problem)) };
}
