import { overviewCard } from '../../cards/overview.ts';
import { chooseCommitteeCard, referatFormCard } from '../../cards/referat.ts';
import { meetingApprovalCard, publishCard, referatCard, referatPreviewCard } from '../../cards/referat-status.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../../cards/size.ts';
import { referatText } from '../../cards/text/referat.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds, plannedChoices } from '../../store/committee/rules.ts';
import { newest, type Referat } from '../../store/referat/record.ts';
import { DEFAULT_TIME, proposedDeadline } from '../../store/referat/rules-form.ts';
import type { TypedReferat } from '../../store/referat/view.ts';
import type { Round } from '../../store/round/record.ts';
import { askedSeats } from '../../store/round/rules-ask.ts';
import { hasAnswered } from '../../store/round/rules-count.ts';
import { askingOf } from '../../store/round/rules-open.ts';
import { isOutdated } from '../minutes.ts';
import { holdersOfReferat } from '../seats.ts';
import type { Deps } from '../turn.ts';
import { textSource } from './text-source.ts';
import { isVara, ownReferat, post, runBy, type Shows, said } from './view.ts';

/** What the secretariat and the chair see of referater. */
export const referatShows: Shows<
  | 'choose-committee'
  | 'referat-overview'
  | 'referat-form'
  | 'referat-preview'
  | 'referat'
  | 'meeting-approval-form'
  | 'publish-form'
> = {
  'choose-committee': async (deps, viewerId) => {
    const committees = await runBy(deps, viewerId);
    return committees.length === 0
      ? said('not-for-you')
      : post(referatText.chooseTitle, chooseCommitteeCard(committees));
  },
  'referat-overview': async (deps, viewerId) => {
    const committees = await deps.committees.of(viewerId);
    const ids = committees.filter((committee) => mayRunRounds(committee, viewerId)).map(({ id }) => id);
    const asking = await deps.rounds.asking(viewerId);
    const isAnswered = (round: Round) => hasAnswered(round, viewerId);
    const referater = ids.length > 0 ? await deps.referater.active(ids) : [];
    const overview = {
      waiting: asking.filter((round) => !isAnswered(round)),
      answered: asking.filter(isAnswered),
      meetings: await begunIn(deps, committees, ids),
      running: ids.length > 0 ? await deps.rounds.running(ids) : [],
      // what is on a round stands among the rounds
      referater: referater.filter(({ state }) => state !== 'circulating').toSorted(byUrgency),
      drafts: ids.length > 0 ? await deps.documents.draftsIn(ids) : [],
      runsRounds: ids.length > 0,
      isAlone: committees.length === 0 && asking.length === 0 && !(await isVara(deps, viewerId)),
    };
    return post('Referat', overviewCard(overview));
  },
  'referat-form': async (deps, viewerId, { referatId, typed, problems = [] }) => {
    const committees = await runBy(deps, viewerId);
    const committee = committees.find(({ id }) => id === typed?.committeeId) ?? committees[0];
    if (committee === undefined) return said('not-for-you');
    const filled = { ...fresh(committee, deps.now()), ...typed };
    const file = await textSource(deps, viewerId, filled, () => draftedText(deps, referatId));
    const form = { referatId, committee, typed: filled, problems };
    const card = referatFormCard({ ...form, ...(file && { source: file }) });
    if (messageBytes(card) <= MAX_MESSAGE_BYTES) return post(referatText.formTitle, card);
    // the draft's own text is kept without standing in the form, when a large committee leaves no room for it
    const draft = await deps.referater.collection.get(referatId);
    const isKept = draft !== undefined && newest(draft).text === filled.text;
    const source = { length: filled.text?.length ?? 0 };
    return post(referatText.formTitle, isKept ? referatFormCard({ ...form, source }) : card);
  },
  'referat-preview': async (deps, viewerId, { referatId, moved, problem, page }) => {
    const own = await ownReferat(deps, viewerId, referatId);
    if ('refused' in own) return said(own.refused);
    const { referat, committee } = own;
    const outdated = await isOutdated(deps, referat, committee);
    const choices = plannedChoices(committee, referat.choices);
    const holders = await holdersOfReferat(deps, referat, committee, () => '');
    const asked = choices ? askedSeats(committee, askingOf(referat, choices.askedGroup, holders), () => '').length : 0;
    const shown = {
      committee,
      choices,
      asked,
      moved: moved ?? false,
      outdated,
      ...(problem && { problem }),
      ...(page && { page }),
    };
    return post(referatText.previewOf, referatPreviewCard(referat, shown));
  },
  referat: async (deps, viewerId, { referatId, problem }) => {
    const own = await ownReferat(deps, viewerId, referatId);
    if ('refused' in own) return said(own.refused);
    const outdated = await isOutdated(deps, own.referat, own.committee);
    return post(own.referat.title, referatCard(own.referat, own.committee, problem, outdated));
  },
  'meeting-approval-form': async (deps, viewerId, { referatId, typed = {}, problems = [] }) => {
    const own = await ownReferat(deps, viewerId, referatId);
    if ('refused' in own) return said(own.refused);
    return post(referatText.meetingTitle, meetingApprovalCard(own.referat, { typed, problems }));
  },
  'publish-form': async (deps, viewerId, { referatId, typed = {}, problems = [] }) => {
    const own = await ownReferat(deps, viewerId, referatId);
    if ('refused' in own) return said(own.refused);
    return post(referatText.publishTitle, publishCard(own.referat, own.committee, { typed, problems }));
  },
};

/** Meetings of these committees that have begun and are not ended. */
async function begunIn(deps: Deps, committees: readonly Committee[], ids: readonly string[]) {
  const coming = ids.length > 0 ? await deps.meetings.coming(ids) : [];
  return coming.flatMap((meeting) => {
    const committee = committees.find(({ id }) => id === meeting.committeeId);
    return committee && meeting.startsAt <= deps.now() ? [{ meeting, committee }] : [];
  });
}

/** What somebody must still do something with comes first. */
function byUrgency(a: Referat, b: Referat): number {
  const rank = ({ state }: Referat) => ['undecided', 'draft', 'approved'].indexOf(state);
  return rank(a) - rank(b);
}

function fresh({ settings }: Committee, now: Date): TypedReferat {
  return { deadlineOn: proposedDeadline(settings.roundDays, now), deadlineTime: DEFAULT_TIME };
}

/** The text that a draft has. */
async function draftedText(deps: Deps, referatId: string) {
  const referat = await deps.referater.collection.get(referatId);
  return referat && newest(referat);
}
