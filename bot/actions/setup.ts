import { setupProblemTexts } from '../../cards/text/setup-problems.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { attachConversation, mayRunRounds } from '../../store/committee/rules.ts';
import { withMeetingsTold } from '../../store/committee/rules-life.ts';
import { createCommittee, reviseMembers } from '../../store/committee/rules-members.ts';
import { done, type Result } from '../../store/result.ts';
import type { Setup } from '../../store/setup/record.ts';
import { finishSetup, keepPlan, keepTyped } from '../../store/setup/rules.ts';
import { isEditable } from '../../store/setup/rules-write.ts';
import { conversationIdFor, idFrom } from '../ids.ts';
import { canAttach, committeeIn, setUpAside, setupIn } from '../setup-aside.ts';
import { beginSetup, isIn } from '../setup-begin.ts';
import { beginMembers } from '../setup-members.ts';
import { entriesOf } from '../setup-people.ts';
import { previewOf } from '../setup-plan.ts';
import { type Deps, type Handlers, isPrivate, type Shown, type Turn } from '../turn.ts';
import { notice, show } from './answers.ts';

export const setupHandlers = {
  'setup.start': async (deps, turn, { conversationId, isNew = false }) => {
    if (!isPrivate(turn.place)) return setUpAside(deps, turn, { isNew });
    if (conversationId !== undefined) {
      const conversation = await deps.conversations.collection.get(conversationId);
      return conversation ? show(await setupIn(deps, turn, conversation, isNew)) : notice('not-found');
    }
    const begun = await beginSetup(deps, turn, undefined);
    return begun === 'not-in-conversation' ? notice(begun) : show({ view: 'setup-form', setupId: begun.id });
  },

  'setup.attach': async (deps, { person, receivedAt }, { committeeId, conversationId }) => {
    const conversation = await deps.conversations.collection.get(conversationId);
    const committee = await deps.committees.collection.get(committeeId);
    if (!conversation || !committee) return notice('not-found');
    if (!mayRunRounds(committee, person.id)) return notice('not-for-you');
    const again = (problem: string) => show({ view: 'setup-attach', conversationId, notice: problem });
    // delivered twice
    if ((await committeeIn(deps, conversation))?.id === committeeId)
      return show({ view: 'setup', committeeId, notice: 'set-up-attached' });
    if (committee.conversation !== undefined) return again('has-conversation');
    if (!canAttach(committee, person.id, conversation)) return again('other-organisation');
    if (await committeeIn(deps, conversation)) return notice('set-up-before');
    const present = await isIn(deps, person, conversation);
    if (present !== true) return again(present === undefined ? 'conversation-silent' : 'not-in-conversation');
    const { tenantId, serviceUrl, conversationId: at } = conversation;
    const attached = await change(deps.committees.collection, committeeId, (current) =>
      attachConversation(current, { tenantId, serviceUrl, conversationId: at }, person.id, receivedAt),
    );
    if (!attached.ok) return again(attached.refusal);
    return show({ view: 'setup', committeeId, notice: 'set-up-attached' });
  },

  'setup.preview': async (deps, { person }, { verb: _verb, setupId, ...typed }) => {
    const kept = await change(deps.setups.collection, setupId, (setup) => keepTyped(setup, typed, person.id));
    if (!kept.ok) return notice(kept.refusal);
    const view = await previewOf(deps, kept.value, person);
    if (typeof view === 'string') return notice(view);
    // a list that has no room in a card is mended where it stands
    if (view.view === 'setup-preview' || isEditable(typed.members ?? '')) return show(view);
    return { said: setupProblemTexts(view.problems ?? []).join(' '), card: view };
  },

  'setup.page': async (_deps, _turn, { setupId, page }) =>
    show({ view: 'setup-preview', setupId, ...(page !== undefined && { page }) }),

  'setup.edit': async (_deps, _turn, { setupId }) => show({ view: 'setup-form', setupId }),

  'setup.save': async (deps, turn, { setupId, revision }) => {
    const setup = await deps.setups.collection.get(setupId);
    if (setup === undefined) return notice('not-found');
    if (setup.by !== turn.person.id) return notice('not-your-form');
    // pressed twice, or delivered twice: what it made is the answer
    if (setup.doneId !== undefined) return madeBy(deps, turn, setup, setup.doneId);
    if (setup.plan === undefined || setup.revision !== revision)
      return show({ view: 'setup-preview', setupId, problem: 'changed-since-preview' });
    return setup.committeeId === undefined ? create(deps, turn, setup) : revise(deps, turn, setup, setup.committeeId);
  },

  'setup.show': async (_deps, _turn, { committeeId, page }) =>
    show({ view: 'setup', ...(committeeId && { committeeId }), ...(page !== undefined && { page }) }),

  'setup.members-form': async (deps, { person }, { committeeId }) => {
    const setup = await beginMembers(deps, person, committeeId);
    return typeof setup === 'string' ? notice(setup) : show({ view: 'setup-form', setupId: setup.id });
  },
} satisfies Partial<Handlers>;

type Seated = Parameters<typeof createCommittee>[1];

async function seatedAs(deps: Deps, { id, tenantId, plan, revision }: Setup): Promise<Seated> {
  const { entries, isConnected } = await entriesOf(deps, tenantId, plan?.lines ?? []);
  return { entries, isConnected, newSeatId: (n) => idFrom('seat', id, String(revision), String(n)) };
}

/** Makes the committee. Whoever comes second, by the same press or another's, finds the one that was made. */
async function create(deps: Deps, { person, receivedAt }: Turn, setup: Setup): Promise<Shown> {
  const { id: setupId, tenantId, conversation, plan } = setup;
  const again = (problem: string) => show({ view: 'setup-preview', setupId, problem });
  if (plan?.settled === undefined) return again('changed-since-preview');
  const known =
    conversation && (await deps.conversations.collection.get(conversationIdFor(tenantId, conversation.conversationId)));
  // never without the conversation that it was begun for
  if (conversation !== undefined && known === undefined) return again('not-in-conversation');
  if (known !== undefined) {
    const present = await isIn(deps, person, known);
    if (present !== true) return again(present === undefined ? 'conversation-silent' : 'not-in-conversation');
  }
  const { name, shortName, ...settings } = plan.settled;
  const at = known && { serviceUrl: known.serviceUrl, conversationId: known.conversationId };
  const id = at ? idFrom('committee', tenantId, at.conversationId) : idFrom('committee', setupId);
  const fields = { id, tenantId, name, shortName, settings, ...(at && { conversation: at }) };
  const created = createCommittee(fields, await seatedAs(deps, setup), person.id, receivedAt);
  if (!created.ok) return again(created.refusal);
  const inserted = await deps.committees.collection.insert(created.value);
  const committee = inserted === 'inserted' ? created.value : await madeBefore(deps, created.value);
  if (committee === undefined) return again('set-up-before');
  await finish(deps, setupId, committee);
  if (inserted === 'inserted') return receipt(committee, person.id, 'set-up-created');
  if (committee.people.includes(person.id)) return show({ view: 'setup', committeeId: committee.id });
  return notice(committee.history[0]?.by === person.id ? 'set-up-created-without-you' : 'set-up-before');
}

/** What was saved, shown to those who are in the committee; whoever is not gets to know that much. */
function receipt({ id, people }: Committee, personId: string, code: 'set-up-created' | 'set-up-changed'): Shown {
  return people.includes(personId)
    ? show({ view: 'setup', committeeId: id, notice: code })
    : notice(`${code}-without-you`);
}

/** What a set-up made that is carried out, for another press of the same button. */
async function madeBy(deps: Deps, { person }: Turn, { committeeId }: Setup, doneId: string): Promise<Shown> {
  const committee = await deps.committees.collection.get(doneId);
  if (committee === undefined || committee.people.includes(person.id))
    return show({ view: 'setup', committeeId: doneId });
  return receipt(committee, person.id, committeeId === undefined ? 'set-up-created' : 'set-up-changed');
}

async function madeBefore({ committees }: Deps, { id, keys }: Committee): Promise<Committee | undefined> {
  const [key] = keys;
  return (key === undefined ? undefined : await committees.collection.getByKey(key)) ?? committees.collection.get(id);
}

async function revise(deps: Deps, { person, receivedAt }: Turn, setup: Setup, committeeId: string): Promise<Shown> {
  const { id: setupId, plan } = setup;
  const seated = await seatedAs(deps, setup);
  const clocks = { now: receivedAt, realNow: deps.realNow() };
  const result = await change(deps.committees.collection, committeeId, (committee) => {
    const revised = reviseMembers(committee, { ...seated, against: plan?.against }, person.id, receivedAt);
    return withMeetingsTold(committee, revised, clocks);
  });
  if (result.ok) {
    await finish(deps, setupId, result.value);
    return receipt(result.value, person.id, 'set-up-changed');
  }
  if (result.refusal === 'not-secretariat') return notice('not-for-you');
  if (result.refusal === 'changed-meanwhile') await planAgain(deps, setup, committeeId);
  // which the preview says itself, with the number
  if (result.refusal === 'below-quorum') return show({ view: 'setup-preview', setupId });
  return show({ view: 'setup-preview', setupId, problem: result.refusal });
}

/** The difference is shown anew, against the committee as it is now. */
async function planAgain(deps: Deps, { id, plan }: Setup, committeeId: string): Promise<void> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined || plan === undefined) return;
  const against = committee.version;
  await change(deps.setups.collection, id, (setup) => keepPlan(setup, { ...plan, against }));
}

async function finish(deps: Deps, setupId: string, { id }: Committee): Promise<void> {
  await change(deps.setups.collection, setupId, (setup): Result<Setup, never> => done(finishSetup(setup, id)));
}
