import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { receiver } from '../../bot/receive.ts';
import { tick } from '../../bot/scheduler.ts';
import type { Deps, IncomingFile, Place } from '../../bot/turn.ts';
import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { buttonOf, buttonsOf, inputsOf, linesOf } from './cards.ts';
import { inChat, SERVICE } from './circulation.ts';
import { aMeeting } from './meetings.ts';
import { aCommittee, aSeat, TENANT } from './records.ts';
import { aTeams, type Recorded } from './teams.ts';

/** What somebody gets to see at once: a card, or a sentence beside the one they pressed. */
export type Answer = { readonly card: Card; readonly said?: string };

/** The bot as people reach it, over a store of its own; nothing is delivered before a test says so. */
export type Proposing = Omit<BotStore, 'close'> & {
  readonly deps: Deps;
  readonly teams: Recorded;
  /** Writes to the bot and gives the newest card in the 1:1 chat after it is delivered. */
  readonly say: (personId: string, text: string, where?: Partial<Place>) => Promise<Card>;
  /** Presses a button of this card. `id`: of the press, when it is to come twice; `from`: another process. */
  readonly press: (
    personId: string,
    card: Card,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    how?: { readonly id?: string; readonly from?: Deps; readonly where?: Partial<Place> },
  ) => Promise<Answer>;
  /** Drops files into the 1:1 chat. */
  readonly drop: (personId: string, file: IncomingFile, bytes: Uint8Array) => Promise<Card>;
  readonly deliver: () => Promise<void>;
  /** The newest card in a chat. */
  readonly newest: (chat: string) => Card;
  /** How many messages a chat has got. */
  readonly count: (chat: string) => number;
  readonly sakerOf: (personId: string) => Promise<readonly Sak[]>;
  readonly end: () => Promise<void>;
};

export const ssu = aCommittee({ conversation: { serviceUrl: SERVICE, conversationId: '19:ssu' } });
export const fsu = aCommittee({
  id: 'committee-2',
  name: 'Faglig samarbeidsutvalg for barn og unge',
  shortName: 'FSU BU',
  seats: [aSeat('ida', { represents: 'bruker', name: 'Ungdomsrådet' }), aSeat('eva')],
  roles: { chairId: 'guro', secretariatIds: ['aud'] },
  people: ['ida', 'eva', 'guro', 'aud'],
});

export const april = aMeeting();
export const may = aMeeting({
  id: 'meeting-2',
  startsAt: new Date('2026-05-12T10:00:00Z'),
  endsAt: new Date('2026-05-12T12:00:00Z'),
});

/** What people read in a card, and its buttons. */
export const textOf = (card: Card) => linesOf(card).join('\n');
export const titlesOf = (card: Card) => buttonsOf(card).map(({ title }) => title);

const PEOPLE = ['kari', 'ola', 'per', 'lise', 'nina', 'siv', 'ida', 'eva', 'guro', 'aud', 'ute'];

/** Two committees of an organisation with their people, and Ute, who is in none of them. */
export async function aProposing(
  meetings: readonly Meeting[] = [],
  committees: readonly Committee[] = [ssu, fsu],
): Promise<Proposing> {
  const { close: end, ...store } = aBotStore();
  const deps = await store.connect();
  const teams = aTeams();
  for (const committee of committees) {
    const keys = committee.conversation ? [`conversation:${TENANT}:${committee.conversation.conversationId}`] : [];
    await deps.committees.collection.insert({ ...committee, keys });
  }
  for (const meeting of meetings) await deps.meetings.collection.insert(meeting);
  for (const id of PEOPLE) await deps.persons.collection.insert(inChat(id));
  const all = deliveries(deps, teams);
  const shell = { now: deps.realNow, report: () => {} };
  const deliver = async () => {
    for (let tried = 1; tried > 0; ) {
      const passes = [await deliverDue(all.persons, shell), await deliverDue(all.saker, shell)];
      await Promise.all(passes.flatMap(({ sent }) => sent));
      tried = passes.reduce((sum, pass) => sum + pass.tried, 0);
    }
  };
  let serial = 0;
  const sender = (personId: string, where: Partial<Place> = {}, id = `activity-${++serial}`) => ({
    activityId: id,
    from: { tenantId: TENANT, objectId: personId, teamsId: `29:${personId}`, name: personId },
    place: { conversationId: `chat-${personId}`, kind: 'personal', serviceUrl: SERVICE, ...where } as const,
  });
  const receive = (from: Deps = deps) => receiver(from, { deliverSoon: () => {}, moveClock: () => {} });
  const posts = (chat: string) => teams.requests.filter((request) => request.chat === chat && request.post);
  const newest = (chat: string) => {
    const post = posts(chat).at(-1)?.post;
    if (post === undefined) throw new Error(`nothing was sent to ${chat}`);
    return post.card;
  };
  return {
    ...store,
    deps,
    teams,
    deliver,
    newest,
    end,
    count: (chat) => posts(chat).length,
    sakerOf: (personId) => deps.saker.proposedBy(personId),
    async say(personId, text, where) {
      await receive()({ kind: 'message', text, files: [], ...sender(personId, where) });
      await deliver();
      return newest(`chat-${personId}`);
    },
    async press(personId, card, title, inputs = {}, { id, from, where } = {}) {
      const shown = Object.fromEntries(inputsOf(card).map((input) => [input.id, input.value ?? '']));
      const { data, associatedInputs } = buttonOf(card, title);
      const sent = associatedInputs === 'none' ? data : { ...data, ...shown, ...inputs };
      const answer = await receive(from)({ kind: 'card-action', data: sent, ...sender(personId, where, id) });
      if (answer?.kind === 'card') return { card: answer.card };
      // a dialog has other buttons, and the same lines and inputs
      if (answer?.kind === 'dialog') return { card: answer.card as unknown as Card };
      return { card, said: answer?.kind === 'message' ? answer.text : '' };
    },
    async drop(personId, file, bytes) {
      teams.file = bytes;
      await receive()({ kind: 'message', text: '', files: [file], ...sender(personId) });
      await deliver();
      return newest(`chat-${personId}`);
    },
  };
}

/** What the scheduler does at a time of the committee's clock. */
export async function tickOf({ deps }: Proposing): Promise<void> {
  await tick(deps, (_id, error) => {
    throw error;
  });
}
