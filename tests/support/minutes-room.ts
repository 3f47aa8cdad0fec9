import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { receiver } from '../../bot/receive.ts';
import { type Deps, type InvokeAnswer, UndeliveredError } from '../../bot/turn.ts';
import type { Card } from '../../cards/elements.ts';
import { type Ballot, newBallot } from '../../store/ballot/record.ts';
import type { Committee } from '../../store/committee/record.ts';
import { type Meeting, newMeeting } from '../../store/meeting/record.ts';
import { newSak, type Sak } from '../../store/sak/record.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { buttonOf, inputsOf, wordsOf } from './cards.ts';
import { inChat, SERVICE } from './circulation.ts';
import { aCommittee, NOW, TENANT } from './records.ts';
import { aTeams, type Recorded } from './teams.ts';

/** A sak of `committee-1` that stands on an agenda, with its number. */
export function aNumberedSak(id: string, changes: Partial<Sak> = {}): Sak {
  return {
    ...newSak({
      id,
      tenantId: TENANT,
      committeeId: 'committee-1',
      status: 'scheduled',
      title: `Sak om ${id}`,
      from: 'Tromsø kommune',
      proposedBy: 'kari',
      form: 'full',
      proposal: [`SSU tar saken om ${id} til orientering.`],
      openIn: 'committee-1',
      meetingId: 'meeting-1',
      number: '05/26',
    }),
    ...changes,
  };
}

/** A meeting of `committee-1` that began an hour ago, with these saker on its agenda. */
export function aBegunMeeting(saker: readonly Pick<Sak, 'id'>[], changes: Partial<Meeting> = {}): Meeting {
  const startsAt = new Date(NOW.getTime() - 60 * 60_000);
  const fields = { id: 'meeting-1', tenantId: TENANT, committeeId: 'committee-1', startsAt, endsAt: NOW };
  return {
    ...newMeeting({ ...fields, mode: 'digitalt' }),
    state: 'called',
    items: saker.map(({ id: sakId }) => ({ sakId })),
    ...changes,
  };
}

/** An open voting of Kari's seat in `meeting-1`. */
export function aBallot(changes: Partial<Ballot> = {}): Ballot {
  const voter = { seatId: 'seat-kari', seatName: 'kari kommune', holderId: 'kari', holderName: 'Kari' };
  const fields = { id: 'ballot-1', tenantId: TENANT, committeeId: 'committee-1', meetingId: 'meeting-1', sakId: 'a' };
  const opened = { question: 'Ja?', secret: false, openedBy: 'siv', openedAt: NOW, voters: [voter], recused: [] };
  return { ...newBallot({ ...fields, ...opened }), ...changes };
}

/** Something that `committee-1` has decided that somebody does. */
export function aTiltak(changes: Partial<Tiltak> = {}): Tiltak {
  const fields = { id: 'tiltak-1', tenantId: TENANT, committeeId: 'committee-1', text: 'Hent tall' };
  return { ...newTiltak({ ...fields, source: { sakId: 'a' } }), ...changes };
}

/** A card as somebody has it. */
export type Held = { readonly person: string; readonly card: Card };

/** A committee in its meeting, the store it lies in, and Teams at the other side. */
export type MinutesRoom = Omit<BotStore, 'close'> & {
  readonly deps: Deps;
  readonly teams: Recorded;
  /** What a press is answered with. */
  readonly press: (person: string, data: object) => Promise<InvokeAnswer | undefined>;
  /** The card that a press is answered with. */
  readonly show: (person: string, data: object) => Promise<Held>;
  /** The card that a button of this card is answered with. */
  readonly click: (held: Held, title: string, inputs?: Readonly<Record<string, string>>) => Promise<Held>;
  /** Sends and settles all that is due by now. */
  readonly deliver: () => Promise<void>;
  /** All that was ever sent to this person's chat, as one text; and the newest card there. */
  readonly wordsTo: (person: string) => string;
  readonly newest: (person: string) => Held;
  readonly end: () => Promise<void>;
};

const PEOPLE = ['kari', 'ola', 'per', 'siv', 'lise', 'nina'];
/** Vera Vik, whom Teams' people picker knows by this id. */
export const VERA = '99999999-9999-4999-8999-999999999999';

/** The meeting's committee, its saker and everybody's chats. `people`: those who have one. */
export async function aMinutesRoom({
  committee = aCommittee(),
  meetings,
  saker,
}: {
  readonly committee?: Committee;
  readonly meetings: readonly Meeting[];
  readonly saker: readonly Sak[];
}): Promise<MinutesRoom> {
  const { close: end, ...store } = aBotStore();
  const deps = await store.connect();
  const teams = aTeams();
  const outboxes = deliveries(deps, teams);
  const receive = receiver(deps, { deliverSoon: () => {}, moveClock: () => {} });
  const shell = { now: deps.realNow, report: () => {} };
  await deps.committees.collection.insert(committee);
  for (const meeting of meetings) await deps.meetings.collection.insert(meeting);
  for (const sak of saker) await deps.saker.collection.insert(sak);
  for (const id of PEOPLE) await deps.persons.collection.insert(inChat(id));
  await deps.persons.collection.insert({ ...inChat(VERA), name: 'Vera Vik' });
  let activities = 0;

  const press: MinutesRoom['press'] = (person, data) =>
    receive({
      kind: 'card-action',
      activityId: `activity-${++activities}`,
      from: { tenantId: TENANT, objectId: person, teamsId: `29:${person}`, name: person },
      place: { conversationId: `chat-${person}`, kind: 'personal', serviceUrl: SERVICE },
      data,
    });
  const show: MinutesRoom['show'] = async (person, data) => {
    const answer = await press(person, data);
    if (answer?.kind !== 'card') throw new Error(`no card, but ${JSON.stringify(answer)}`);
    return { person, card: answer.card };
  };
  const sentTo = (person: string) =>
    teams.requests.flatMap(({ chat, post }) => (chat === `chat-${person}` && post ? [post.card] : []));
  return {
    ...store,
    deps,
    teams,
    end,
    press,
    show,
    click: ({ person, card }, title, inputs = {}) => show(person, { ...buttonOf(card, title).data, ...inputs }),
    async deliver() {
      for (let tried = 1; tried > 0; ) {
        const { meetings, ballots, saker, rounds, persons } = outboxes;
        const passes = [
          await deliverDue(meetings, shell),
          await deliverDue(ballots, shell),
          await deliverDue(saker, shell),
          await deliverDue(rounds, shell),
          await deliverDue(persons, shell),
        ];
        await Promise.all(passes.flatMap(({ sent }) => sent));
        tried = passes.reduce((sum, pass) => sum + pass.tried, 0);
      }
    },
    wordsTo: (person) => sentTo(person).map(wordsOf).join('\n'),
    newest(person) {
      const card = sentTo(person).at(-1);
      if (card === undefined) throw new Error(`nothing was sent to ${person}`);
      return { person, card };
    },
  };
}

/** What a form has in it, as somebody who changes nothing would send it. */
export function filledIn({ card }: Held): Record<string, string> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
}

/** From now on Teams refuses what goes to this person's chat. */
export function refuses(room: MinutesRoom, person: string): void {
  room.teams.answer = ({ chat }) => {
    if (chat === `chat-${person}`) throw new UndeliveredError('blocked', 'said no');
  };
}
