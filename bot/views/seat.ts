import {
  type Holder,
  seatChoiceCard,
  seatNewCard,
  seatOneCard,
  seatRemoveCard,
  seatVaraCard,
} from '../../cards/seat.ts';
import { seatText } from '../../cards/setup-members.ts';
import { seatTexts } from '../../cards/text/seat.ts';
import type { Person } from '../../store/person/record.ts';
import { namesIn } from '../names.ts';
import { acquaintedAs } from '../setup-people.ts';
import type { Deps } from '../turn.ts';
import { remarkOn } from './setup.ts';
import { ownCommittee, post, type Shows, said } from './view.ts';

/** What is seen of one seat, by those who may change it. */
export const seatShows: Shows<'seat' | 'seat-new' | 'seat-vara' | 'seat-remove'> = {
  seat: async (deps, viewerId, { committeeId, seatId, page, notice, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    const seat = committee.seats.find(({ id }) => id === seatId);
    if (seat === undefined) {
      const nameOf = await namesIn(deps, committee.people);
      const gone = seatId === undefined ? problems : ['no-such-seat'];
      return post(seatTexts.chooseTitle, seatChoiceCard(committee, { page, nameOf, problems: gone }));
    }
    const holder = await holderOf(deps, seat.memberId);
    return post(seatTexts.title(seatText(seat)), seatOneCard(committee, seat, { typed, problems, holder, notice }));
  },

  'seat-new': async (deps, viewerId, { committeeId, typed = {}, problems = [] }) => {
    const committee = await ownCommittee(deps, viewerId, committeeId);
    if (typeof committee === 'string') return said(committee);
    return post(seatTexts.newTitle, seatNewCard(committee, { typed, problems }));
  },

  'seat-vara': async (deps, viewerId, { committeeId, seatId, typed = {}, problems = [] }) => {
    const known = await seatIn(deps, viewerId, committeeId, seatId);
    if (typeof known === 'string') return said(known);
    const { committee, seat } = known;
    return post(seatTexts.varaTitle(seatText(seat)), seatVaraCard(committee, seat, { typed, problems }));
  },

  'seat-remove': async (deps, viewerId, { committeeId, seatId, problem }) => {
    const known = await seatIn(deps, viewerId, committeeId, seatId);
    if (typeof known === 'string') return said(known);
    const { committee, seat } = known;
    const holder = (await holderOf(deps, seat.memberId))?.name;
    return post(seatTexts.removeTitle(seatText(seat)), seatRemoveCard(committee, seat, { holder, problem }));
  },
};

async function seatIn(deps: Deps, viewerId: string, committeeId: string, seatId: string) {
  const committee = await ownCommittee(deps, viewerId, committeeId);
  if (typeof committee === 'string') return committee;
  const seat = committee.seats.find(({ id }) => id === seatId);
  return seat ? { committee, seat } : 'not-found';
}

async function holderOf({ persons }: Deps, memberId: string | undefined): Promise<Holder | undefined> {
  if (memberId === undefined) return undefined;
  const person: Person | undefined = await persons.collection.get(memberId);
  if (person === undefined) return { name: 'Ukjent' };
  return { name: person.name, email: acquaintedAs(person).email, remark: remarkOn(person) };
}
