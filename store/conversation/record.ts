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
});

/** A channel or group chat that the bot was added to. */
export type Conversation = z.infer<typeof conversationSchema>;
