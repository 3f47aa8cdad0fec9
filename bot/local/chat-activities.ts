import { botAccount, inChat, type Place } from './activities.ts';
import type { Activity } from './bot-line.ts';
import type { ChatChange, Conversation, RoomPerson } from './model.ts';

/** What the bot hears of a change: who did it, and to which chat. */
export type Changing = {
  readonly place: Place;
  readonly by: RoomPerson;
  /** As it is after the change. */
  readonly chat: Conversation;
  /** A new id for each activity. */
  readonly nextId: () => string;
};

/**
 * What Teams tells a bot when somebody changes a chat. A bot that comes or goes hears it twice: as an installation, and as
 * a member.
 */
export function changeActivities(changing: Changing, change: ChatChange, member?: RoomPerson): readonly Activity[] {
  switch (change.kind) {
    case 'bot':
      return [installation(changing, change.present), membership(changing, botAccount(changing.place), change.present)];
    case 'member':
      return member ? [membership(changing, accountOf(member), change.present)] : [];
    case 'name':
      return [renaming(changing, change.name)];
  }
}

function installation(changing: Changing, added: boolean): Activity {
  const common = commonOf(changing);
  const { chat } = changing;
  const settings = chat.kind === 'channel' && { settings: { selectedChannel: { id: chat.id } } };
  return {
    ...common,
    type: 'installationUpdate',
    action: added ? 'add' : 'remove',
    channelData: { ...common.channelData, ...settings, source: { name: 'message' } },
  };
}

function membership(changing: Changing, account: object, present: boolean): Activity {
  const common = commonOf(changing);
  const eventType = present ? 'teamMemberAdded' : 'teamMemberRemoved';
  return {
    ...common,
    type: 'conversationUpdate',
    [present ? 'membersAdded' : 'membersRemoved']: [account],
    channelData: { ...common.channelData, ...(changing.chat.kind === 'channel' && { eventType }) },
  };
}

function renaming(changing: Changing, name: string): Activity {
  const { channelData, ...common } = commonOf(changing);
  const { chat } = changing;
  if (chat.kind !== 'channel') return { ...common, channelData, type: 'conversationUpdate', topicName: name };
  const channel = { id: chat.id, name };
  return {
    ...common,
    type: 'conversationUpdate',
    channelData: { ...channelData, channel, eventType: 'channelRenamed' },
  };
}

/** Where teams have names, the bot is told them now; messages say ids alone. */
function commonOf({ place, by, chat, nextId }: Changing) {
  const common = inChat(place, nextId(), by, { chat });
  if (chat.team === undefined) return common;
  const { id, name, groupId: aadGroupId } = chat.team;
  return { ...common, channelData: { ...common.channelData, team: { id, name, aadGroupId } } };
}

function accountOf({ teamsId: id, objectId: aadObjectId }: RoomPerson) {
  return { id, aadObjectId };
}
