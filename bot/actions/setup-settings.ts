import { z } from 'zod';
import { VACANT } from '../../cards/setup-forms.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isChangedSince, mayRunRounds } from '../../store/committee/rules.ts';
import { moveHolder } from '../../store/committee/rules-members.ts';
import { readSettings, reviseSettings } from '../../store/committee/rules-settings.ts';
import { entraKey, isConnected, mailKey } from '../../store/person/record.ts';
import type { PlannedLine } from '../../store/setup/record.ts';
import { rosterName } from '../picked.ts';
import { entriesOf, peopleOf, personMeant } from '../setup-people.ts';
import type { Deps, Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';

export const setupSettingsHandlers = {
  'setup.settings-form': async (_deps, _turn, { committeeId }) => show({ view: 'settings-form', committeeId }),

  'setup.settings': async (deps, { person, receivedAt }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return notice('not-found');
    if (!mayRunRounds(committee, person.id)) return notice('not-for-you');
    const again = (problems: readonly string[]) =>
      show({ view: 'settings-form', committeeId, typed: typedFrom(fields), problems: [...problems] });
    const read = readSettings(fields, committee.seats);
    if ('problems' in read)
      // the form that comes back is of the newest version, and says so while it can
      return again([...(isChangedSince(committee, against) ? ['changed-by-another'] : []), ...read.problems]);
    const result = await change(deps.committees.collection, committeeId, (current) =>
      reviseSettings(current, read.settled, { personId: person.id, now: receivedAt, against }),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'set-up-changed' });
    return result.refusal === 'not-secretariat' ? notice('not-for-you') : again([result.refusal]);
  },

  'setup.seat-form': async (_deps, _turn, { committeeId, page }) =>
    show({ view: 'seat-form', committeeId, ...(page !== undefined && { page }) }),

  'setup.seat': async (deps, { person, receivedAt }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return notice('not-found');
    if (!mayRunRounds(committee, person.id)) return notice('not-for-you');
    const again = (problem: string) =>
      show({ view: 'seat-form', committeeId, typed: typedFrom(fields), problems: [problem] });
    const seatId = fields.seatId?.trim();
    if (!seatId) return again('seat-missing');
    const wanted = await holderIn(deps, committee, fields);
    if (typeof wanted === 'string') return again(wanted);
    const { entries, isConnected: isNew } = await entriesOf(deps, committee.tenantId, wanted);
    const people = await peopleOf(deps, committee);
    const isKnown = (id: string) => isNew(id) || isConnected(people.get(id) ?? { keys: [] });
    const memberId = entries[0]?.memberId;
    const result = await change(deps.committees.collection, committeeId, (current) =>
      moveHolder(current, { seatId, memberId, against }, isKnown, { personId: person.id, now: receivedAt }),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'set-up-changed' });
    return result.refusal === 'not-secretariat' ? notice('not-for-you') : again(result.refusal);
  },
} satisfies Partial<Handlers>;

type TypedHolder = {
  readonly picked?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly vacant?: string | undefined;
};
type HolderProblem =
  | 'person-wanted'
  | 'person-or-vacant'
  | 'person-or-name'
  | 'name-wanted'
  | 'email-wanted'
  | 'name-too-long'
  | 'email-odd';

const emailSchema = z.email().max(254);

/** Who is to have the seat: nobody, somebody found in Teams, or somebody by name and address. */
export async function holderIn(
  deps: Deps,
  committee: Committee,
  { picked = '', name = '', email = '', vacant }: TypedHolder,
): Promise<readonly PlannedLine[] | HolderProblem> {
  const typed = { name: name.trim().replace(/\s+/g, ' '), email: email.trim().toLowerCase() };
  const line = { line: 1, roles: [], found: 'connected' as const };
  if (typed.name.length > 200) return 'name-too-long';
  if (typed.email !== '' && !emailSchema.safeParse(typed.email).success) return 'email-odd';
  const isNamed = [picked.trim(), typed.name, typed.email].some((one) => one !== '');
  if (vacant === VACANT) return isNamed ? 'person-or-vacant' : [];
  if (!isNamed) return 'person-wanted';
  const objectId = z.guid().safeParse(picked.trim());
  if (objectId.success) {
    const keys = [entraKey(committee.tenantId, objectId.data)];
    const called = (await personMeant(deps, { keys }))?.name ?? (await rosterName(deps, committee, objectId.data));
    // only one of two people would get the seat, and nobody sees which
    if (called && typed.name !== '' && called.toLowerCase() !== typed.name.toLowerCase()) return 'person-or-name';
    const known = called || typed.name;
    return known ? [{ ...line, name: known, keys, ...(typed.email && { email: typed.email }) }] : 'name-wanted';
  }
  if (typed.name === '') return 'name-wanted';
  if (typed.email === '') return 'email-wanted';
  return [{ ...line, ...typed, keys: [mailKey(typed.email)], found: 'waiting' }];
}
