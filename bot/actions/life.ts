import { REMOVE } from '../../cards/life-forms.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { closeCommittee, moveRotationOn, reopenCommittee } from '../../store/committee/rules-life.ts';
import { appoint, readLife, readParty, reviseLife } from '../../store/committee/rules-life-form.ts';
import { takeBackPlan } from '../../store/committee/rules-planned.ts';
import { runningIn } from '../running.ts';
import { holderIn } from '../setup-holder.ts';
import { entriesOf } from '../setup-people.ts';
import type { Deps, Handlers } from '../turn.ts';
import { ownCommittee } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';

export const lifeHandlers = {
  'life.form': async (_deps, _turn, { committeeId }) => show({ view: 'life-form', committeeId }),

  'life.save': async (deps, { person, receivedAt: now }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problems: readonly string[]) =>
      show({ view: 'life-form', committeeId, typed: typedFrom(fields), problems: [...problems] });
    const read = readLife(fields, committee.life, now);
    if ('problems' in read) return again(read.problems);
    const by = { personId: person.id, now, against };
    const result = await change(deps.committees.collection, committeeId, (current) =>
      reviseLife(current, read.dates, by),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'life-saved' });
    return result.refusal === 'changed-by-another' ? again([result.refusal]) : refused(result.refusal);
  },

  'life.rotate': async (deps, { person, receivedAt: now }, { committeeId, on }) => {
    const by = { personId: person.id, now, on };
    const result = await change(deps.committees.collection, committeeId, (current) => moveRotationOn(current, by));
    return result.ok ? show({ view: 'setup', committeeId, notice: 'rotation-moved' }) : refused(result.refusal);
  },

  'life.take-back': async (deps, { person, receivedAt: now }, { committeeId, seatId }) => {
    const by = { personId: person.id, now };
    const result = await change(deps.committees.collection, committeeId, (current) =>
      takeBackPlan(current, seatId, by),
    );
    return result.ok ? show({ view: 'setup', committeeId, notice: 'holder-plan-taken-back' }) : refused(result.refusal);
  },

  'life.appointing-form': async (_deps, _turn, { committeeId, seatId, page }) =>
    show({
      view: 'appointing-form',
      committeeId,
      ...(seatId && { seatId }),
      ...(page !== undefined && { page }),
    }),

  'life.appointing': async (
    deps,
    { person, receivedAt: now },
    { verb: _verb, committeeId, against, seatId, ...fields },
  ) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problem: string) =>
      show({ view: 'appointing-form', committeeId, seatId, typed: typedFrom(fields), problems: [problem] });
    const read = readParty(fields.party);
    if ('problem' in read) return again(read.problem);
    const contact = await contactIn(deps, committee, seatId, fields);
    if ('problem' in contact) return again(contact.problem);
    const appointing = { seatId, party: read.party, contactId: contact.contactId, against };
    const result = await change(deps.committees.collection, committeeId, (current) =>
      appoint(current, appointing, { personId: person.id, now }),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'appointing-saved' });
    return result.refusal === 'changed-by-another' ? again(result.refusal) : refused(result.refusal);
  },

  'life.close-form': async (_deps, _turn, { committeeId }) => show({ view: 'close-form', committeeId }),

  'life.close': async (deps, { person, receivedAt: now }, { committeeId, against }) => {
    const { running } = await runningIn(deps, committeeId);
    const by = { personId: person.id, now, against };
    const result = await change(deps.committees.collection, committeeId, (current) =>
      closeCommittee(current, running, by),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'committee-closed-now' });
    const { refusal } = result;
    return refusal === 'still-running' || refusal === 'changed-by-another'
      ? show({ view: 'close-form', committeeId, problem: refusal })
      : refused(refusal);
  },

  'life.reopen': async (deps, { person, receivedAt: now }, { committeeId }) => {
    const by = { personId: person.id, now };
    const result = await change(deps.committees.collection, committeeId, (current) => reopenCommittee(current, by));
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'committee-reopened' });
    return notice(result.refusal === 'not-secretariat' ? 'reopen-not-for-you' : result.refusal);
  },
} satisfies Partial<Handlers>;

const refused = (refusal: string) => notice(refusal === 'not-secretariat' ? 'not-for-you' : refusal);

type TypedContact = { readonly [K in 'picked' | 'name' | 'email' | 'remove']?: string | undefined };

/** Whom to ask about a seat: somebody else than before, nobody, or the same when nothing was said. */
async function contactIn(
  deps: Deps,
  committee: Committee,
  seatId: string,
  { remove, ...typed }: TypedContact,
): Promise<{ readonly contactId: string | undefined } | { readonly problem: string }> {
  const isNamed = [typed.picked, typed.name, typed.email].some((one) => one?.trim());
  if (remove === REMOVE) return isNamed ? { problem: 'contact-or-none' } : { contactId: undefined };
  if (!isNamed) return { contactId: committee.seats.find(({ id }) => id === seatId)?.appointing?.contactId };
  const wanted = await holderIn(deps, committee, typed);
  if (typeof wanted === 'string') return { problem: wanted };
  const { entries } = await entriesOf(deps, committee.tenantId, wanted);
  return { contactId: entries[0]?.memberId };
}
