import { change } from '../store/change.ts';
import type { Conversation } from '../store/conversation/record.ts';
import { seePresence } from '../store/conversation/rules.ts';
import { conversationIdFor } from './ids.ts';
import { type Address, type Deps, UndeliveredError } from './turn.ts';

type Known = Pick<Deps, 'conversations' | 'now' | 'realNow'>;
type Place = Pick<Address, 'tenantId' | 'conversationId'>;

/** A record with a card that its committee shares. */
type Shared = {
  readonly tenantId: string;
  readonly shared?: { readonly conversationId: string; readonly serviceUrl: string } | undefined;
};

const knownAt = ({ conversations }: Known, { tenantId, conversationId }: Place): Promise<Conversation | undefined> =>
  conversations.collection.get(conversationIdFor(tenantId, conversationId));

/** Where a shared card is; undefined when there is none. The service may have moved since, and the bot may be gone. */
export async function sharedAddress(deps: Known, { tenantId, shared }: Shared): Promise<Address | undefined> {
  if (shared === undefined) return undefined;
  const { conversationId } = shared;
  const known = await knownAt(deps, { tenantId, conversationId });
  if (known && !known.installed) return undefined;
  return { conversationId, serviceUrl: known?.serviceUrl ?? shared.serviceUrl, tenantId };
}

/** Whether the bot was taken out of a channel or group chat, as far as it knows. */
export async function isGoneFrom(deps: Known, place: Place): Promise<boolean> {
  return (await knownAt(deps, place))?.installed === false;
}

/** Posts where a committee talks. Undefined when the bot is gone from there, as it knows (no address) or as Teams says. */
export async function postShared<T>(
  deps: Known,
  address: Address | undefined,
  post: (address: Address) => Promise<T>,
): Promise<T | undefined> {
  try {
    return address && (await noticing(deps, address, post));
  } catch (error) {
    // later, or never: neither says that nobody is there
    if (!(error instanceof UndeliveredError) || error.why === 'for-now' || error.why === 'failed') throw error;
    return undefined;
  }
}

/** Does something where a committee talks. That Teams says the bot is not there counts as being told so. */
export async function noticing<T>(deps: Known, address: Address, act: (address: Address) => Promise<T>): Promise<T> {
  try {
    return await act(address);
  } catch (error) {
    if (error instanceof UndeliveredError && error.why === 'not-installed') await noteGone(deps, address);
    throw error;
  }
}

/** The news did not come, or came while nobody listened. */
async function noteGone(deps: Known, { tenantId, conversationId }: Place): Promise<void> {
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  await change(deps.conversations.collection, conversationIdFor(tenantId, conversationId), (current) =>
    seePresence(current, false, clocks),
  );
}
