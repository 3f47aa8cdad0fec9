import { inChat, type Place } from './activities.ts';
import type { Activity } from './bot-line.ts';
import type { Conversation, Message, RoomPerson } from './model.ts';
import type { WireExtension } from './wire.ts';

/** Who does something, and where: at a message, unless it was begun beside the field that one writes in. */
export type At = { readonly person: RoomPerson; readonly chat: Conversation; readonly message?: Message };

/** A command of the app, and what it was chosen on. */
export type Command = {
  readonly commandId: string;
  readonly context: WireExtension['contexts'][number];
  readonly message?: Message;
  readonly author?: RoomPerson;
};

const context = { theme: 'default' };

/** A dialog is asked for by a button, or what was filled in there is sent. */
export function taskActivity(
  place: Place,
  id: string,
  at: At,
  name: 'task/fetch' | 'task/submit',
  data: unknown,
): Activity {
  return { ...common(place, id, at), type: 'invoke', name, value: { data, context } };
}

/** A dialog is asked for by a command of the app, or what was filled in there is sent (`data`). */
export function extensionActivity(
  place: Place,
  id: string,
  at: At,
  { commandId, context: commandContext, message, author }: Command,
  submitted?: { readonly data: unknown },
): Activity {
  const chosen = message && { messagePayload: payloadOf(place, at.chat, message, author) };
  const value = { commandId, commandContext, ...chosen, context, ...submitted };
  const name = submitted ? 'composeExtension/submitAction' : 'composeExtension/fetchTask';
  return { ...common(place, id, at), type: 'invoke', name, value };
}

function common(place: Place, id: string, { person, chat, message }: At) {
  const thread = message && (message.thread ?? message.id);
  const where = inChat(place, id, person, { chat, ...(thread !== undefined && { thread }) });
  return message ? { ...where, replyToId: message.id } : where;
}

/** A message as Graph and Teams tell of it, its text as HTML. `author` is absent for what the bot wrote. */
function payloadOf(place: Place, chat: Conversation, message: Message, author: RoomPerson | undefined): object {
  const { id, thread = null, text = '', card, at, deleted = false } = message;
  return {
    id,
    replyToId: thread,
    createdDateTime: at,
    lastModifiedDateTime: null,
    deleted,
    subject: null,
    importance: 'normal',
    locale: 'nb-NO',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(chat.id)}/${thread ?? id}?tenantId=${place.tenantId}&parentMessageId=${thread ?? id}`,
    from: {
      device: null,
      conversation: null,
      ...(author
        ? { user: { userIdentityType: 'aadUser', id: author.objectId, displayName: author.name }, application: null }
        : { user: null, application: { applicationIdentityType: 'bot', id: place.appId, displayName: 'Utvalgsbot' } }),
    },
    conversation: { id: chat.id, conversationIdentityType: chat.kind === 'channel' ? 'channel' : 'chat' },
    body: { contentType: 'html', content: `<p>${htmlOf(text)}</p>` },
    attachments: card
      ? [
          {
            id,
            contentType: 'application/vnd.microsoft.card.adaptive',
            contentUrl: null,
            content: JSON.stringify(card),
          },
        ]
      : [],
    mentions: [],
    reactions: [],
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

function htmlOf(text: string): string {
  return text.replace(/[&<>"\n]/g, (letter) => ESCAPES[letter] ?? letter);
}
