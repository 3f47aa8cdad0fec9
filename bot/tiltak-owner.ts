import type { Committee } from '../store/committee/record.ts';
import { type Directory, type OwnerRead, resolveOwner } from '../store/tiltak/rules-owner.ts';
import { directoryOf } from './plan-directory.ts';
import type { Deps } from './turn.ts';

/** Who may be meant by an owner as written in a committee, and all who can be meant there. */
export async function ownerIn(
  deps: Deps,
  committee: Committee,
  written = '',
): Promise<{ readonly read: OwnerRead; readonly directory: Directory }> {
  const directory = await directoryOf(deps, committee);
  return { read: resolveOwner(written, directory), directory };
}
