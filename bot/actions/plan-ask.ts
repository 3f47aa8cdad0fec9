import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Plan } from '../../store/plan/record.ts';
import { fold } from '../../store/plan/rules-match-like.ts';
import { nameContacts, sayDate, withContacts, withDate } from '../../store/plan/rules-questions.ts';
import { done } from '../../store/result.ts';
import { MAX_CONTACTS, type Tiltak } from '../../store/tiltak/record.ts';
import { osloTime } from '../../store/time.ts';
import { pickedPerson } from '../picked.ts';
import { directoryOf } from '../plan-directory.ts';
import { concernedBy, ownPlan } from '../plan-questions.ts';
import type { Deps, Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';

/** What the secretariat answers about a plan's owners and dates: for the plan, and for every tiltak that it concerns. */
export const planAskHandlers = {
  'plan.ask': async (_deps, _turn, { planId, page }) =>
    show({ view: 'plan-ask', planId, ...(page !== undefined && { page }) }),

  'plan.contact-form': async (_deps, _turn, { planId, tiltakId, scope }) =>
    show({ view: 'plan-contact-form', planId, tiltakId, scope }),

  'plan.contact': async (deps, { person, receivedAt }, { verb: _verb, planId, tiltakId, scope, nobody, ...fields }) => {
    const own = await ownTiltak(deps, person.id, planId, tiltakId);
    if ('refused' in own) return notice(own.refused);
    const { plan, committee, tiltak } = own;
    const chosen = nobody ? { personIds: [] } : await chosenIn(deps, committee, plan, tiltak, fields);
    if ('problem' in chosen) {
      const typed = typedFrom(fields);
      return show({ view: 'plan-contact-form', planId, tiltakId, scope, typed, problems: [chosen.problem] });
    }
    const by = { by: person.id, now: receivedAt };
    const { personIds } = chosen;
    const { owner = '' } = tiltak;
    const before = plan.contacts.find(({ written }) => fold(written) === fold(owner))?.personIds ?? [];
    if (scope === 'owner')
      await change(deps.plans.collection, planId, (one) => done(nameContacts(one, owner, personIds, by)));
    const concerned = concernedBy(await deps.tiltak.ofPlan(planId), tiltak, scope, before);
    await each(deps, concerned, (one) => withContacts(one, personIds, by));
    return show({ view: 'plan-ask', planId, problem: personIds.length > 0 ? 'contacts-saved' : 'contacts-put-off' });
  },

  'plan.date-form': async (_deps, _turn, { planId, tiltakId }) => show({ view: 'plan-date-form', planId, tiltakId }),

  'plan.date': async (deps, { person, receivedAt }, { planId, tiltakId, on = '', none }) => {
    const own = await ownTiltak(deps, person.id, planId, tiltakId);
    if ('refused' in own) return notice(own.refused);
    const day = none ? undefined : on.trim();
    if (day !== undefined && osloTime(day, '12:00') === undefined)
      return show({ view: 'plan-date-form', planId, tiltakId, typed: typedFrom({ on }), problems: ['date-missing'] });
    const by = { by: person.id, now: receivedAt };
    const { due = '' } = own.tiltak;
    await change(deps.plans.collection, planId, (one) => done(sayDate(one, due, day, by)));
    const same = (await deps.tiltak.ofPlan(planId)).filter(
      (one) => one.state === 'open' && one.dueOn === undefined && fold(one.due ?? '') === fold(due),
    );
    await each(deps, same, (one) => withDate(one, day, by));
    return show({ view: 'plan-ask', planId, problem: 'date-saved' });
  },
} satisfies Partial<Handlers>;

/** A tiltak of a plan, for somebody who runs rounds in its committee. */
async function ownTiltak(deps: Deps, personId: string, planId: string, tiltakId: string) {
  const own = await ownPlan(deps, personId, planId);
  if ('refused' in own) return own;
  const tiltak = await deps.tiltak.collection.get(tiltakId);
  return tiltak?.planId === planId ? { ...own, tiltak } : ({ refused: 'not-found' } as const);
}

/** Those who were ticked, and whoever was found in Teams: only people whom the committee's organisation knows. */
async function chosenIn(
  deps: Deps,
  committee: Committee,
  plan: Plan,
  { contactIds = [] }: Tiltak,
  {
    ticked = '',
    picked,
    name,
  }: { readonly ticked?: string | undefined; readonly picked?: string | undefined; readonly name?: string | undefined },
): Promise<{ readonly personIds: readonly string[] } | { readonly problem: string }> {
  const { people } = await directoryOf(deps, committee);
  const known = new Set([
    ...people.map(({ id }) => id),
    ...contactIds,
    ...plan.contacts.flatMap(({ personIds }) => personIds),
  ]);
  const found = await pickedPerson(deps, committee, { picked, name });
  if (found === 'unknown') return { problem: 'person-unknown' };
  const all = [...ticked.split(',').filter((id) => known.has(id)), ...(found ? [found.personId] : [])];
  const personIds = [...new Set(all)];
  if (personIds.length === 0) return { problem: 'contact-missing' };
  return personIds.length > MAX_CONTACTS ? { problem: 'too-many-contacts' } : { personIds };
}

async function each(deps: Deps, tiltakList: readonly Tiltak[], rule: (tiltak: Tiltak) => Tiltak): Promise<void> {
  await Promise.all(tiltakList.map(({ id }) => change(deps.tiltak.collection, id, (current) => done(rule(current)))));
}
