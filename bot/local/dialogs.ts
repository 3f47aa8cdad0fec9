import { randomUUID } from 'node:crypto';
import { readExtension, readTask, type TaskAnswer } from './bot-answers.ts';
import type { Activity, BotAnswer } from './bot-line.ts';
import { HttpError } from './http.ts';
import { type At, type Command, extensionActivity, taskActivity } from './invoke-activities.ts';
import { invokeId, type Kit, type Lookups, type Shown, whoIn } from './kit.ts';
import type { PressAnswer, PressedAction, WireApp } from './wire.ts';

/** Dialogs that are open at once, in all pages; whoever left one open long ago has to begin again. */
const MOST_OPEN = 200;

/** A dialog on somebody's screen: where it was opened, and by which command of the app, if not by a button. */
type Open = { readonly at: At; readonly command?: Command };

/** Where a command is chosen that is about no message. */
const BESIDE = ['compose', 'commandBox'] as const;

type Reader = (answer: BotAnswer) => TaskAnswer;
const opening: Reader = (answer) => readTask(answer, false);
const closing: Reader = (answer) => readTask(answer, true);

/** What is done in dialogs. They live as long as the room runs. */
export type Dialogs = {
  /** Asks for the dialog of a pressed button. */
  readonly fetch: (shown: Shown, data: unknown) => Promise<PressAnswer>;
  /** Chooses a command of the app, on a message or beside the field that one writes in. Throws 404. */
  readonly choose: (personId: string, chatId: string, commandId: string, messageId?: string) => Promise<PressAnswer>;
  /** Presses a button in a dialog, or closes it, of which the bot hears nothing. Throws 404. */
  readonly act: (personId: string, dialogId: string, action?: PressedAction) => Promise<PressAnswer>;
};

export function dialogs({ world, invoker, place }: Kit, find: Lookups, { extensions }: WireApp): Dialogs {
  const open = new Map<string, Open>();

  const ask = async (opened: Open, activity: Activity, reader: Reader): Promise<PressAnswer> => {
    const { person, chat } = opened.at;
    const answer = reader(await invoker.invoke(activity, whoIn(person, chat)));
    if (answer.kind !== 'dialog') return answer;
    const id = randomUUID();
    open.set(id, opened);
    const [oldest] = open.keys();
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
    return { kind: 'dialog', dialog: { id, ...answer.dialog } };
  };

  const found = (personId: string, dialogId: string): Open => {
    const dialog = open.get(dialogId);
    if (dialog?.at.person.id !== personId)
      throw new HttpError(404, 'NotFound', 'Dialogen er ikke åpen lenger. Begynn på nytt.');
    return dialog;
  };

  return {
    fetch: (shown, data) =>
      ask({ at: shown }, taskActivity(place, invokeId(world), shown, 'task/fetch', data), opening),
    choose: async (personId, chatId, commandId, messageId) => {
      const person = find.person(personId);
      const chat = find.chat(person, chatId);
      const message = messageId === undefined ? undefined : find.shown(personId, messageId).message;
      const { contexts = [] } = extensions.find(({ id }) => id === commandId) ?? {};
      const context = (message ? (['message'] as const) : BESIDE).find((one) => contexts.includes(one));
      if (context === undefined || (message && message.conversationId !== chat.id))
        throw new HttpError(404, 'NotFound', 'Appen tilbyr ikke det her.');
      const author = message && world.roster.persons.get(message.personId ?? '');
      const command = { commandId, context, ...(message && { message }), ...(author && { author }) };
      const at = { person, chat };
      return ask({ at, command }, extensionActivity(place, invokeId(world), at, command), opening);
    },
    act: async (personId, dialogId, action) => {
      const dialog = found(personId, dialogId);
      if (action === undefined) {
        open.delete(dialogId);
        return { kind: 'sent' };
      }
      const { at, command } = dialog;
      const data = action.data ?? {};
      const activity = command
        ? extensionActivity(place, invokeId(world), at, command, { data })
        : taskActivity(place, invokeId(world), at, 'task/submit', data);
      const answer = await ask(dialog, activity, command ? readExtension : closing);
      // what went wrong can be tried again with all that was typed
      if (answer.kind !== 'failed') open.delete(dialogId);
      return answer;
    },
  };
}
