import type { Card } from '../../cards/elements.ts';
import { minutesCard, remakeCard, unfollowedCard } from '../../cards/minutes.ts';
import {
  aroundCard,
  type MinutesForm,
  presenceCard,
  recusedCard,
  roundsCard,
  varaCard,
} from '../../cards/minutes-forms.ts';
import { sakMinutesCard } from '../../cards/minutes-sak.ts';
import { minutesText, unfollowedText } from '../../cards/text/minutes.ts';
import type { Committee } from '../../store/committee/record.ts';
import { vedtakIn } from '../../store/meeting/rules-protocol.ts';
import { DEFAULT_TIME, proposedDeadline } from '../../store/referat/rules-form.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import { dayOf } from '../../store/time.ts';
import type { Typed } from '../../store/view-fields.ts';
import { proposalsAt } from '../agenda-follow-up.ts';
import { approvableIn, deciding, nextMeetingAfter, sakerOf, undecidedIn, wantedIn } from '../minutes.ts';
import { namesIn } from '../names.ts';
import type { Deps, Post } from '../turn.ts';
import { ownIn, ownReferat, post, type Shows, said } from './view.ts';

/** A meeting and its committee, for somebody who writes its protocol; else the notice that says why not. */
export async function ownMeeting(deps: Deps, personId: string, meetingId: string) {
  const own = await ownIn(deps, personId, await deps.meetings.collection.get(meetingId));
  return 'refused' in own ? own : { meeting: own.record, committee: own.committee };
}

/** One of its saker besides. */
export async function ownMeetingSak(deps: Deps, personId: string, meetingId: string, sakId: string) {
  const own = await ownMeeting(deps, personId, meetingId);
  if ('refused' in own) return own;
  const sak = await deps.saker.collection.get(sakId);
  const isOnAgenda = own.meeting.items.some((item) => item.sakId === sakId);
  if (sak === undefined || !isOnAgenda) return { refused: 'sak-not-on-agenda' as const };
  return { ...own, sak };
}

type FormView = {
  readonly meetingId: string;
  readonly typed?: Typed | undefined;
  readonly problems?: string[] | undefined;
  readonly page?: number | undefined;
};

const form =
  (title: string, draw: (deps: Deps, filled: MinutesForm) => Promise<Card> | Card) =>
  async (deps: Deps, viewerId: string, { meetingId, typed = {}, problems = [], page }: FormView): Promise<Post> => {
    const own = await ownMeeting(deps, viewerId, meetingId);
    if ('refused' in own) return said(own.refused);
    const nameOf = await memberNames(deps, own.committee);
    return post(title, await draw(deps, { ...own, nameOf, typed, problems, page }));
  };

/** The names of those who have the seats. */
export function memberNames(deps: Deps, { seats }: Committee) {
  return namesIn(
    deps,
    seats.flatMap(({ memberId }) => memberId ?? []),
  );
}

/** What the secretariat and the chair see of a meeting while and after it is held. */
export const minutesShows: Shows<
  | 'minutes'
  | 'minutes-presence'
  | 'minutes-vara'
  | 'minutes-around'
  | 'minutes-sak'
  | 'minutes-recused'
  | 'minutes-rounds'
  | 'minutes-remake'
  | 'minutes-unfollowed'
> = {
  minutes: async (deps, viewerId, { meetingId, page, problem }) => {
    const own = await ownMeeting(deps, viewerId, meetingId);
    if ('refused' in own) return said(own.refused);
    const saker = await sakerOf(deps, own.meeting);
    const referat = await deps.referater.collection.get(referatIdFor(meetingId));
    const hasBegun = deps.now() >= own.meeting.startsAt;
    return post(minutesText.title, minutesCard({ ...own, saker, referat, hasBegun, page, problem }));
  },
  'minutes-presence': form(minutesText.presenceTitle, (_deps, filled) => presenceCard(filled)),
  'minutes-vara': form(minutesText.varaTitle, (_deps, filled) => varaCard(filled)),
  'minutes-around': form(minutesText.aroundTitle, async (deps, filled) => {
    const next = await nextMeetingAfter(deps, filled.meeting);
    const saker = await sakerOf(deps, filled.meeting);
    return aroundCard({ ...filled, saker, nextOn: next && dayOf(next.startsAt) });
  }),
  'minutes-rounds': form(minutesText.roundsTitle, async (deps, filled) => {
    const { settings } = filled.committee;
    const proposed = { deadlineOn: proposedDeadline(settings.roundDays, deps.now()), deadlineTime: DEFAULT_TIME };
    const saker = await undecidedIn(deps, filled.meeting);
    return roundsCard({ ...filled, saker, typed: { ...proposed, ...filled.typed } });
  }),
  'minutes-sak': async (deps, viewerId, { meetingId, sakId, typed = {}, problems = [], saved }) => {
    const own = await ownMeetingSak(deps, viewerId, meetingId, sakId);
    if ('refused' in own) return said(own.refused);
    const saker = await sakerOf(deps, own.meeting);
    const next = saker[saker.findIndex(({ id }) => id === sakId) + 1];
    const ballots = (await deps.ballots.of(meetingId))
      .filter((ballot) => ballot.sakId === sakId)
      .toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || a.id.localeCompare(b.id));
    const approvable = await approvableIn(deps, own.meeting, own.sak);
    const wanted = wantedIn(meetingId, approvable);
    const round = await deciding(deps, own.sak);
    const proposals = own.sak.fixed === 'oppfolging' ? (await proposalsAt(deps, own.meeting)).length : 0;
    const points = vedtakIn(own.meeting, own.sak).points;
    const about = { ballots, round, approvable, wanted, proposals, points, next };
    const shown = { ...own, ...about, typed, problems, ...(saved && { saved }) };
    return post(own.sak.title, sakMinutesCard(shown));
  },
  'minutes-recused': async (deps, viewerId, { meetingId, sakId }) => {
    const own = await ownMeetingSak(deps, viewerId, meetingId, sakId);
    if ('refused' in own) return said(own.refused);
    const nameOf = await memberNames(deps, own.committee);
    return post(minutesText.recusedTitle, recusedCard({ ...own, nameOf, typed: {}, problems: [] }));
  },
  'minutes-remake': async (deps, viewerId, { meetingId }) => {
    const own = await ownMeeting(deps, viewerId, meetingId);
    if ('refused' in own) return said(own.refused);
    return post(minutesText.remakeTitle, remakeCard(meetingId, referatIdFor(meetingId)));
  },
  'minutes-unfollowed': async (deps, viewerId, { referatId, sakId, why }) => {
    const own = await ownReferat(deps, viewerId, referatId);
    if ('refused' in own) return said(own.refused);
    const sak = await deps.saker.collection.get(sakId);
    const sentence = unfollowedText[why](own.referat.title, sak?.number);
    return post(sentence, unfollowedCard(sentence, referatId));
  },
};
