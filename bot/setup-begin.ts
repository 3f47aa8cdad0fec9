import { conversationKey } from '../store/committee/record.ts';
import type { Conversation } from '../store/conversation/record.ts';
import { entraKey, type Person, teamsKey } from '../store/person/record.ts';
import { newSetup, type Setup, type TypedSetup } from '../store/setup/record.ts';
import type { RosterMember } from '../store/setup/rules-people.ts';
import { rosterText } from '../store/setup/rules-write.ts';
import { idFrom } from './ids.ts';
import { memberOf, rosterAddress, rosterOf } from './roster.ts';
import { acquaintedAs } from './setup-people.ts';
import type { Deps, Turn } from './turn.ts';

/** Whether a member of a conversation is this person. */
function isMember(
  { keys }: Person,
  { tenantId }: Pick<Conversation, 'tenantId'>,
  { objectId, teamsId }: RosterMember,
): boolean {
  return keys.includes(objectId ? entraKey(tenantId, objectId) : teamsKey(tenantId, teamsId));
}

/** Whether somebody is in a conversation; undefined when Teams does not say so in time. */
export async function isIn(deps: Deps, person: Person, conversation: Conversation): Promise<boolean | undefined> {
  const address = addressIn(person);
  if (address === undefined) return false;
  const member = await memberOf(deps, rosterAddress(conversation, conversation.tenantId), address);
  return member === undefined ? undefined : member !== 'nobody' && isMember(person, conversation, member);
}

/** How Teams is asked about somebody. */
function addressIn({ keys }: Person): string | undefined {
  const own = keys.find((key) => !key.startsWith('mail:'));
  // `teams:<tenant>:29:…`: the Teams id has a colon of its own
  return own?.split(':').slice(2).join(':');
}

/** The committees that somebody has begun to set up and not finished, but for those that others have set up since. */
export async function begunBy(deps: Pick<Deps, 'setups' | 'committees'>, personId: string): Promise<Setup[]> {
  // an earlier version of the program kept forms for members among them
  const open = (await deps.setups.openOf(personId)).filter(({ committeeId }) => committeeId === undefined);
  const isFree = await Promise.all(
    open.map(async ({ tenantId, conversation }) => {
      if (conversation === undefined) return true;
      const { conversationId } = conversation;
      return (await deps.committees.collection.getByKey(conversationKey(tenantId, conversationId))) === undefined;
    }),
  );
  return open.filter((_, n) => isFree[n]);
}

/** Who asks for a form, and by which press or message. */
export type Asker = Pick<Turn, 'person' | 'turnId' | 'tenantId'>;

/**
 * Opens a form for a new committee, in a conversation or without one: the one that this person has begun, or a new one
 * with whoever is in the conversation. The list is shown only to somebody who is in it.
 */
export async function beginSetup(
  deps: Deps,
  { person, turnId, tenantId }: Asker,
  conversation: Conversation | undefined,
): Promise<Setup | 'not-in-conversation'> {
  const begun = (await begunBy(deps, person.id)).find(
    (setup) => setup.conversation?.conversationId === conversation?.conversationId,
  );
  if (begun !== undefined) return begun;
  const made = conversation ? await inConversation(deps, person, conversation) : alone(person);
  if (made === 'not-in-conversation') return made;
  // a committee is of the organisation whose conversation it has
  const home = conversation?.tenantId ?? tenantId;
  const setup = newSetup({ id: idFrom('setup', turnId), tenantId: home, by: person.id, ...made });
  await deps.setups.collection.insert(setup);
  return (await deps.setups.collection.get(setup.id)) ?? setup;
}

type Made = Pick<Setup, 'typed' | 'conversation' | 'roster'>;

function alone(person: Person): Made {
  return { typed: { members: rosterText(acquaintedAs(person), []).members } };
}

async function inConversation(
  deps: Deps,
  person: Person,
  conversation: Conversation,
): Promise<Made | 'not-in-conversation'> {
  const { conversationId, serviceUrl, name } = conversation;
  const at = rosterAddress(conversation, conversation.tenantId);
  const roster = await rosterOf(deps, at);
  const isListed = roster?.members.some((member) => isMember(person, conversation, member)) ?? false;
  if (roster && !isListed && (roster.isWhole || (await isIn(deps, person, conversation)) !== true))
    return 'not-in-conversation';
  const others = roster?.members.filter((member) => !isMember(person, conversation, member)) ?? [];
  const { members, left } = rosterText(acquaintedAs(person), others);
  return {
    typed: { ...namesIn(name), members },
    conversation: { conversationId, serviceUrl, rosterId: at.conversationId, ...(name && { name }) },
    roster: { left, ...(roster === undefined && { failed: true }) },
  };
}

/** «Strategisk samarbeidsutvalg (SSU)» has its short name in it. */
function namesIn(name: string | undefined): TypedSetup {
  if (name === undefined) return {};
  const short = /\(([^()]{1,40})\)\s*$/.exec(name)?.[1] ?? (name.length <= 12 ? name : undefined);
  return { name, ...(short && { shortName: short }) };
}
