import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { receiver } from '../../bot/receive.ts';
import { tick } from '../../bot/scheduler.ts';
import { type Deps, UndeliveredError } from '../../bot/turn.ts';
import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import { type Digest, digestIdOf } from '../../store/digest/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Person } from '../../store/person/record.ts';
import type { Unreached } from '../../store/round/record.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { planned } from '../../store/tiltak/rules-ask.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { buttonOf, buttonsOf, linesOf } from './cards.ts';
import { inChat, SERVICE } from './circulation.ts';
import { aCommittee, NOW, TENANT } from './records.ts';
import { aTeams, type Recorded } from './teams.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** A tiltak of the committee that everybody knows, Kari's to answer for, as it is planned when it comes. */
export function ofKari(
  changes: Partial<Parameters<typeof newTiltak>[0]> & { readonly id?: string } = {},
  at = NOW,
): Tiltak {
  const { id = 'tiltak-1', ...rest } = changes;
  const fields = { id, tenantId: TENANT, committeeId: 'committee-1', text: `Hent tall (${id})` };
  const made = newTiltak({ ...fields, contactIds: ['kari'], ...rest });
  return planned({ ...made, history: [{ at, by: 'siv', what: 'imported' }] }, at);
}

/** Tiltak, the people who are asked about them, and Teams at the other side; nothing happens before a test says so. */
export type Chase = Omit<BotStore, 'close'> & {
  readonly deps: Deps;
  readonly teams: Recorded;
  /** What the scheduler and the deliveries do until nothing is left, by a program of its own where one is named. */
  readonly run: (by?: Deps) => Promise<void>;
  /** What they do at this time of the committee's clock. */
  readonly runAt: (time: string | Date) => Promise<void>;
  /** The digests that somebody was sent, the newest last. */
  readonly cards: (personId: string) => readonly Card[];
  readonly newest: (personId: string) => Card;
  /** Presses a button and gives the card that comes in its place. */
  readonly press: (
    personId: string,
    card: Card,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    id?: string,
  ) => Promise<Card>;
  readonly tiltak: (id?: string) => Promise<Tiltak>;
  readonly digest: (personId: string) => Promise<Digest | undefined>;
  /** From now on Teams refuses what goes to this person's chat. */
  readonly refuse: (personId: string, why: Unreached | 'for-now') => void;
  readonly end: () => Promise<void>;
};

export const wordsIn = (card: Card) => linesOf(card).join('\n');

/** Whether a card is somebody's digest, and no other news. */
export const isDigest = (card: Card) => buttonsOf(card).some(({ verb }) => verb === 'digest.rhythm');

const PEOPLE = ['kari', 'ola', 'per', 'siv', 'lise', 'nina'];

export async function aChase({
  tiltak = [],
  committees = [aCommittee()],
  meetings = [],
  people = PEOPLE.map((id) => inChat(id)),
  folder,
}: {
  readonly tiltak?: readonly Tiltak[];
  readonly committees?: readonly Committee[];
  readonly meetings?: readonly Meeting[];
  readonly people?: readonly Person[];
  readonly folder?: string;
}): Promise<Chase> {
  const { close: end, ...store } = aBotStore(folder);
  const deps = await store.connect();
  const teams = aTeams();
  await Promise.all([
    ...committees.map((committee) => deps.committees.collection.insert(committee)),
    ...meetings.map((meeting) => deps.meetings.collection.insert(meeting)),
    ...people.map((person) => deps.persons.collection.insert(person)),
    ...tiltak.map((one) => deps.tiltak.collection.insert(one)),
  ]);
  const run = async (by = deps) => {
    const all = deliveries(by, teams);
    const shell = { now: by.realNow, report: () => {} };
    const fail = (_id: string, error: unknown) => {
      throw error;
    };
    for (let went = 1; went > 0; ) {
      went = await tick(by, fail);
      const before = went;
      for (const outbox of [all.meetings, all.tiltak, all.digests]) {
        for (let tried = 1; tried > 0; ) {
          const pass = await deliverDue(outbox as typeof all.tiltak, shell);
          await Promise.all(pass.sent);
          tried = pass.tried;
          went += tried;
        }
      }
      // what is to come together waits a few seconds
      if (went > 0) store.clock.realNow = new Date(store.clock.realNow.getTime() + 5000);
      if (before === 0 && went === 0) return;
    }
  };
  let serial = 0;
  const cards = (personId: string) =>
    teams.requests.flatMap(({ kind, chat, post }) =>
      kind === 'post' && chat === `chat-${personId}` && post && isDigest(post.card) ? [post.card] : [],
    );
  const receive = receiver(deps, { deliverSoon: () => {}, moveClock: () => {} });
  return {
    ...store,
    deps,
    teams,
    run,
    end,
    cards,
    async runAt(time) {
      store.clock.now = new Date(time);
      await run();
    },
    newest(personId) {
      const card = cards(personId).at(-1);
      if (card === undefined) throw new Error(`nothing was sent to ${personId}`);
      return card;
    },
    async press(personId, card, title, inputs = {}, id = `activity-${++serial}`) {
      const answer = await receive({
        kind: 'card-action',
        activityId: id,
        from: { tenantId: TENANT, objectId: personId, teamsId: `29:${personId}`, name: personId },
        place: { conversationId: `chat-${personId}`, kind: 'personal', serviceUrl: SERVICE },
        data: { ...buttonOf(card, title).data, ...inputs },
      });
      if (answer?.kind !== 'card') throw new Error(`no card, but ${JSON.stringify(answer)}`);
      return answer.card;
    },
    async tiltak(id = 'tiltak-1') {
      const found = await deps.tiltak.collection.get(id);
      if (found === undefined) throw new Error(`no tiltak ${id}`);
      return found;
    },
    digest: (personId) => deps.digests.collection.get(digestIdOf(personId)),
    refuse(personId, why) {
      teams.answer = ({ chat }) => {
        if (chat === `chat-${personId}`) throw new UndeliveredError(why, 'said no');
      };
    },
  };
}
