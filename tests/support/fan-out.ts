import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_TENANT } from '../../bot/local/demo.ts';
import type { Conversation, RoomPerson } from '../../bot/local/model.ts';
import { type Room, startRoom } from '../../bot/local/room.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { aBotProcess } from './presses.ts';
import { freePort } from './process.ts';
import { objectIdsOf, seedCommittee, seedDraft, withStore } from './rounds.ts';

const PATIENCE_MS = 90_000;
/** A Monday at 09.00 in Oslo: people may be contacted. */
const MONDAY = new Date('2026-03-02T08:00:00Z');
const REFERAT = 'referat_fan-out';

/** One committee in a room of its own, with the bot in a process of its own, about to open a round. */
export type FanOut = {
  readonly room: Room;
  readonly channelId: string;
  readonly personIds: readonly string[];
  /** The secretary presses «Send på e-postrunde»; resolves when that is answered. */
  readonly open: () => Promise<void>;
  /** How many messages of the bot's lie in everybody's 1:1 chat now, and in the channel. */
  readonly cards: () => readonly number[];
  readonly channelCards: () => number;
  /** Looks whenever the connector has answered something, until it is true. Throws when it takes too long. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** The status codes that the connector has answered, and how often. */
  readonly statuses: () => Readonly<Record<number, number>>;
  /** Stops the bot, and gives how many of the cards it has noted as delivered. */
  readonly delivered: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function aFanOut({ seats = 160, hasChats = true } = {}): Promise<FanOut> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-fan-out-'));
  const objectIds = objectIdsOf(seats);
  const persons = objectIds.map(
    (objectId, i): RoomPerson => ({
      id: `p${i}`,
      name: `Medlem ${i}`,
      title: 'Rådgiver',
      roles: 'UTV: medlem',
      email: `p${i}@example.no`,
      objectId,
      teamsId: `29:${objectId}`,
    }),
  );
  const personIds = persons.map(({ id }) => id);
  const [secretary = ''] = personIds;
  const channel: Conversation = {
    id: '19:fan-out@thread.tacv2',
    kind: 'channel',
    name: 'UTV',
    memberIds: personIds,
    hasBot: true,
  };
  const port = await freePort();
  const room = await startRoom({
    port: 0,
    botUrl: `http://127.0.0.1:${port}`,
    now: MONDAY,
    persons,
    chats: [channel],
  });
  const seen = new Map<number, number>();
  const watchers = new Set<() => void>();
  // the form that the secretary has before them
  const form = { id: room.world.nextId(), conversationId: `a:${objectIds[0]}`, at: MONDAY.toISOString() };
  room.world.record({ t: 'message', message: { ...form, card: { type: 'AdaptiveCard' }, state: 'sent', views: {} } });
  const posted = new Map<string, Set<string>>();
  room.world.onChange(({ conversationId, message }) => {
    if (message === undefined || message.personId !== undefined || message.id === form.id) return;
    posted.set(conversationId, (posted.get(conversationId) ?? new Set()).add(message.id));
  });
  const postedIn = (conversationId: string) => posted.get(conversationId)?.size ?? 0;
  room.log.onLine(({ direction, status }) => {
    if (direction !== 'from-bot') return;
    seen.set(status, (seen.get(status) ?? 0) + 1);
    for (const look of watchers) look();
  });
  await withStore(dataDir, async (engine) => {
    const where = { tenantId: DEMO_TENANT, serviceUrl: room.url, channelId: channel.id };
    const { committee } = await seedCommittee(engine, { ...where, seats, prefix: 'fan-out', hasChats });
    await seedDraft(engine, REFERAT, committee, MONDAY);
  });
  const ports = { PORT: String(port), ROOM_PORT: String(room.port) };
  const env = { PATH: process.env.PATH, ...ports, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const bot = await aBotProcess(() => env, port);
  return {
    room,
    channelId: channel.id,
    personIds,
    cards: () => objectIds.map((objectId) => postedIn(`a:${objectId}`)),
    channelCards: () => postedIn(channel.id),
    open: async () => {
      const data = { verb: 'round.open', referatId: REFERAT, revision: 1 };
      const answer = await room.api.press(secretary, form.id, { type: 'Action.Execute', verb: 'round.open', data });
      if (answer.kind !== 'card') throw new Error(`the press was answered with ${JSON.stringify(answer)}`);
    },
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!isSo()) return;
          watchers.delete(look);
          clearTimeout(late);
          resolve();
        };
        const late = setTimeout(() => reject(new Error('it takes too long')), PATIENCE_MS);
        watchers.add(look);
        look();
      }),
    statuses: () => Object.fromEntries(seen),
    delivered: async () => {
      await bot.end();
      return withStore(dataDir, async (engine) => {
        const round = await (await engine.collection(roundDefinition)).get(`round_${REFERAT}_1`);
        return round?.deliveries.filter(({ state }) => state === 'delivered').length ?? 0;
      });
    },
    close: async () => {
      await bot.end();
      await room.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
