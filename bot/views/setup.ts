import {
  attachCard,
  chooseSetupCard,
  committeeCard,
  greetingCard,
  type Mentioned,
  noCommitteeCard,
  saidToCard,
} from '../../cards/setup.ts';
import { setupFormCard } from '../../cards/setup-form.ts';
import { seatCard, settingsCard } from '../../cards/setup-forms.ts';
import { type Row, seatAbout } from '../../cards/setup-members.ts';
import { differenceCard, setupPreviewCard } from '../../cards/setup-preview.ts';
import { notice } from '../../cards/text/notices.ts';
import { setupText } from '../../cards/text/setup.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { askedAtMost, fallsBelowQuorum, wantsMoreThanAsked } from '../../store/committee/rules-choices.ts';
import { composed, differences, rolesIn } from '../../store/committee/rules-members.ts';
import { isConnected, objectIdOf, type Person } from '../../store/person/record.ts';
import type { Setup } from '../../store/setup/record.ts';
import { conversationIdFor } from '../ids.ts';
import { namesIn } from '../names.ts';
import { canAttach } from '../setup-aside.ts';
import { begunBy } from '../setup-begin.ts';
import { entriesAsSeen, peopleOf } from '../setup-people.ts';
import type { Deps, Post } from '../turn.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What is seen of a committee that is set up or changed. */
export const setupShows: Shows<
  | 'setup-greeting'
  | 'said-to'
  | 'setup-form'
  | 'setup-preview'
  | 'setup'
  | 'setup-attach'
  | 'settings-form'
  | 'seat-form'
> = {
  'setup-greeting': async (deps, _viewerId, { conversationId, mentioned }) => {
    const conversation = await deps.conversations.collection.get(conversationId);
    const adder = mentioned === undefined ? undefined : await mentionOf(deps, mentioned);
    return post(setupText.greetTitle, greetingCard(conversationId, conversation?.name, adder));
  },
  'said-to': async (deps, _viewerId, { personId, notice: code }) =>
    post(notice(code), saidToCard(await mentionOf(deps, personId), code)),

  'setup-form': async (deps, viewerId, { setupId, problems = [] }) => {
    const own = await ownSetup(deps, viewerId, setupId);
    if (typeof own === 'string') return said(own);
    return post(own.committeeId ? setupText.changeTitle : setupText.formTitle, setupFormCard(own, problems));
  },
  'setup-preview': async (deps, viewerId, { setupId, page = 0, problem }) => {
    const own = await ownSetup(deps, viewerId, setupId);
    if (typeof own === 'string') return said(own);
    if (own.plan === undefined) return post(setupText.formTitle, setupFormCard(own));
    const { committeeId } = own;
    if (committeeId === undefined) {
      const { entries } = await entriesAsSeen(deps, own.plan.lines);
      const isWithoutAuthor = entries.every(({ memberId }) => memberId !== viewerId);
      return post(setupText.previewTitle, setupPreviewCard(own, { page, problem, isWithoutAuthor }));
    }
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined || !mayRunRounds(committee, viewerId)) return said('not-for-you');
    return post(setupText.differenceTitle, await differenceIn(deps, viewerId, own, committee, problem));
  },
  setup: async (deps, viewerId, { committeeId, page = 0, notice: code }) => {
    const committees = await deps.committees.of(viewerId);
    if (committeeId === undefined && committees.length > 1)
      return post(setupText.chooseTitle, chooseSetupCard(committees));
    if (committeeId === undefined && committees.length === 0)
      return post(
        setupText.noneTitle,
        noCommitteeCard((await begunBy(deps, viewerId)).some(({ conversation }) => conversation === undefined)),
      );
    const committee = committees.find(({ id }) => id === committeeId) ?? (committeeId ? undefined : committees[0]);
    if (committee === undefined) return said('not-in-committee');
    return shownTo(deps, viewerId, committee, page, code);
  },
  'setup-attach': async (deps, viewerId, { conversationId, notice: code }) => {
    const conversation = await deps.conversations.collection.get(conversationId);
    if (conversation === undefined) return said('not-found');
    const own = (await deps.committees.of(viewerId)).filter((committee) =>
      canAttach(committee, viewerId, conversation),
    );
    const problem = code === undefined ? undefined : notice(code);
    return post(setupText.attachTitle, attachCard(conversationId, conversation.name, own, problem));
  },
  'settings-form': async (deps, viewerId, { committeeId, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    return post(setupText.settingsTitle, settingsCard(committee, { typed, problems }));
  },
  'seat-form': async (deps, viewerId, { committeeId, page, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const nameOf = namesAmong(await peopleOf(deps, committee));
    return post(setupText.seatTitle, seatCard(committee, { typed, problems, page, nameOf }));
  },
};

async function ownSetup(
  deps: Deps,
  viewerId: string,
  setupId: string,
): Promise<Setup | 'not-found' | 'not-your-form' | 'set-up-done'> {
  const setup = await deps.setups.collection.get(setupId);
  if (setup === undefined) return 'not-found';
  if (setup.by !== viewerId) return 'not-your-form';
  return setup.doneId === undefined ? setup : 'set-up-done';
}

/** How somebody is mentioned; whoever has no id in Teams is called by name alone. */
async function mentionOf(deps: Deps, personId: string): Promise<Mentioned> {
  const person = await deps.persons.collection.get(personId);
  const teamsId = person?.keys
    .find((key) => key.startsWith('teams:'))
    ?.split(':')
    .slice(2)
    .join(':');
  const id = (person && objectIdOf(person)) ?? person?.reference?.teamsId ?? teamsId;
  return { name: person?.name ?? '', ...(id !== undefined && { id }) };
}

const namesAmong = (people: ReadonlyMap<string, Person>) => (id: string) => people.get(id)?.name ?? 'Ukjent';

async function shownTo(
  deps: Deps,
  viewerId: string,
  committee: Committee,
  page: number,
  code: string | undefined,
): Promise<Post> {
  const { tenantId, conversation } = committee;
  const people = await peopleOf(deps, committee);
  const nameOf = await namesIn(deps, othersIn(committee));
  const known =
    conversation && (await deps.conversations.collection.get(conversationIdFor(tenantId, conversation.conversationId)));
  const card = committeeCard(committee, {
    rows: rowsOf(committee, people, nameOf),
    reach: {
      reached: [...people.values()].filter(({ reference }) => reference !== undefined).length,
      people: committee.people.length,
    },
    nameOf: (id) => people.get(id)?.name ?? nameOf(id),
    now: deps.now(),
    conversationName: conversation && (known?.name ?? setupText.unnamed),
    mayChange: mayRunRounds(committee, viewerId),
    page,
    said: code === undefined ? undefined : notice(code),
  });
  return post(setupText.title(committee.shortName), card);
}

/** Every seat in its order, then the secretaries who have none. */
export function rowsOf(
  committee: Committee,
  people: ReadonlyMap<string, Person>,
  nameOf: (personId: string) => string,
): Row[] {
  const all = rolesIn(committee);
  const holderOf = (personId: string | undefined) => {
    const person = personId === undefined ? undefined : people.get(personId);
    const roles = all.flatMap((one) => (one.personId === personId ? one.role : []));
    return { holder: personId && (person?.name ?? 'Ukjent'), roles, remark: person && remarkOn(person) };
  };
  const holders = new Set(committee.seats.map(({ memberId }) => memberId));
  const others = new Set(all.map(({ personId }) => personId).filter((personId) => !holders.has(personId)));
  const seated = committee.seats.map((seat) => ({
    ...holderOf(seat.memberId),
    seat,
    about: seatAbout(seat, (id) => people.get(id)?.name ?? nameOf(id)),
  }));
  return [...seated, ...[...others].map(holderOf)];
}

/** Those who are named in a committee's card and have no seat or role there. */
export function othersIn({ seats, life }: Committee): string[] {
  const contacts = seats.flatMap(({ appointing }) => appointing?.contactId ?? []);
  const planned = (life?.planned ?? []).flatMap(({ memberId, was }) =>
    [memberId, was].filter((id) => id !== undefined),
  );
  return [...new Set([...contacts, ...planned])];
}

/** What has to be known of somebody in a committee. */
export function remarkOn(person: Person): string | undefined {
  if (!isConnected(person)) return setupText.notConnected;
  return person.reference ? undefined : setupText.notReached;
}

async function differenceIn(
  deps: Deps,
  viewerId: string,
  setup: Setup,
  committee: Committee,
  problem: string | undefined,
) {
  const people = await peopleOf(deps, committee);
  const { entries, names } = await entriesAsSeen(deps, setup.plan?.lines ?? []);
  const after = composed(entries, committee.seats, (n) => `new:${n}`);
  const changed = differences(committee, after);
  const running = await deps.rounds.running([committee.id]);
  const isAsked = running.some(({ status, seats }) => {
    const touched = changed.flatMap((one) => ('seat' in one ? one.seat.id : []));
    return status === 'open' && seats.some(({ seatId }) => touched.includes(seatId));
  });
  const { approvalRule, askedGroup, quorum } = committee.settings;
  const changes = {
    differences: changed,
    nameOf: (id: string) => people.get(id)?.name ?? names.get(id) ?? 'Ukjent',
    hasRounds: isAsked,
    isBeyondRule: wantsMoreThanAsked(approvalRule, askedAtMost(after.seats, askedGroup)),
    belowQuorum: fallsBelowQuorum(committee, after.seats) ? quorum : undefined,
    losesRights: !mayRunRounds({ ...committee, ...after }, viewerId),
  };
  return differenceCard(setup, changes, { page: 0, problem });
}
