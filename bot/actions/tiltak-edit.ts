import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { note } from '../../store/effect.ts';
import { MAX_CONTACTS, newTiltak } from '../../store/tiltak/record.ts';
import { readTiltak } from '../../store/tiltak/rules.ts';
import { planned } from '../../store/tiltak/rules-ask.ts';
import { understandDue } from '../../store/tiltak/rules-due.ts';
import { closeTiltak, editTiltak, reopenTiltak } from '../../store/tiltak/rules-edit.ts';
import { oneLine } from '../../store/typed-text.ts';
import { idFrom } from '../ids.ts';
import { pickedPerson } from '../picked.ts';
import { nextMeetingOn } from '../tiltak.ts';
import { ownerIn } from '../tiltak-owner.ts';
import { knownPlan, ownTiltak } from '../tiltak-report.ts';
import type { Deps, Handlers } from '../turn.ts';
import { ownCommittee } from '../views/view.ts';
import { notice, show, typedFrom } from './answers.ts';

/** Who is meant by an owner as written, and which day by «neste møte»: nothing where that is not known. */
async function meantBy(
  deps: Deps,
  committee: Committee,
  { owner, due = '' }: { readonly owner?: string | undefined; readonly due?: string | undefined },
) {
  const { read } = await ownerIn(deps, committee, owner);
  const day = understandDue(due).kind === 'next-meeting' ? await nextMeetingOn(deps, committee.id) : undefined;
  return { ...(read.kind === 'known' && { ownerRef: read.ref }), ...(day !== undefined && { dueOn: day }) };
}

/** What the secretariat and the chair write in a plan. */
export const tiltakEditHandlers = {
  'tiltak.edit': async (deps, { person, receivedAt }, { verb: _verb, tiltakId, ...fields }) => {
    const own = await ownTiltak(deps, person.id, tiltakId);
    if ('refused' in own) return notice(own.refused);
    const again = (problems: readonly string[]) =>
      show({ view: 'tiltak-edit', tiltakId, typed: typedFrom(fields), problems: [...problems] });
    const read = readTiltak(fields);
    if ('problems' in read) return again(read.problems);
    const picked = await pickedPerson(deps, own.committee, { picked: fields.picked });
    if (picked === 'unknown') return again(['person-unknown']);
    // a tiltak without contacts shows none to keep
    const kept = (own.tiltak.contactIds ?? []).filter((id) => fields.contacts?.split(',').includes(id));
    const contactIds = [...new Set([...kept, ...(picked ? [picked.personId] : [])])];
    if (contactIds.length > MAX_CONTACTS) return again(['tiltak-contacts']);
    const meant = await meantBy(deps, own.committee, read.input);
    const edited = await change(deps.tiltak.collection, tiltakId, (tiltak) =>
      editTiltak(tiltak, { ...read.input, ...meant, contactIds }, { by: person.id, at: receivedAt }),
    );
    return show({ view: 'tiltak-one', tiltakId, problem: edited.ok ? 'tiltak-kept' : edited.refusal });
  },

  'tiltak.close': async (deps, { person, receivedAt }, { tiltakId }) => {
    const own = await ownTiltak(deps, person.id, tiltakId);
    if ('refused' in own) return notice(own.refused);
    const closed = await change(deps.tiltak.collection, tiltakId, (tiltak) =>
      closeTiltak(tiltak, person.id, receivedAt),
    );
    return show({ view: 'tiltak-one', tiltakId, ...(!closed.ok && { problem: closed.refusal }) });
  },

  'tiltak.reopen': async (deps, { person, receivedAt }, { tiltakId }) => {
    const own = await ownTiltak(deps, person.id, tiltakId);
    if ('refused' in own) return notice(own.refused);
    const opened = await change(deps.tiltak.collection, tiltakId, (tiltak) =>
      reopenTiltak(tiltak, person.id, receivedAt),
    );
    return show({ view: 'tiltak-one', tiltakId, ...(!opened.ok && { problem: opened.refusal }) });
  },

  // the form's id follows from the press that asked for it, so that what is sent twice is made once
  'tiltak.add-form': async (_deps, { turnId }, { verb: _verb, ...of }) =>
    show({ view: 'tiltak-add', ...of, newId: idFrom('tiltak', turnId) }),

  'tiltak.add': async (deps, { person, receivedAt }, { verb: _verb, committeeId, planId, newId, ...fields }) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const of = { committeeId, ...(planId !== undefined && { planId }) };
    const known = await knownPlan(deps, person.id, of);
    if ('refused' in known) return notice(known.refused);
    const again = (problems: readonly string[]) =>
      show({ view: 'tiltak-add', ...of, newId, typed: typedFrom(fields), problems: [...problems] });
    const read = readTiltak(fields);
    if ('problems' in read) return again(read.problems);
    const picked = await pickedPerson(deps, committee, { picked: fields.picked });
    if (picked === 'unknown') return again(['person-unknown']);
    const [focusArea, goal] = [oneLine(fields.area), oneLine(fields.goal)];
    if (focusArea.length > 2000 || goal.length > 2000) return again(['tiltak-place-too-long']);
    const last = known.tiltak.reduce((most, { order }) => Math.max(most, order), -1);
    const tiltak = newTiltak({
      id: newId,
      tenantId: committee.tenantId,
      ...of,
      ...read.input,
      ...(await meantBy(deps, committee, read.input)),
      order: last + 1,
      place: { ...(focusArea && { focusArea }), ...(goal && { goal }) },
      ...(picked && { contactIds: [picked.personId] }),
    });
    await deps.tiltak.collection.insert(
      planned(note(tiltak, { at: receivedAt, by: person.id, what: 'added' }), receivedAt),
    );
    return show({ view: 'tiltak-plan', ...of, problem: 'tiltak-added' });
  },
} satisfies Partial<Handlers>;
