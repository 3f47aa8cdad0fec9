import { conversationIdFor } from './ids.ts';
import type { Address, Deps } from './turn.ts';

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
