import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Place } from './activities.ts';
import { BotLine } from './bot-line.ts';
import { Clock } from './clock.ts';
import { Connector } from './connector.ts';
import { DEMO_TENANT, LOCAL_APP_ID } from './demo.ts';
import { demoChats, demoRoomPersons } from './demo-room.ts';
import { Faults } from './faults.ts';
import { fileGateway } from './file-gateway.ts';
import { Files } from './files.ts';
import { connectorGateway } from './gateway.ts';
import { HttpError, sendError } from './http.ts';
import { type Budgets, Invoker, TEAMS_BUDGETS } from './invoker.ts';
import { openJournal } from './journal.ts';
import { roomKeys } from './keys.ts';
import { Limits } from './limits.ts';
import { ActivityLog } from './log.ts';
import { readManifest } from './manifest.ts';
import type { Conversation, RoomPerson } from './model.ts';
import { pageApi } from './page-api.ts';
import { type RoomApi, roomApi } from './room-api.ts';
import { type Handle, routes } from './routes.ts';
import { openShelf } from './shelf.ts';
import { Streams } from './stream.ts';
import { Striker } from './strike.ts';
import { tabApi } from './tab.ts';
import { World } from './world.ts';

const HOST = '127.0.0.1';

export type RoomOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly botUrl: string;
  /** Chats, clock and keys are kept here; without it the room forgets them when it closes. */
  readonly dataDir?: string;
  /** Where the clock starts, or is moved forward to. */
  readonly now?: Date;
  readonly appId?: string;
  readonly tenantId?: string;
  readonly persons?: readonly RoomPerson[];
  /** Group chats and channels: the demo's, with the demo's persons; else none. */
  readonly chats?: readonly Conversation[];
  /** The Teams app manifest: what the app offers. Without it nothing is offered. */
  readonly manifest?: string;
  /** How long the bot is waited for; Teams' own patience unless a test has less. */
  readonly budgets?: Budgets;
};

/** A running room. */
export type Room = {
  readonly url: string;
  readonly port: number;
  readonly api: RoomApi;
  readonly world: World;
  readonly clock: Clock;
  readonly log: ActivityLog;
  /** Faults that the connector shall have. */
  readonly faults: Faults;
  readonly files: Files;
  readonly close: () => Promise<void>;
};

/**
 * Starts the try-out room on 127.0.0.1: a small Teams of its own with one page, everyone's 1:1 chat with the bot,
 * group chats, channels, files, a connector that speaks Bot Framework's REST API, and a clock to move. Throws `EADDRINUSE` when the port is taken.
 */
export async function startRoom(options: RoomOptions): Promise<Room> {
  const { dataDir, appId = LOCAL_APP_ID, tenantId = DEMO_TENANT, persons = demoRoomPersons } = options;
  const { chats = options.persons ? [] : demoChats } = options;
  let handle: Handle | undefined;
  const server = createServer((request, response) => {
    const handled = handle ? handle(request, response) : Promise.reject(new HttpError(503, 'Starting', 'Starting.'));
    handled.catch((error: unknown) => sendError(response, error));
  });
  // the port first: a second room must not touch the data of the first
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${HOST}:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  try {
    if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
    const world = new World(persons, chats);
    const journal =
      dataDir === undefined ? undefined : openJournal(join(dataDir, 'journal.jsonl'), (record) => world.apply(record));
    world.settle();
    if (journal) world.keepIn(journal);
    const keys = await roomKeys(dataDir === undefined ? undefined : join(dataDir, 'keys.json'), appId);
    const log = new ActivityLog();
    const place: Place = { appId, tenantId, serviceUrl: url };
    const faults = new Faults();
    const line = new BotLine(options.botUrl, () => keys.channelToken(url), log, faults);
    const clock = new Clock(world, line, place);
    const striker = new Striker(faults, log);
    const files = new Files(world, openShelf(dataDir && join(dataDir, 'files')), url, keys.seal);
    const app = { ...readManifest(options.manifest), tab: `${options.botUrl}/tab/` };
    const invoker = new Invoker(line, options.budgets ?? TEAMS_BUDGETS);
    const api = roomApi({ world, invoker, clock, place, files }, app);
    const connector = new Connector(world, clock, new Limits(), tenantId);
    const streams = new Streams({ world, clock, line, log, connector, faults, app });
    handle = routes({
      url,
      port,
      appId,
      keys,
      gateway: connectorGateway({ connector, keys, striker }),
      files: fileGateway({ files, striker }),
      page: pageApi({ api, world, clock, log, streams, files, faults }),
      tab: tabApi({ world, keys, tenantId }),
      readClock: () => clock.read(),
    });
    clock.start(options.now);
    return {
      url,
      port,
      api,
      world,
      clock,
      log,
      faults,
      files,
      close: async () => {
        clock.close();
        await close();
        journal?.close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
