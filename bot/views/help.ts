import { helpCard, sharedHelpCard } from '../../cards/help.ts';
import { type HelpRole, helpText } from '../../cards/text/help.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isClosed, mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import { committeeIn } from '../setup-aside.ts';
import { tiltakOf } from '../tiltak-report.ts';
import type { Deps } from '../turn.ts';
import { isVara, post, type Shows } from './view.ts';

/** What somebody can do here, by role. */
export const helpShows: Shows<'help'> = {
  help: async (deps, viewerId, { unknown = false, shared = false, conversationId }) => {
    const title = `${helpText.title}: hjelp`;
    if (!shared) {
      const committees = await deps.committees.of(viewerId);
      const role = await roleOf(deps, viewerId, committees);
      const hasTab = deps.links.tab('waiting') !== undefined;
      const isNew = role === 'secretariat' && (await isBeginning(deps, viewerId, committees));
      return post(title, helpCard({ role, unknown, hasTab, ...(isNew && { appLink: deps.links.app }) }));
    }
    const conversation =
      conversationId === undefined ? undefined : await deps.conversations.collection.get(conversationId);
    const canSetUp = conversation !== undefined && (await committeeIn(deps, conversation)) === undefined;
    return post(title, sharedHelpCard({ unknown, canSetUp }));
  },
};

/** What somebody may do at most, in any of their committees. */
async function roleOf(deps: Deps, personId: string, committees: readonly Committee[]): Promise<HelpRole> {
  if (committees.some((committee) => mayRunRounds(committee, personId))) return 'secretariat';
  if (committees.some((committee) => mayRunAgenda(committee, personId))) return 'vice-chair';
  if (committees.length > 0) return 'member';
  if (await isVara(deps, personId)) return 'vara';
  return (await tiltakOf(deps, personId)).length > 0 ? 'owner' : 'nowhere';
}

/** Whether nothing is planned or written yet in any committee that somebody runs. */
async function isBeginning(deps: Deps, personId: string, committees: readonly Committee[]): Promise<boolean> {
  const run = committees.filter((committee) => mayRunRounds(committee, personId) && !isClosed(committee));
  for (const { id } of run) {
    if ((await deps.meetings.firstOf(id)).length > 0) return false;
    if ((await deps.referater.active([id])).length > 0) return false;
  }
  return run.length > 0;
}
