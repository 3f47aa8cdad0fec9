import { z } from 'zod';
import { storedFields } from '../effect.ts';
import { id } from '../fields.ts';

export const CONVERSATION_VERSION = 1;

export const conversationSchema = z.object({
  ...storedFields,
  conversationId: id,
  kind: z.enum(['channel', 'groupChat']),
  name: z.string().max(300).optional(),
  serviceUrl: z.url().max(500),
  // false once the bot was removed: nothing is sent there any more
  installed: z.boolean(),
  // the id under which Teams lists its members, where that is not its own: a team's, for its open channels
  rosterId: id.optional(),
  // whoever added the bot was greeted; until it is removed, nobody is again
  greeted: z.literal(true).optional(),
  // counts what was emitted again and again, so that each has a key of its own
  emitted: z.int().nonnegative().optional(),
});

/** A channel or group chat that the bot was added to. */
export type Conversation = z.infer<typeof conversationSchema>;
