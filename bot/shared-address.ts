import { conversationIdFor } from './ids.ts';
import { type Address, type Deps, UndeliveredError } from './turn.ts';

/** A record with a card that its committee shares. */
type Shared = {
  readonly tenantId: string;
  readonly shared?: { readonly conversationId: string; readonly serviceUrl: string } | undefined;
};

/** Where a shared card is; undefined when there is none. The service may have moved since, and the bot may be gone. */
export async function sharedAddress(deps: Deps, { tenantId, shared }: Shared): Promise<Address | undefined> {
  if (shared === undefined) return undefined;
  const { conversationId } = shared;
  const known = await deps.conversations.collection.get(conversationIdFor(tenantId, conversationId));
  if (known && !known.installed) return undefined;
  return { conversationId, serviceUrl: known?.serviceUrl ?? shared.serviceUrl, tenantId };
}

/** Posts where a committee talks. Undefined when the bot is gone from there, as it knows (no address) or as Teams says. */
export async function postShared<T>(
  address: Address | undefined,
  post: (address: Address) => Promise<T>,
): Promise<T | undefined> {
  try {
    return address && (await post(address));
  } catch (error) {
    // later, or never: neither says that nobody is there
    if (!(error instanceof UndeliveredError) || error.why === 'for-now' || error.why === 'failed') throw error;
    return undefined;
  }
}
