import { leftCard } from '../../cards/conversation.ts';
import { leftText } from '../../cards/text/conversation.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { removalOf } from '../../store/conversation/rules.ts';
import { committeeIn } from '../setup-aside.ts';
import { storedOf } from '../stored.ts';
import { post, type Shows, said } from './view.ts';

/** What is seen of a channel or group chat that the bot was taken out of. */
export const conversationShows: Shows<'conversation-left'> = {
  'conversation-left': async (deps, viewerId, { conversationId }) => {
    const conversation = await deps.conversations.collection.get(conversationId);
    const committee = conversation && (await committeeIn(deps, conversation));
    if (conversation === undefined || committee === undefined) return said('not-found');
    if (!mayRunRounds(committee, viewerId)) return said('not-for-you');
    const removal = removalOf(conversation);
    const remover = removal && (await deps.persons.collection.get(removal.by));
    const running = (await deps.rounds.allRunning(committee.id)).filter(({ status }) => status === 'open').length;
    return post(
      leftText.title(committee.shortName),
      leftCard({
        committee,
        place: conversation,
        removal: removal && { at: removal.at, by: remover?.name },
        running,
        stored: await storedOf(deps, committee),
      }),
    );
  },
};
