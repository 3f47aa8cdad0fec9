import { note } from '../effect.ts';
import { ownerKeysOf, type Tiltak } from '../tiltak/record.ts';
import { planned } from '../tiltak/rules-ask.ts';
import { type Directory, type OwnerRead, resolveOwner } from '../tiltak/rules-owner.ts';
import type { Plan } from './record.ts';
import { dueDoubt } from './rules-doubts.ts';
import { fold } from './rules-match-like.ts';

/** What a plan leaves open: whom to ask about an owner as written, about a tiltak without one, and what a date means. */
export type Question =
  | {
      readonly what: 'owner';
      readonly written: string;
      readonly read: OwnerRead;
      readonly tiltak: readonly Tiltak[];
      /** It was said that nobody is to be asked for now. */
      readonly isPutOff: boolean;
    }
  | { readonly what: 'area'; readonly focusArea: string; readonly tiltak: readonly Tiltak[] }
  | { readonly what: 'date'; readonly written: string; readonly tiltak: readonly Tiltak[] };

/** Everything that a plan leaves open, the owners first. `tiltakList`: those of the plan, in its order. */
export function questionsIn(
  { contacts, dates }: Pick<Plan, 'contacts' | 'dates'>,
  tiltakList: readonly Tiltak[],
  directory: Directory,
): Question[] {
  const open = tiltakList.filter(({ openIn }) => openIn !== undefined);
  const named = new Map(contacts.map(({ written, personIds }) => [fold(written), personIds]));
  const said = new Set(dates.map(({ written }) => fold(written)));
  const nobody = open.filter(({ ownerKeys }) => ownerKeys.length === 0);
  const owned = groups(nobody, ({ owner = '' }) => owner);
  const owners = owned.flatMap(([written, tiltak]): Question[] => {
    const read = resolveOwner(written, directory);
    if (read.kind === 'none' || read.kind === 'known') return [];
    return [{ what: 'owner', written, read, tiltak, isPutOff: named.get(fold(written))?.length === 0 }];
  });
  const without = nobody.filter(({ owner = '' }) => resolveOwner(owner, directory).kind === 'none');
  const areas = groups(without, ({ place }) => place.focusArea ?? '').map(
    ([focusArea, tiltak]): Question => ({ what: 'area', focusArea, tiltak }),
  );
  const undated = open.filter(({ due = '', dueOn }) => dueOn === undefined && dueDoubt(due) !== undefined);
  const asked = groups(undated, ({ due = '' }) => due).filter(([written]) => !said.has(fold(written)));
  const meant = asked.map(([written, tiltak]): Question => ({ what: 'date', written, tiltak }));
  return [...owners.toSorted((a, b) => Number(isPutOff(a)) - Number(isPutOff(b))), ...areas, ...meant];
}

const isPutOff = (question: Question) => question.what === 'owner' && question.isPutOff;

/** What says the same, under the words in which it was said first. */
function groups(tiltakList: readonly Tiltak[], said: (tiltak: Tiltak) => string): [string, Tiltak[]][] {
  const found = new Map<string, [string, Tiltak[]]>();
  for (const tiltak of tiltakList) {
    const written = said(tiltak);
    const group = found.get(fold(written));
    if (group) group[1].push(tiltak);
    else found.set(fold(written), [written, [tiltak]]);
  }
  return [...found.values()];
}

type By = { readonly by: string; readonly now: Date };

/** Whom the secretariat names for an owner as it is written. Nobody: it was thought of, and is left for now. */
export function nameContacts(plan: Plan, written: string, personIds: readonly string[], { by, now }: By): Plan {
  const others = plan.contacts.filter((one) => fold(one.written) !== fold(written));
  const contacts = [...others, { written, personIds: [...personIds] }];
  return note({ ...plan, contacts }, { at: now, by, what: 'contacts-named' });
}

/** What the secretariat says that a due time means; without a day it has none. */
export function sayDate(plan: Plan, written: string, on: string | undefined, { by, now }: By): Plan {
  const others = plan.dates.filter((one) => fold(one.written) !== fold(written));
  return note({ ...plan, dates: [...others, { written, ...(on && { on }) }] }, { at: now, by, what: 'date-said' });
}

/** A tiltak with those who are asked about it from now on. */
export function withContacts(tiltak: Tiltak, personIds: readonly string[], { by, now }: By): Tiltak {
  const { contactIds: before = [], ...rest } = tiltak;
  if (JSON.stringify(before) === JSON.stringify(personIds)) return tiltak;
  const named: Tiltak = { ...rest, ...(personIds.length > 0 && { contactIds: [...personIds] }), asks: [] };
  const keyed = { ...named, ownerKeys: ownerKeysOf(named) };
  return planned(note(keyed, { at: now, by, what: 'contacts-named' }), now);
}

/** A tiltak whose due time means this day. */
export function withDate(tiltak: Tiltak, on: string | undefined, { by, now }: By): Tiltak {
  if (tiltak.dueOn === on) return tiltak;
  const { dueOn: _before, ...rest } = tiltak;
  return planned(note({ ...rest, ...(on && { dueOn: on }) }, { at: now, by, what: 'date-said' }), now);
}
