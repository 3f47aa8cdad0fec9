import { change } from '../store/change.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { Conversation } from '../store/conversation/record.ts';
import { isAboutLeaving, tellOfLeaving } from '../store/conversation/rules.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { done, type Result } from '../store/result.ts';
import { renewShared } from '../store/round/effects.ts';
import { shareAgain } from '../store/round/rules-deliver.ts';
import type { Delivery } from './attempt.ts';
import { committeeIn } from './setup-aside.ts';
import type { Deps } from './turn.ts';

/** What channels and group chats send: a greeting, and what it means that the bot was taken out, or is back. */
export function conversationDelivery(deps: Deps, other: Delivery<Conversation>): Delivery<Conversation> {
  const clocks = () => ({ now: deps.now(), realNow: deps.realNow() });

  /** The secretariat; where there is none, the chair. Nothing is stopped where nothing goes on. */
  const tellRunners = async (conversation: Conversation) => {
    const committee = await committeeIn(deps, conversation);
    if (committee === undefined || isClosed(committee)) return undefined;
    const { secretariatIds, chairId } = committee.roles;
    const personIds = secretariatIds.length === 0 && chairId ? [chairId] : secretariatIds;
    return (current: Conversation) => (current.installed ? current : tellOfLeaving(current, personIds, clocks()));
  };

  /** What is still open is shown there as it is now: a round anew, for nobody looks far back; an agenda in its place. */
  const showAgain = async (conversation: Conversation) => {
    const committee = conversation.installed ? await committeeIn(deps, conversation) : undefined;
    if (committee === undefined) return undefined;
    const { conversationId } = conversation;
    for (const { id } of await deps.rounds.allRunning(committee.id))
      await change(deps.rounds.collection, id, (round) => shareAgain(round, conversationId, clocks()));
    for (const { id } of await deps.meetings.coming([committee.id]))
      await change(
        deps.meetings.collection,
        id,
        (meeting): Result<Meeting, never> =>
          done(meeting.shared?.conversationId === conversationId ? renewShared(meeting, clocks()) : meeting),
      );
    return undefined;
  };

  return {
    ...other,
    send: async (effect, conversation) => {
      if (effect.kind === 'conversation-left') return tellRunners(conversation);
      if (effect.kind === 'conversation-back') return showAgain(conversation);
      if (isAboutLeaving(effect)) return conversation.installed ? undefined : other.send(effect, conversation);
      // a greeting is no use where the bot is gone, or a committee is set up meanwhile
      const isOver = !conversation.installed || (await committeeIn(deps, conversation)) !== undefined;
      return isOver ? undefined : other.send(effect, conversation);
    },
  };
}
