import { type Placed, type SakViewer, sakCard, sakPreviewCard, similarCard } from '../../cards/sak.ts';
import { chooseSakCommitteeCard, sakDraftsCard } from '../../cards/sak-begin.ts';
import { sakFormCard } from '../../cards/sak-form.ts';
import { postponeCard, questionCard, rejectCard } from '../../cards/sak-handle.ts';
import { sakStanding, sakText } from '../../cards/text/sak.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import type { Sak } from '../../store/sak/record.ts';
import { isWithProposer } from '../../store/sak/rules.ts';
import { typedOf } from '../../store/sak/rules-draft.ts';
import { handledBefore, isOpenToDecide } from '../../store/sak/rules-handle.ts';
import { meetingIdFor, placeWish } from '../../store/sak/rules-wish.ts';
import type { Typed } from '../../store/view-fields.ts';
import { namesIn } from '../names.ts';
import { committeesFor, draftsOf } from '../sak-begin.ts';
import { filesOf, type Known, knownSak, meetingFor, meetingsOf, ownSak, similarOf } from '../sak-known.ts';
import type { Deps, Post } from '../turn.ts';
import { post, type Shows, said } from './view.ts';

type SakView = {
  readonly page?: number | undefined;
  readonly notice?: string | undefined;
  readonly typed?: Typed | undefined;
  readonly problems?: readonly string[] | undefined;
};

/** What people see of a sak: whoever proposes it, and those who decide what becomes of it. */
export const sakShows: Shows<
  | 'sak-form'
  | 'sak-committee'
  | 'sak-drafts'
  | 'sak-preview'
  | 'sak'
  | 'sak-status'
  | 'sak-question'
  | 'sak-postpone'
  | 'sak-reject'
  | 'sak-similar'
> = {
  'sak-form': async (deps, viewerId, { sakId, problems = [], notice }) => {
    const own = await ownSak(deps, viewerId, sakId);
    if ('refused' in own) return said(own.refused);
    const { sak, committee } = own;
    if (!isWithProposer(sak)) return shown(deps, viewerId, own, { notice: 'sak-sent-before' });
    const typed = typedOf(sak);
    if (typed.committeeId === undefined) return chooser(deps, viewerId, sak, {});
    const files = await filesOf(deps, viewerId, sak);
    const file = files.find(({ id }) => id === typed.fileId);
    const card = sakFormCard(sak, {
      committee,
      meetings: await meetingsOf(deps, committee),
      now: deps.now(),
      attached: [
        ...files.map(({ id, name }) => ({ id, name })),
        ...sak.attachments.flatMap((one) => (one.kind === 'file' ? [{ id: one.fileId, name: one.name }] : [])),
      ].filter(({ id }, n, all) => all.findIndex((other) => other.id === id) === n),
      file: file && { name: file.name, length: file.text?.length ?? 0 },
      runsAgenda: mayRunAgenda(committee, viewerId),
      problems,
      said: notice,
    });
    return post(sakText.formTitle(committee.shortName), card);
  },
  'sak-committee': async (deps, viewerId, { sakId, page, problems }) => {
    const own = await ownSak(deps, viewerId, sakId);
    if ('refused' in own) return said(own.refused);
    if (own.sak.status !== 'draft') return shown(deps, viewerId, own, { notice: 'sak-sent-before' });
    return chooser(deps, viewerId, own.sak, { page, problems });
  },
  'sak-drafts': async (deps, viewerId, { committeeId }) => {
    const drafts = await draftsOf(deps, viewerId);
    const names = await committeeNames(deps, drafts);
    return post(sakText.draftsTitle, sakDraftsCard(drafts, names, committeeId));
  },
  'sak-preview': async (deps, viewerId, { sakId, page, notice }) => {
    const own = await ownSak(deps, viewerId, sakId);
    if ('refused' in own) return said(own.refused);
    const { sak, committee } = own;
    if (!isWithProposer(sak)) return shown(deps, viewerId, own, { notice: 'sak-sent-before' });
    const meetings = await meetingsOf(deps, committee);
    const { wishedMeetingId, tooLateFor } = placeWish(sak.wishedMeetingId, meetings, committee, deps.now());
    const card = sakPreviewCard(sak, {
      committeeName: committee.shortName,
      meeting: meetings.find(({ id }) => id === wishedMeetingId),
      nameOf: await namesIn(
        deps,
        sak.requests.map(({ by }) => by),
      ),
      page,
      said: notice ?? (tooLateFor && 'sak-late'),
    });
    return post(sakText.previewTitle(committee.shortName), card);
  },
  sak: (deps, viewerId, view) => known(deps, viewerId, view.sakId, view),
  'sak-status': (deps, viewerId, view) => known(deps, viewerId, view.sakId, view),
  'sak-question': async (deps, viewerId, { sakId, typed = {}, problems = [] }) =>
    handling(deps, viewerId, sakId, ({ sak }) => post(sakText.questionTitle, questionCard(sak, { typed, problems }))),
  'sak-postpone': async (deps, viewerId, { sakId, typed = {}, problems = [] }) =>
    handling(deps, viewerId, sakId, async ({ sak, committee }) => {
      const meetings = await meetingsOf(deps, committee);
      const isFor = meetingIdFor(sak, meetings);
      const at = meetings.findIndex(({ id }) => id === isFor);
      return post(sakText.postponeTitle, postponeCard(sak, meetings.slice(Math.max(at, 0) + 1), { typed, problems }));
    }),
  'sak-reject': async (deps, viewerId, { sakId, typed = {}, problems = [] }) =>
    handling(deps, viewerId, sakId, ({ sak }) => post(sakText.rejectTitle, rejectCard(sak, { typed, problems }))),
  'sak-similar': async (deps, viewerId, { sakId, otherId }) => {
    const [sak, other] = await Promise.all([deps.saker.collection.get(sakId), deps.saker.collection.get(otherId)]);
    const committee = sak && (await deps.committees.collection.get(sak.committeeId));
    const its = other && (await deps.committees.collection.get(other.committeeId));
    if (!sak || !other || !committee || !its) return said('not-found');
    // read by those who run the one agenda, because it was pointed out to them: not if it was closed since
    const isPair = sak.similarTo?.includes(otherId) || other.similarTo?.includes(sakId);
    if (!isPair || !mayRunAgenda(committee, viewerId) || other.closed) return said('sak-not-yours-to-see');
    const placed = async (found: Known): Promise<Placed> => ({
      sak: found.sak,
      committeeName: found.committee.shortName,
      meeting: await meetingFor(deps, found),
    });
    const card = similarCard(await placed({ sak, committee }), await placed({ sak: other, committee: its }));
    return post(sakText.similarTitle, card);
  },
};

async function known(deps: Deps, viewerId: string, sakId: string, view: SakView): Promise<Post> {
  const found = await knownSak(deps, viewerId, sakId);
  return 'refused' in found ? said(found.refused) : shown(deps, viewerId, found, view);
}

/** A sak in full, as this viewer may see it. */
async function shown(deps: Deps, viewerId: string, found: Known, view: SakView): Promise<Post> {
  const { sak, committee } = found;
  const meeting = await meetingFor(deps, found);
  const card = sakCard(
    sak,
    {
      committeeName: committee.shortName,
      meeting,
      nameOf: await namesIn(deps, [
        ...new Set([...sak.requests.map(({ by }) => by), ...sak.history.map(({ by }) => by)]),
      ]),
      page: view.page,
      said: view.notice,
    },
    {
      ...(await sakViewer(deps, viewerId, found)),
      ...(view.typed && { typed: view.typed }),
      ...(view.problems && { problems: view.problems }),
    },
  );
  return post(`${sak.title || sakText.unknownSak}: ${sakStanding(sak, meeting)}`, card);
}

/** What somebody may do with a sak that they may read. */
export async function sakViewer(deps: Deps, viewerId: string, found: Known): Promise<SakViewer> {
  const { sak, committee } = found;
  return {
    runsAgenda: mayRunAgenda(committee, viewerId),
    isProposer: sak.proposedBy === viewerId,
    runsRounds: mayRunRounds(committee, viewerId),
    meetings: await meetingsOf(deps, committee),
    similar: await similarOf(deps, found, viewerId),
  };
}

/** A form for those who run the agenda. */
async function handling(
  deps: Deps,
  viewerId: string,
  sakId: string,
  make: (found: Known) => Post | Promise<Post>,
): Promise<Post> {
  const found = await knownSak(deps, viewerId, sakId);
  if ('refused' in found) return said(found.refused);
  if (!mayRunAgenda(found.committee, viewerId)) return said('not-for-you');
  if (!isOpenToDecide(found.sak)) return shown(deps, viewerId, found, { notice: handledBefore(found.sak, viewerId) });
  return make(found);
}

async function chooser(
  deps: Deps,
  viewerId: string,
  sak: Sak,
  view: { readonly page?: number | undefined; readonly problems?: readonly string[] | undefined },
): Promise<Post> {
  const committees = await committeesFor(deps, viewerId, sak.tenantId);
  const { page, problems = [] } = view;
  return post(sakText.chooseTitle, chooseSakCommitteeCard(sak, committees, { page, problems }));
}

/** What the committees of these saker are called. */
export async function committeeNames(deps: Deps, saker: readonly Sak[]): Promise<(committeeId: string) => string> {
  const ids = [...new Set(saker.map(({ committeeId }) => committeeId))];
  const committees = await Promise.all(ids.map((id) => deps.committees.collection.get(id)));
  const names = new Map(committees.map((committee) => [committee?.id, committee?.shortName]));
  return (id) => names.get(id) ?? '';
}
