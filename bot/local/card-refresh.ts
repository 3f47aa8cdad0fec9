import { z } from 'zod';
import type { Conversation, Message, RoomPerson } from './model.ts';
import type { PressedAction } from './wire.ts';

/** Most people that a card can have views of its own for; also the largest chat where nobody need be named. */
const MOST = 60;

const refreshSchema = z.object({
  refresh: z.object({
    action: z.object({
      type: z.literal('Action.Execute'),
      id: z.string().exactOptional(),
      verb: z.string().exactOptional(),
      data: z.unknown().exactOptional(),
    }),
    userIds: z.array(z.string()).optional(),
  }),
});

/** The button that a card presses by itself when this person sees it; none in a channel, nor for whoever is not named. */
export function refreshFor(
  { card }: Pick<Message, 'card'>,
  { teamsId }: Pick<RoomPerson, 'teamsId'>,
  { kind, memberIds }: Pick<Conversation, 'kind' | 'memberIds'>,
): PressedAction | undefined {
  if (kind === 'channel') return undefined;
  const refresh = refreshSchema.safeParse(card).data?.refresh;
  if (refresh === undefined) return undefined;
  const { action, userIds } = refresh;
  const isFor = userIds === undefined ? memberIds.length <= MOST : userIds.slice(0, MOST).includes(teamsId);
  return isFor ? action : undefined;
}
