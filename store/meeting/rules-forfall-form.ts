import { dayOf, osloTime } from '../time.ts';
import { type Reason, reasonSchema, type Scope } from './forfall.ts';
import type { Meeting } from './record.ts';

export type ForfallFields = {
  readonly what?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly saker?: string | undefined;
  readonly reason?: string | undefined;
};
export type ForfallProblem =
  | 'forfall-what'
  | 'forfall-part'
  | 'forfall-either'
  | 'forfall-time'
  | 'forfall-sak'
  | 'part-outside'
  | 'sak-not-on-agenda';

/** What was reported: for how much, one scope for each sak that somebody is inhabil in, and why, if that was said. */
export type ReportedForfall = { readonly scopes: readonly Scope[]; readonly reason?: Reason };

/** Reads the form in which forfall is reported. `sakIds`: those that can be ticked. */
export function readForfall(
  fields: ForfallFields,
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'>,
  sakIds: readonly string[],
): ReportedForfall | { readonly problem: ForfallProblem } {
  const scopes = scopesIn(fields, meeting);
  if ('problem' in scopes) return scopes;
  const named = scopes.flatMap((scope) =>
    scope.what === 'sak' ? [scope.sakId] : scope.what === 'part' ? scope.sakIds : [],
  );
  if (named.some((id) => !sakIds.includes(id))) return { problem: 'sak-not-on-agenda' };
  const reason = reasonSchema.safeParse(fields.reason);
  return { scopes, ...(reason.success && { reason: reason.data }) };
}

function scopesIn(
  { what, from = '', to = '', saker = '' }: ForfallFields,
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'>,
): readonly Scope[] | { readonly problem: ForfallProblem } {
  const ticked = [...new Set(saker.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  const hasTimes = from.trim() !== '' || to.trim() !== '';
  switch (what) {
    case 'whole':
      return [{ what: 'whole' }];
    case 'sak':
      return ticked.length === 0 ? { problem: 'forfall-sak' } : ticked.map((sakId) => ({ what: 'sak', sakId }));
    case 'part':
      if (ticked.length > 0) return hasTimes ? { problem: 'forfall-either' } : [{ what: 'part', sakIds: ticked }];
      return hasTimes ? between(from.trim(), to.trim(), meeting) : { problem: 'forfall-part' };
    default:
      return { problem: 'forfall-what' };
  }
}

/** The hours of the meeting's own day in Oslo; all of them are the whole meeting. */
function between(
  from: string,
  to: string,
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
): readonly Scope[] | { readonly problem: ForfallProblem } {
  const day = dayOf(startsAt);
  const begins = from === '' ? undefined : osloTime(day, from);
  const ends = to === '' ? undefined : osloTime(day, to);
  if ((from !== '' && begins === undefined) || (to !== '' && ends === undefined)) return { problem: 'forfall-time' };
  const first = begins && begins > startsAt ? begins : undefined;
  const last = ends && ends < endsAt ? ends : undefined;
  if (first === undefined && last === undefined && (begins ?? startsAt) < (ends ?? endsAt)) return [{ what: 'whole' }];
  if ((first ?? startsAt) >= (last ?? endsAt) || (begins ?? startsAt) < startsAt || (ends ?? endsAt) > endsAt)
    return { problem: 'part-outside' };
  return [{ what: 'part', sakIds: [], ...(first && { from: first }), ...(last && { to: last }) }];
}
