import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { end, freePort, startNode, until } from '../../support/process.ts';
import { aCardMessage, chatPath, KARI, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';
import { askRoom, chatIn } from '../../support/room-client.ts';

let dataDir: string;
const opened: TestRoom[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-room-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((made) => made.close()));
  await rm(dataDir, { recursive: true, force: true });
});

async function open(options: Parameters<typeof openRoom>[0] = {}): Promise<TestRoom> {
  const made = await openRoom({ dataDir, ...options });
  opened.push(made);
  return made;
}
const close = async (made: TestRoom) => {
  opened.splice(opened.indexOf(made), 1);
  await made.close();
};
const chat = ({ room }: TestRoom) => wholeChat(room, room.api.person('kari'));
const post = async (made: TestRoom, text: string) => {
  const { body } = await made.connector('POST', `${chatPath(KARI)}/activities`, aCardMessage(text));
  return (body as { readonly id: string }).id;
};

describe('a room that is opened again', () => {
  test('has everything as it was: messages, updates, deletions, answers on cards, what is read, the clock', async () => {
    const first = await open();
    await first.room.api.say('kari', 'hjelp');
    const updated = await post(first, 'før');
    await first.connector('PUT', `${chatPath(KARI)}/activities/${updated}`, aCardMessage('etter'));
    const deleted = await post(first, 'borte');
    await first.connector('DELETE', `${chatPath(KARI)}/activities/${deleted}`);
    const answered = await post(first, 'spørsmål');
    const card = aCardMessage('kvittering').attachments[0]?.content;
    first.bot.answer = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
    await first.room.api.press('kari', answered, { type: 'Action.Execute', verb: 'x' });
    first.room.api.read('kari', answered);
    await post(first, 'ulest');
    first.room.clock.moveTo(new Date('2026-05-05T08:00:00Z'));
    const before = { chat: chat(first), clock: first.room.clock.read().offsetMs };
    await close(first);

    const second = await open({ now: new Date('2026-01-01T00:00:00Z') });
    expect(chat(second)).toEqual(before.chat);
    expect(second.room.world.unread(KARI)).toBe(1);
    expect(second.room.clock.read().offsetMs).toBe(before.clock);
    await post(second, 'ny');
    expect(chat(second)).toHaveLength(before.chat.length + 1);
  });

  test('has its keys, so that a bot that runs on is not locked out; another room has others', async () => {
    const first = await open();
    const keys = async ({ room }: TestRoom) => (await fetch(`${room.url}/keys`)).text();
    const before = await keys(first);
    await close(first);
    expect(await keys(await open())).toBe(before);
    expect(await keys(await open({ dataDir: join(dataDir, 'other') }))).not.toBe(before);
  });

  test.runIf(process.platform !== 'win32')('has kept its keys to itself', async () => {
    await open();
    expect((await stat(join(dataDir, 'keys.json'))).mode & 0o077).toBe(0);
  });

  test('shows a message that was on its way as not delivered, and it can be sent again', async () => {
    const first = await open();
    first.bot.answer = () => ({ status: 500 });
    const { id } = await first.room.api.say('kari', 'hjelp');
    const journal = join(dataDir, 'journal.jsonl');
    await close(first);
    // the line that says how it went was never written
    const lines = (await readFile(journal, 'utf8')).split('\n').filter((line) => !line.includes('"t":"state"'));
    await writeFile(journal, lines.join('\n'));

    const second = await open();
    expect(chat(second)).toMatchObject([{ id, state: 'failed' }]);
    await second.room.api.sayAgain('kari', id);
    expect(chat(second)[0]).not.toHaveProperty('state');
    expect(second.bot.heard.at(-1)?.activity).toMatchObject({ id, text: 'hjelp' });
  });
});

describe('the journal', () => {
  test('loses a torn last line and nothing else', async () => {
    const first = await open();
    await post(first, 'hel');
    await close(first);
    await appendFile(join(dataDir, 'journal.jsonl'), '{"t":"message","mess');
    const second = await open();
    expect(JSON.stringify(chat(second))).toContain('hel');
    await post(second, 'neste');
    await close(second);
    expect(chat(await open())).toHaveLength(2);
  });

  test.each(['rubbish', '{"t":"unknown"}'])('with «%s» in it stops the start, and stays as it is', async (line) => {
    const first = await open();
    await close(first);
    const journal = join(dataDir, 'journal.jsonl');
    await appendFile(journal, `${line}\n`);
    const before = await readFile(journal, 'utf8');
    await expect(open()).rejects.toThrow(/journal\.jsonl kan ikke leses: linje \d+ er skadet/);
    expect(await readFile(journal, 'utf8')).toBe(before);
  });

  test('of a running room is not touched by a second room on the same port', async () => {
    const first = await open();
    const before = await readFile(join(dataDir, 'journal.jsonl'), 'utf8');
    const again = open({ port: first.room.port, now: new Date('2027-01-01T08:00:00Z') });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await readFile(join(dataDir, 'journal.jsonl'), 'utf8')).toBe(before);
  });

  test('is not there when nothing is to be kept', async () => {
    const { dataDir: _none, ...nothing } = { dataDir };
    const made = await openRoom(nothing);
    opened.push(made);
    await post(made, 'flyktig');
    expect(await readdir(dataDir)).toEqual([]);
  });
});

test('the room’s own process, killed at any moment, has all that it acknowledged', { timeout: 30_000 }, async () => {
  const program = fileURLToPath(new URL('../../../dist/bot/local/main.js', import.meta.url));
  const port = await freePort();
  const roomUrl = `http://127.0.0.1:${port}`;
  const run = async () => {
    const child = startNode([program, '--port', String(port), '--bot', 'http://127.0.0.1:1', '--data', dataDir], {});
    await until(async () => {
      if (!(await fetch(`${roomUrl}/clock`)).ok) throw new Error('not up yet');
    });
    return child;
  };
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const child = await run();
    const saying = Array.from({ length: 20 }, async (_, i) => {
      const { id } = (await askRoom(roomUrl, 'say', { person: 'aud', text: `melding ${round}.${i}` })) as {
        id: string;
      };
      acknowledged.push(id);
    });
    await Promise.race(saying);
    await end(child, 'SIGKILL');
    await Promise.allSettled(saying);
  }
  const child = await run();
  const kept = (await chatIn(roomUrl, 'aud')).map(({ id }) => id);
  await end(child);
  expect(acknowledged.length).toBeGreaterThan(2);
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(kept).size).toBe(kept.length);
});
