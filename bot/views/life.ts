import { appointingCard, appointingSeatCard, closeCard, lifeFormCard } from '../../cards/life-forms.ts';
import { lifeNewsCard, seatChangedCard } from '../../cards/life-news.ts';
import { lifeText, newsText, seatChangedText } from '../../cards/text/life.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { contactsOf } from '../../store/committee/rules-life.ts';
import { isConnected } from '../../store/person/record.ts';
import { dayOf } from '../../store/time.ts';
import { namesIn } from '../names.ts';
import { runningIn } from '../running.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What is seen of a committee's own life. */
export const lifeShows: Shows<'life-news' | 'seat-changed' | 'life-form' | 'appointing-form' | 'close-form'> = {
  'life-news': async (deps, viewerId, { committeeId, what, on }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return said('not-found');
    const contacts = contactsOf(committee);
    const people = await Promise.all(contacts.map((id) => deps.persons.collection.get(id)));
    const named = (isReached: boolean) =>
      people.flatMap((person) => (person && isConnected(person) === isReached ? person.name : []));
    const today = dayOf(deps.now());
    const card = lifeNewsCard(committee, {
      what,
      on,
      today,
      runs: mayRunRounds(committee, viewerId),
      isContact: contacts.includes(viewerId),
      contacts: { reached: named(true), unreached: named(false) },
    });
    return post(newsText(committee.name, what, on, today), card);
  },

  'seat-changed': async (deps, viewerId, { committeeId, seatId, memberId, on, outcome }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return said('not-found');
    const runs = mayRunRounds(committee, viewerId);
    const isHolder = viewerId === memberId;
    if (!runs && !isHolder) return said('not-for-you');
    const name = memberId && (await namesIn(deps, [memberId]))(memberId);
    const card = seatChangedCard(committee, { seatId, name, on, outcome, isHolder, runs });
    return post(outcome === 'moved' ? seatChangedText.movedTitle : seatChangedText.notMovedTitle, card);
  },

  'life-form': async (deps, viewerId, { committeeId, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    return post(lifeText.formTitle, lifeFormCard(committee, { typed, problems }));
  },

  'appointing-form': async (deps, viewerId, { committeeId, seatId, page, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const seat = committee.seats.find(({ id }) => id === seatId);
    if (seat === undefined) {
      const nameOf = await namesIn(deps, committee.people);
      const gone = seatId === undefined ? problems : ['no-such-seat'];
      return post(lifeText.appointingTitle, appointingSeatCard(committee, { page, nameOf, problems: gone }));
    }
    const contactId = seat.appointing?.contactId;
    const contact = contactId && (await namesIn(deps, [contactId]))(contactId);
    return post(lifeText.appointingTitle, appointingCard(committee, seat, { typed, problems, contact }));
  },

  'close-form': async (deps, viewerId, { committeeId, problem }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const { running, remaining } = await runningIn(deps, committeeId);
    const card = closeCard(committee, { running, remaining, problem });
    return post(lifeText.closeTitle(committee.shortName), card);
  },
};
