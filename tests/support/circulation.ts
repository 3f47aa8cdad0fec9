import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { tick } from '../../bot/scheduler.ts';
import { type Deps, UndeliveredError } from '../../bot/turn.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Person } from '../../store/person/record.ts';
import type { Round } from '../../store/round/record.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { wordsOf } from './cards.ts';
import { aCommittee, accepted, aPerson, aReferat, DEADLINE } from './records.ts';
import { aTeams, type Recorded, type Request } from './teams.ts';

export const ROUND = 'round_referat-1_1';
export const SERVICE = 'https://a.example/';

/** Somebody who has a 1:1 chat with the bot, `chat-<id>`. */
export const inChat = (id: string) =>
  aPerson(id, {
    serviceUrl: SERVICE,
    reference: { serviceUrl: SERVICE, conversationId: `chat-${id}`, teamsId: `29:${id}` },
  });

/** A round, the store it lies in and Teams at the other side; nothing is delivered before a test says so. */
export type Circulation = Omit<BotStore, 'close'> & {
  readonly deps: Deps;
  readonly teams: Recorded;
  /** Opens a round over Kari's and Ola's seats for Siv; these are the people that the bot has heard of. */
  readonly open: (people?: readonly Person[], committee?: Committee) => Promise<unknown>;
  /** Sends and settles all that is due by now. */
  readonly deliver: () => Promise<void>;
  /** What the scheduler does, by the committee's clock. */
  readonly tick: () => Promise<unknown>;
  /** The deadline passes, and the scheduler sees it. */
  readonly close: () => Promise<unknown>;
  readonly round: () => Promise<Round>;
  /** From now on Teams refuses what goes to this chat. */
  readonly refuse: (chat: string, why: UndeliveredError['why']) => void;
  /** Teams takes everything again. */
  readonly relent: () => void;
  readonly chats: (kind: Request['kind']) => readonly string[];
  /** All that was ever sent to this chat, as one text. */
  readonly wordsTo: (chat: string) => string;
  readonly end: () => Promise<void>;
};

export async function aCirculation(): Promise<Circulation> {
  const { close: end, ...store } = aBotStore();
  const deps = await store.connect();
  const teams = aTeams();
  const { rounds, meetings, persons } = deliveries(deps, teams);
  const shell = { now: deps.realNow, report: () => {} };
  const tickNow = () =>
    tick(deps, (_id, error) => {
      throw error;
    });
  return {
    ...store,
    deps,
    teams,
    end,
    tick: tickNow,
    async open(people = ['kari', 'ola', 'siv'].map(inChat), committee = aCommittee()) {
      await deps.committees.collection.insert(committee);
      await deps.referater.collection.insert(aReferat());
      for (const person of people) await deps.persons.collection.insert(person);
      const round = openRound(
        { committee, referat: aReferat(), revision: 1, nameOf: (id) => id, openedBy: 'siv' },
        { now: deps.now(), realNow: deps.realNow() },
      );
      return deps.rounds.collection.insert(accepted(round));
    },
    async deliver() {
      for (let tried = 1; tried > 0; ) {
        const passes = [
          await deliverDue(meetings, shell),
          await deliverDue(rounds, shell),
          await deliverDue(persons, shell),
        ];
        await Promise.all(passes.flatMap(({ sent }) => sent));
        tried = passes.reduce((sum, pass) => sum + pass.tried, 0);
      }
    },
    close() {
      store.clock.now = new Date(DEADLINE.getTime() + 5000);
      return tickNow();
    },
    round: async () => (await deps.rounds.collection.get(ROUND)) as Round,
    refuse(chat, why) {
      teams.answer = (request) => {
        if (request.chat === chat) throw new UndeliveredError(why, 'said no');
      };
    },
    relent() {
      teams.answer = () => undefined;
    },
    chats: (kind) =>
      teams.requests
        .filter((request) => request.kind === kind)
        .map(({ chat }) => chat)
        .toSorted(),
    wordsTo: (chat) =>
      teams.requests
        .filter((request) => request.chat === chat)
        .map(({ post }) => (post ? wordsOf(post.card) : ''))
        .join('\n'),
  };
}
