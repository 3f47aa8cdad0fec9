import type { View } from '../store/view.ts';
import type { Deps } from './turn.ts';
import type { ViewOf } from './views/view.ts';

/** Why a card has no page in the tab. */
type NoPage =
  // a sentence, and nothing more to see of it
  | 'sentence'
  // a choice, or something that nobody else has yet
  | 'unfinished';
type Path = string | undefined;
type PageOf<V extends View> = NoPage | ((view: V, deps: Deps) => Path | Promise<Path>);

const waiting = () => 'waiting';
const round = ({ roundId }: { readonly roundId: string }) => `rounds/${roundId}`;
const sak = ({ sakId }: { readonly sakId: string }) => `saker/${sakId}`;
const meeting = ({ meetingId }: { readonly meetingId: string }) => `meetings/${meetingId}`;
const tiltak = ({ tiltakId }: { readonly tiltakId: string }) => `tiltak/${tiltakId}`;
type InCommittee = { readonly committeeId?: string | undefined };
const committee = ({ committeeId }: InCommittee) => (committeeId ? `committees/${committeeId}` : 'waiting');
const meetings = ({ committeeId }: InCommittee) => (committeeId ? `committees/${committeeId}/meetings` : 'waiting');
const saker = ({ committeeId }: InCommittee) => (committeeId ? `committees/${committeeId}/saker` : 'waiting');

/** A plan's tiltak; without one, those that the committee has decided in its saker. */
const plan = ({
  committeeId,
  planId = 'loose',
}: {
  readonly committeeId: string;
  readonly planId?: string | undefined;
}) => `committees/${committeeId}/tiltak?${new URLSearchParams({ plan: planId })}`;

type SentOut = { readonly committeeId: string; readonly round?: { readonly id: string } | undefined };
const sentOut = (found: SentOut | undefined): Path =>
  found && (found.round ? `rounds/${found.round.id}` : `committees/${found.committeeId}/rounds`);
const referat = async ({ referatId }: { readonly referatId: string }, { referater }: Deps) =>
  sentOut(await referater.collection.get(referatId));
const document = async ({ documentId }: { readonly documentId: string }, { documents }: Deps) =>
  sentOut(await documents.collection.get(documentId));
const ballot = async ({ ballotId }: { readonly ballotId: string }, { ballots }: Deps) => {
  const found = await ballots.collection.get(ballotId);
  return found && sak(found);
};
const nomination = async ({ nominationId }: { readonly nominationId: string }, { nominations }: Deps) => {
  const found = await nominations.collection.get(nominationId);
  return found && committee(found);
};
const changedCommittee = async ({ setupId }: { readonly setupId: string }, { setups }: Deps) => {
  const found = await setups.collection.get(setupId);
  return found?.committeeId && committee(found);
};

// a view without an entry does not compile
const pages: { readonly [V in View['view']]: PageOf<ViewOf<V>> } = {
  help: waiting,
  'app-link': committee,
  notice: 'sentence',
  'said-to': 'sentence',
  'conversation-left': async ({ conversationId }, deps) => {
    const conversation = await deps.conversations.collection.get(conversationId);
    const { committeeIn } = await import('./setup-aside.ts');
    const found = conversation && (await committeeIn(deps, conversation));
    return found && `committees/${found.id}`;
  },
  'file-received': 'unfinished',

  digest: waiting,
  'digest-away': waiting,
  'tiltak-answer': tiltak,
  'tiltak-hand-over': tiltak,

  'document-committee': 'unfinished',
  'document-form': document,
  'document-preview': document,

  'choose-committee': 'unfinished',
  'referat-overview': waiting,
  'referat-form': referat,
  'referat-preview': referat,
  referat,
  'meeting-approval-form': referat,
  'publish-form': referat,

  round,
  'round-reminder': round,
  'round-changes': round,
  'round-shared': round,
  'round-status': round,
  'register-form': round,
  'undo-form': round,
  'extend-form': round,
  'withdraw-form': round,
  'revise-form': round,

  'sak-form': sak,
  'sak-committee': 'unfinished',
  'sak-drafts': waiting,
  'sak-preview': sak,
  sak,
  'sak-status': sak,
  'sak-question': sak,
  'sak-postpone': sak,
  'sak-reject': sak,
  'sak-similar': sak,
  saker,

  'setup-greeting': 'unfinished',
  'setup-form': changedCommittee,
  'setup-preview': changedCommittee,
  setup: committee,
  'setup-attach': 'unfinished',
  'settings-form': committee,
  'seat-form': committee,
  seat: committee,
  'seat-new': committee,
  'seat-vara': committee,
  'seat-remove': committee,

  'tiltak-form': sak,
  'tiltak-proposals': sak,
  'tiltak-decide': tiltak,

  'meeting-plan': meetings,
  meeting,
  'meeting-form': ({ committeeId, meetingId }) => (meetingId ? meeting({ meetingId }) : meetings({ committeeId })),
  'meeting-lines': meetings,
  'meeting-cancel': meeting,
  'meeting-coming': saker,
  'meeting-settings': meetings,
  'meeting-news': meeting,
  'meeting-risk': meeting,
  counts: meetings,

  agenda: waiting,
  'agenda-build': meeting,
  'agenda-edit-form': sak,
  'agenda-preview': meeting,
  'agenda-card': meeting,
  'agenda-reminder': meeting,
  'agenda-read': sak,
  'agenda-shared': meeting,
  'agenda-publish-form': meeting,

  minutes: meeting,
  'minutes-presence': meeting,
  'minutes-vara': meeting,
  'minutes-around': meeting,
  'minutes-sak': sak,
  'minutes-recused': sak,
  'minutes-rounds': meeting,
  'minutes-remake': meeting,
  'minutes-unfollowed': sak,

  ballot,
  'ballot-status': ballot,
  'ballot-form': sak,

  forfall: waiting,
  'forfall-form': meeting,
  'call-in': meeting,
  'own-forfall': meeting,
  'forfall-status': meeting,
  'forfall-assign': meeting,

  // whoever proposes somebody, or is proposed, need not be in the committee
  vara: waiting,
  nomination: waiting,
  'nomination-reminder': waiting,
  'nomination-ask': waiting,
  'nomination-form': committee,
  'nomination-status': nomination,
  'nomination-register': nomination,
  'nomination-extend': nomination,
  'vara-seats': committee,
  'vara-form': committee,

  'plan-unread': 'unfinished',
  'plan-preview': 'unfinished',
  'plan-row-form': 'unfinished',
  'plan-split-form': 'unfinished',
  'plan-columns-form': 'unfinished',
  'plan-choose-form': 'unfinished',
  'plan-difference': 'unfinished',
  'plan-done': async ({ importId }, { imports }) => {
    const { committeeId, planId } = (await imports.collection.get(importId)) ?? {};
    return committeeId && planId && plan({ committeeId, planId });
  },
  'plan-ask': async ({ planId }, { plans }) => {
    const found = await plans.collection.get(planId);
    return found && plan({ committeeId: found.committeeId, planId });
  },
  'plan-contact-form': tiltak,
  'plan-date-form': tiltak,

  'life-news': committee,
  'seat-changed': committee,
  'life-form': committee,
  'appointing-form': committee,
  'close-form': committee,

  tiltak: waiting,
  'tiltak-plan': plan,
  'tiltak-list': plan,
  'tiltak-changes': plan,
  'tiltak-one': tiltak,
  'tiltak-edit': tiltak,
  'tiltak-close': tiltak,
  'tiltak-add': plan,
};

/** The page of the tab that shows what a card is about; undefined when there is none. */
export async function tabPathOf(deps: Deps, view: View): Promise<Path> {
  const page = pages[view.view] as PageOf<View>;
  return typeof page === 'string' ? undefined : page(view, deps);
}
