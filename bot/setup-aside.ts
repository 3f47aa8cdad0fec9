import type { Committee } from '../store/committee/record.ts';
import { conversationKey } from '../store/committee/record.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import type { Conversation } from '../store/conversation/record.ts';
import type { View } from '../store/view.ts';
import { showAside } from './aside.ts';
import { conversationIdFor } from './ids.ts';
import { type Asker, beginSetup } from './setup-begin.ts';
import type { Deps, Shown, Turn } from './turn.ts';

/** The committee that has a conversation for its own. */
export async function committeeIn(
  { committees }: Pick<Deps, 'committees'>,
  { tenantId, conversationId }: Pick<Conversation, 'tenantId' | 'conversationId'>,
): Promise<Committee | undefined> {
  return committees.collection.getByKey(conversationKey(tenantId, conversationId));
}

/**
 * What somebody gets to see of a conversation's committee in their 1:1 chat: its set-up, or, while it has none, a choice
 * of their own or the form for a new one. `isNew`: the form, whichever they have.
 */
export async function setupIn(deps: Deps, turn: Asker, conversation: Conversation, isNew = false): Promise<View> {
  const { person } = turn;
  const committee = await committeeIn(deps, conversation);
  if (committee !== undefined)
    return committee.people.includes(person.id)
      ? { view: 'setup', committeeId: committee.id }
      : { view: 'notice', notice: 'set-up-before' };
  const own = (await deps.committees.of(person.id)).filter((one) => canAttach(one, person.id, conversation));
  if (own.length > 0 && !isNew) return { view: 'setup-attach', conversationId: conversation.id };
  const begun = await beginSetup(deps, turn, conversation);
  return begun === 'not-in-conversation'
    ? { view: 'notice', notice: begun }
    : { view: 'setup-form', setupId: begun.id };
}

/** Whether a committee has no conversation yet, and this person may give it this one, of the same organisation. */
export function canAttach(
  committee: Committee,
  personId: string,
  { tenantId }: Pick<Conversation, 'tenantId'>,
): boolean {
  const isSame = committee.tenantId.toLowerCase() === tenantId.toLowerCase();
  return isSame && committee.conversation === undefined && mayRunRounds(committee, personId);
}

/** Where others read along, set-up goes on in the 1:1 chat of whoever asked. `isTyped`: they asked for it by a message. */
export async function setUpAside(
  deps: Deps,
  turn: Turn,
  { isTyped = false, isNew = false }: { readonly isTyped?: boolean; readonly isNew?: boolean },
): Promise<Shown> {
  const { place, tenantId } = turn;
  const conversation = await deps.conversations.collection.get(conversationIdFor(tenantId, place.conversationId));
  if (conversation === undefined) throw new Error('a conversation that was just noted is gone');
  const view = await setupIn(deps, turn, conversation, isNew);
  return showAside(deps, turn, view, { sent: 'set-up-sent', failed: 'set-up-unreached' }, isTyped);
}
