import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { BotLine } from './bot-line.ts';
import type { Clock } from './clock.ts';
import type { Connector } from './connector.ts';
import type { Faults } from './faults.ts';
import type { ActivityLog } from './log.ts';
import type { RoomPerson } from './model.ts';
import type { RoomEvent, Snapshot, WireApp, WirePerson } from './wire.ts';
import type { World } from './world.ts';

/** A reader that has not taken in this much is dropped; it comes back and gets a snapshot. */
const MAX_BEHIND = 8 * 1024 * 1024;

/** What a stream tells of. */
type Told = {
  readonly world: World;
  readonly clock: Clock;
  readonly line: BotLine;
  readonly log: ActivityLog;
  readonly connector: Connector;
  readonly faults: Faults;
  readonly app: WireApp;
};

type Reader = { readonly response: ServerResponse; readonly persons: ReadonlySet<string>; n: number };

/**
 * Server-sent events: one stream per page, for all persons it shows. A stream begins with a snapshot; whoever lost the
 * thread asks for a new one.
 */
export class Streams {
  private readonly boot = randomUUID();
  private readonly readers = new Set<Reader>();
  private readonly told: Told;

  constructor(told: Told) {
    this.told = told;
    const { world, clock, line, log, connector, faults } = told;
    world.onChange(({ personIds, conversationId: chat, message, roster }) => {
      if (roster) this.tell({ type: 'chats', persons: this.persons() });
      for (const id of personIds) {
        if (message) this.tell({ type: 'message', person: id, chat, message: world.seenBy(message, id) }, id);
        const person = world.roster.persons.get(id);
        if (person && chat !== '' && message?.personId !== id)
          this.tell({ type: 'unread', person: id, chat, unread: world.unreadIn(person, chat) });
      }
    });
    clock.onMove((moved) => this.tell({ type: 'clock', clock: moved }));
    line.onSwitch((answers) => this.tell({ type: 'bot', answers }));
    log.onLine((line) => this.tell({ type: 'log', line }));
    faults.onChange((waiting) => this.tell({ type: 'faults', faults: waiting }));
    connector.onTyping(({ id: chat, memberIds }) => {
      for (const person of memberIds) this.tell({ type: 'typing', person, chat }, person);
    });
  }

  open(response: ServerResponse, persons: readonly string[]): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    response.write(`event: snapshot\ndata: ${JSON.stringify(this.snapshot(persons))}\n\n`);
    const reader = { response, persons: new Set(persons), n: 0 };
    this.readers.add(reader);
    response.on('close', () => this.readers.delete(reader));
  }

  private snapshot(shown: readonly string[]): Snapshot {
    const { world, clock, line, log, faults, app } = this.told;
    const persons = shown.flatMap((id) => world.roster.persons.get(id) ?? []);
    return {
      boot: this.boot,
      clock: clock.read(),
      botAnswers: line.answers,
      persons: this.persons(),
      chats: Object.fromEntries(persons.map((person) => [person.id, this.chatsOf(person)])),
      log: log.lines(),
      faults: faults.list(),
      app,
    };
  }

  private persons(): readonly WirePerson[] {
    const { world } = this.told;
    return [...world.roster.persons.values()].map((person) => {
      const { id, name, title, roles, email, teamsId, objectId, tenantId } = person;
      return {
        ...{ id, name, title, roles, email },
        reach: world.roster.reachOf(id),
        organisation: tenantId === undefined ? 'own' : 'other',
        addresses: [teamsId, objectId],
        unread: world.unread(person),
        chats: world.chatsOf(person),
      };
    });
  }

  private chatsOf(person: RoomPerson) {
    const { world } = this.told;
    return Object.fromEntries(world.chatsOf(person).map(({ id }) => [id, world.chatOf(person, id)]));
  }

  /** To everybody, or only to those who show this person. */
  private tell(event: RoomEvent, onlyFor?: string): void {
    for (const reader of this.readers) {
      if (onlyFor !== undefined && !reader.persons.has(onlyFor)) continue;
      if (reader.response.writableLength > MAX_BEHIND) reader.response.destroy();
      else reader.response.write(`data: ${JSON.stringify({ n: ++reader.n, ...event })}\n\n`);
    }
  }
}
