import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { agendaBuildHandlers } from '../../bot/actions/agenda-build.ts';
import { agendaOf, contentOf } from '../../bot/agenda.ts';
import { deliveries } from '../../bot/deliver.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { openRecords } from '../../bot/records.ts';
import type { Deps } from '../../bot/turn.ts';
import type { Stored } from '../../store/effect.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { inChat, SERVICE } from './circulation.ts';
import { someLinks } from './links.ts';
import { NOW, TENANT } from './records.ts';
import { aTeams } from './teams.ts';

// a process that sends agendas on command: `agenda-child.ts ADDRESS`, then lines on its input:
// `send MEETING PERSON [KILLED-AFTER-WRITES]` and `deliver`
const [address = ''] = process.argv.slice(2);
/** Longer than any lease: what a process that died had claimed is taken over. */
const LEASE_MS = 60 * 60 * 1000;
// written at once, so that a line that was written survives the process
const say = (line: string) => writeSync(1, `${line}\n`);

let writesLeft = Number.POSITIVE_INFINITY;

/** A collection whose process dies right after the last write that it is allowed. */
function mortal<T extends Stored>(collection: Collection<T>): Collection<T> {
  const count = <R>(outcome: R): R => {
    if (--writesLeft <= 0) process.kill(process.pid, 'SIGKILL');
    return outcome;
  };
  return {
    get: (id) => collection.get(id),
    getByKey: (key) => collection.getByKey(key),
    find: (where, options) => collection.find(where, options),
    count: (where, options) => collection.count(where, options),
    insert: async (record) => count(await collection.insert(record)),
    replace: async (record, expected) => count(await collection.replace(record, expected)),
  };
}

const engine = await mongoEngine(address, { onUnreadable: () => {} });
const records = await openRecords(engine);
const deps: Deps = {
  ...records,
  meetings: { ...records.meetings, collection: mortal(records.meetings.collection) },
  numbers: { collection: mortal(records.numbers.collection) },
  roster: aTeams(),
  allowedTenants: [TENANT],
  links: someLinks,
  now: () => NOW,
  realNow: () => new Date(),
};
const outboxes = deliveries(deps, aTeams());

async function send(meetingId: string, personId: string): Promise<void> {
  const agenda = await agendaOf(deps, meetingId);
  if (agenda === undefined) throw new Error(`no meeting ${meetingId}`);
  const turn = {
    person: inChat(personId),
    tenantId: TENANT,
    place: { conversationId: `chat-${personId}`, kind: 'personal', serviceUrl: SERVICE },
    turnId: `turn-${meetingId}`,
    receivedAt: NOW,
  } as const;
  const { agendaRevision: revision } = agenda.meeting;
  await agendaBuildHandlers['agenda.send'](deps, turn, {
    verb: 'agenda.send',
    meetingId,
    revision,
    seen: contentOf(agenda),
  });
}

async function deliver(): Promise<void> {
  const shell = { now: () => new Date(Date.now() + LEASE_MS), report: () => {} };
  for (let tried = 1; tried > 0; ) {
    const pass = await deliverDue(outboxes.meetings, shell);
    await Promise.all(pass.sent);
    tried = pass.tried;
  }
}

say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [word, meetingId = '', personId = '', killedAfter] = line.split(' ');
  writesLeft = killedAfter === undefined ? Number.POSITIVE_INFINITY : Number(killedAfter);
  if (word === 'end') break;
  try {
    if (word === 'send') await send(meetingId, personId);
    else await deliver();
    say(`done ${line}`);
  } catch (error) {
    say(`failed ${(error as Error).message}`);
  }
}
process.exit();
