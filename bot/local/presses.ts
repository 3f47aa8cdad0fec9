import { z } from 'zod';
import { consentActivity, pressActivity } from './activities.ts';
import { failure, readExecute } from './bot-answers.ts';
import { refreshFor } from './card-refresh.ts';
import type { Dialogs } from './dialogs.ts';
import { HttpError } from './http.ts';
import { invokeId, type Kit, type Lookups, type Shown, whoIn } from './kit.ts';
import type { PressAnswer, PressedAction } from './wire.ts';

/** What people do with the bot's messages. */
export type Presses = {
  /** Presses a button of a message. A card in answer takes the place of the old one, for this person. */
  readonly press: (personId: string, messageId: string, action: PressedAction) => Promise<PressAnswer>;
  /** What a card does by itself when somebody sees it for whom it has a view of its own. Throws 404 when it has none. */
  readonly refresh: (personId: string, messageId: string) => Promise<PressAnswer>;
  /** Takes or declines a file that the bot offers; once it has heard that, there is no other answer. */
  readonly answerOffer: (personId: string, messageId: string, accepts: boolean) => Promise<PressAnswer>;
};

const opensDialog = z.object({ msteams: z.object({ type: z.literal('task/fetch') }) });

export function presses(kit: Kit, find: Lookups, dialogs: Dialogs): Presses {
  const { world, invoker, place, files } = kit;
  const answering = new Set<string>();

  const execute = async (
    { person, chat, message }: Shown,
    action: PressedAction,
    trigger: 'manual' | 'automatic',
  ): Promise<PressAnswer> => {
    const before = message.card;
    const activity = pressActivity(place, invokeId(world), person, chat, message, action, trigger);
    const answer = readExecute(await invoker.invoke(activity, whoIn(person, chat)));
    if (answer.kind !== 'card') return answer;
    // a view that was made before the bot's last update is older than what stands there now
    const isStale = trigger === 'automatic' && message.card !== before;
    if (!isStale) world.record({ t: 'view', id: message.id, personId: person.id, card: answer.card });
    return { kind: 'card' };
  };

  const submit = async ({ person, chat, message }: Shown, action: PressedAction): Promise<PressAnswer> => {
    const activity = pressActivity(place, invokeId(world), person, chat, message, action);
    const answer = await invoker.message(activity, whoIn(person, chat));
    return answer.kind === 'answered' ? { kind: 'sent' } : failure(answer);
  };

  return {
    press: async (personId, messageId, action) => {
      const shown = find.shown(personId, messageId);
      if (action.type === 'Action.Execute') return execute(shown, action, 'manual');
      return opensDialog.safeParse(action.data).success ? dialogs.fetch(shown, action.data) : submit(shown, action);
    },
    refresh: async (personId, messageId) => {
      const shown = find.shown(personId, messageId);
      const action = refreshFor(shown.message, shown.person, shown.chat);
      if (action === undefined) throw new HttpError(404, 'NotFound', 'Kortet har ingen egen visning for deg.');
      return execute(shown, action, 'automatic');
    },
    answerOffer: async (personId, messageId, accepts) => {
      const { person, chat, message } = find.shown(personId, messageId);
      const { offer } = message;
      if (offer === undefined || offer.answer || answering.has(messageId))
        throw new HttpError(404, 'NotFound', 'Filen er alt besvart.');
      const said = accepts
        ? { context: offer.acceptContext, uploadInfo: files.uploadInfo(offer.name) }
        : { context: offer.declineContext };
      const activity = consentActivity(place, invokeId(world), person, chat, messageId, said);
      answering.add(messageId);
      const answer = await invoker.invoke(activity, personId);
      answering.delete(messageId);
      if (answer.kind !== 'answered') return failure(answer);
      world.record({ t: 'offer', id: messageId, answer: accepts ? 'accepted' : 'declined' });
      return { kind: 'sent' };
    },
  };
}
