import { HttpError } from './http.ts';
import type { Conversation, RoomPerson } from './model.ts';
import type { Roster } from './roster.ts';

/** Throws as Bot Framework refuses a bot that is not in a chat, or not wanted there. */
export function checkWritable(roster: Roster, { kind, memberIds, hasBot }: Conversation): void {
  if (kind === 'personal') for (const id of memberIds) checkPersonal(roster, id);
  else checkInRoster({ hasBot });
}

/** Throws 403 for whatever a bot asks about a chat that it is not in. */
export function checkInRoster({ hasBot }: Pick<Conversation, 'hasBot'>): void {
  if (!hasBot)
    throw new HttpError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

/** Somebody's 1:1 chat. Throws 403 when the bot cannot have one with them. */
export function openable(roster: Roster, person: RoomPerson): Conversation {
  const chat = roster.personalChat(person);
  if (chat === undefined) throw new HttpError(403, 'InvalidBotApiHost', 'The user belongs to another tenant.');
  if (!chat.hasBot) throw notInstalled();
  return chat;
}

function checkPersonal(roster: Roster, personId: string): void {
  const reach = roster.reachOf(personId);
  if (reach === 'not-installed') throw notInstalled();
  if (reach === 'blocked')
    throw new HttpError(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
}

const notInstalled = () =>
  new HttpError(403, 'ForbiddenOperationException', 'The bot is not installed in the personal scope of this user.');
