import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { receiver } from '../../bot/receive.ts';
import { tick } from '../../bot/scheduler.ts';
import type { Deps, FileOffer, InvokeAnswer, Place, Receive } from '../../bot/turn.ts';
import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { buttonOf, wordsOf } from './cards.ts';
import { inChat, SERVICE } from './circulation.ts';
import { aCommittee, aSeat, TENANT } from './records.ts';
import { aTeams, type Recorded } from './teams.ts';

export const CHANNEL = '19:ssu@thread.tacv2';

/** A committee of Kari and Ola with votes and Per with none, that talks in a channel. */
export const inChannel = (changes: Partial<Committee> = {}) =>
  aCommittee({
    seats: [aSeat('kari'), aSeat('ola'), aSeat('per', { voting: false })],
    conversation: { serviceUrl: SERVICE, conversationId: CHANNEL },
    ...changes,
  });

/** A committee with its meetings, the store they lie in, and Teams at the other side. */
export type AgendaRoom = Omit<BotStore, 'close'> & {
  readonly deps: Deps;
  readonly teams: Recorded;
  /** What a press is answered with. `place`: the channel, or else the 1:1 chat. */
  readonly press: (person: string, data: object, place?: 'channel') => Promise<InvokeAnswer | undefined>;
  /** The card that a press is answered with. */
  readonly card: (person: string, data: object, place?: 'channel') => Promise<Card>;
  /** The card that a button of this card is answered with. */
  readonly click: (person: string, card: Card, title: string, inputs?: object, place?: 'channel') => Promise<Card>;
  /** What Teams says, as it is. */
  readonly receive: Receive;
  /** Somebody adds the bot to the channel or to their own Teams, or takes it out. */
  readonly presence: (person: string, kind: 'installed' | 'removed', place?: 'channel') => Promise<unknown>;
  /** The files that are offered to somebody, the oldest first. */
  readonly offers: (person: string) => readonly FileOffer[];
  /** Somebody takes an offered file; what arrives. */
  readonly take: (person: string, offer: FileOffer) => Promise<Uint8Array>;
  /** Sends and settles all that is due by now. */
  readonly deliver: () => Promise<void>;
  readonly tick: () => Promise<unknown>;
  readonly meeting: (id: string) => Promise<Meeting>;
  readonly wordsTo: (chat: string) => string;
  readonly end: () => Promise<void>;
};

const PEOPLE = ['kari', 'ola', 'per', 'siv', 'lise', 'nina', 'fremmed'];

export async function anAgendaRoom(
  committees: readonly Committee[],
  meetings: readonly Meeting[],
  saker: readonly Sak[] = [],
): Promise<AgendaRoom> {
  const { close: end, ...store } = aBotStore();
  const deps = await store.connect();
  const teams = aTeams();
  const outboxes = deliveries(deps, teams);
  const receive = receiver(deps, { deliverSoon: () => {}, moveClock: () => {} });
  const shell = { now: deps.realNow, report: () => {} };
  for (const committee of committees) await deps.committees.collection.insert(committee);
  for (const meeting of meetings) await deps.meetings.collection.insert(meeting);
  for (const sak of saker) await deps.saker.collection.insert(sak);
  for (const id of PEOPLE) await deps.persons.collection.insert(inChat(id));
  let activities = 0;

  const placeOf = (person: string, place?: 'channel'): Place =>
    place === 'channel'
      ? { conversationId: CHANNEL, kind: 'channel', serviceUrl: SERVICE }
      : { conversationId: `chat-${person}`, kind: 'personal', serviceUrl: SERVICE };
  const sent = (person: string, place?: 'channel') => ({
    activityId: `activity-${++activities}`,
    from: { tenantId: TENANT, objectId: person, teamsId: `29:${person}`, name: person },
    place: placeOf(person, place),
  });
  const press: AgendaRoom['press'] = (person, data, place) =>
    receive({ kind: 'card-action', ...sent(person, place), data });
  const card: AgendaRoom['card'] = async (person, data, place) => {
    const answer = await press(person, data, place);
    if (answer?.kind !== 'card') throw new Error(`no card, but ${JSON.stringify(answer)}`);
    return answer.card;
  };
  const deliver = async () => {
    for (let tried = 1; tried > 0; ) {
      const passes = [
        await deliverDue(outboxes.meetings, shell),
        await deliverDue(outboxes.committees, shell),
        await deliverDue(outboxes.nominations, shell),
        await deliverDue(outboxes.persons, shell),
        await deliverDue(outboxes.saker, shell),
        await deliverDue(outboxes.rounds, shell),
        await deliverDue(outboxes.conversations, shell),
        await deliverDue(outboxes.tiltak, shell),
        await deliverDue(outboxes.digests, shell),
      ];
      await Promise.all(passes.flatMap(({ sent: over }) => over));
      tried = passes.reduce((sum, pass) => sum + pass.tried, 0);
    }
  };
  return {
    ...store,
    deps,
    teams,
    end,
    press,
    card,
    deliver,
    receive,
    presence: (person, kind, place) => receive({ kind, ...sent(person, place) }),
    offers: (person) =>
      teams.requests.flatMap(({ chat, offer }) => (offer && chat === `chat-${person}` ? [offer] : [])),
    async take(person, { fileId, name }) {
      const upload = {
        uploadUrl: `https://files.example/${fileId}`,
        contentUrl: 'https://files.example/content',
        name,
        uniqueId: fileId,
        fileType: 'docx',
        serviceUrl: SERVICE,
        conversationId: `chat-${person}`,
      };
      await receive({ kind: 'file-consent', fileId, upload, ...sent(person) });
      await deliver();
      const arrived = teams.requests.findLast(({ kind, chat }) => kind === 'upload' && chat === upload.uploadUrl);
      if (arrived?.bytes === undefined) throw new Error(`«${name}» did not arrive`);
      return arrived.bytes;
    },
    click: (person, shown, title, inputs = {}, place) =>
      card(person, { ...buttonOf(shown, title).data, ...inputs }, place),
    tick: () =>
      tick(deps, (_id, error) => {
        throw error;
      }),
    meeting: async (id) => (await deps.meetings.collection.get(id)) as Meeting,
    wordsTo: (chat) =>
      teams.requests
        .filter((request) => request.chat === chat)
        .map(({ post }) => (post ? wordsOf(post.card) : ''))
        .join('\n'),
  };
}
