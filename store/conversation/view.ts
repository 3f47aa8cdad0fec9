import { z } from 'zod';
import { id } from '../fields.ts';

/** What is shown of a channel or group chat. */
export const conversationViews = [
  // the bot was taken out of it: what is stopped there, and what remains; for those who run its committee
  z.object({ view: z.literal('conversation-left'), conversationId: id }),
] as const;
