import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandsIn } from '../../bot/commands.ts';
import { schemaProblems } from '../../bot/manifest-schema.ts';
import { startPlatform } from '../support/platform.ts';
import { end, until } from '../support/process.ts';
import { chatIn, sayInRoom, snapshotOf } from '../support/room-client.ts';
import { childOf, isOpen, type Started, somewhere, start, startUp, stop, type Where } from '../support/start.ts';

const PATIENCE_MS = 30_000;

let where: Where;
const started: Started[] = [];
beforeEach(async () => {
  where = await somewhere(await mkdtemp(join(tmpdir(), 'utvalgsbot-start-')));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(stop));
  await rm(where.dataDir, { recursive: true, force: true });
});

const keep = (program: Started) => {
  started.push(program);
  return program;
};
const up = async (...args: readonly string[]) => keep(await startUp(where, args));
const nobodyListens = async () => !(await isOpen(where.port)) && !(await isOpen(where.roomPort));
const keysOf = async ({ roomUrl }: Started) => (await fetch(`${roomUrl}/keys`)).text();
const timeIn = async ({ roomUrl }: Started) => {
  const { now } = (await (await fetch(`${roomUrl}/clock`)).json()) as { readonly now: string };
  return new Date(now);
};

describe('npm start', { timeout: PATIENCE_MS }, () => {
  test('prints its addresses and four things to try; behind them are the room, the tab and a bot that answers', async () => {
    const program = await up();
    expect(program.said()).toContain(program.roomUrl);
    expect(program.said()).toMatch(/Fire ting å prøve:\n {2}1\. .+\n {2}2\. .+\n {2}3\. .+\n {2}4\. /);
    expect(await (await fetch(program.roomUrl)).text()).toContain('<title>Prøverommet');
    const [, tab = ''] = /Fanen «Oversikt» .+\n\n {2}(http:\S+)\n/.exec(program.said()) ?? [];
    expect(await (await fetch(tab)).text()).toContain(`data-room="${program.roomUrl}"`);
    await sayInRoom(program.roomUrl, 'aud', 'hjelp', 1);
  });

  test('shows the room what the app offers, by a manifest that Teams would take', async () => {
    const { roomUrl } = await up();
    const { app } = await snapshotOf(roomUrl);
    expect(app).toMatchObject({ name: 'Utvalgsbot', commands: commandsIn('personal') });
    const inChannels = app.commands.filter(({ kinds }) => kinds.includes('channel'));
    expect(inChannels).toMatchObject(commandsIn('channel'));
    const file = join(where.dataDir, 'room', 'manifest.json');
    expect(await schemaProblems(JSON.parse(await readFile(file, 'utf8')), '1.25')).toEqual([]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the bot and the room, and is no failure', async (signal) => {
    const program = await up();
    await end(program.child, signal);
    expect(program.child.exitCode).toBe(0);
    expect(await nobodyListens()).toBe(true);
  });

  test('killed, it takes the bot and the room with it', async () => {
    const program = await up();
    await end(program.child, 'SIGKILL');
    await until(async () => {
      if (!(await nobodyListens())) throw new Error('somebody still listens');
    });
  });

  test('a second start finds data, chats, clock and keys again', async () => {
    const first = await up('--now', '2031-05-05T07:00:00Z');
    await sayInRoom(first.roomUrl, 'aud', 'hjelp', 1);
    const before = { chat: await chatIn(first.roomUrl, 'aud'), keys: await keysOf(first), time: await timeIn(first) };
    await stop(first);

    const second = await up();
    expect(await chatIn(second.roomUrl, 'aud')).toEqual(before.chat);
    expect(await keysOf(second)).toBe(before.keys);
    expect((await timeIn(second)).getTime()).toBeGreaterThanOrEqual(before.time.getTime());
    await sayInRoom(second.roomUrl, 'aud', 'referat', 2);
    expect(JSON.stringify((await chatIn(second.roomUrl, 'aud')).at(-1))).toContain('Referat fra møte i SSU');
  });

  test('the room survives a bot that is killed, and Enter brings the bot back to the same chats', async () => {
    const program = await up();
    await sayInRoom(program.roomUrl, 'aud', 'hjelp', 1);
    process.kill(childOf(program, join('bot', 'main.')), 'SIGKILL');
    await program.says('Utvalgsbot har stoppet (SIGKILL). Prøverommet går videre.');
    expect(await chatIn(program.roomUrl, 'aud')).toHaveLength(2);
    expect(await isOpen(where.port)).toBe(false);

    program.type('');
    await program.says('Utvalgsbot er i gang igjen.');
    await sayInRoom(program.roomUrl, 'aud', 'referat', 2);
  });

  test('a room that ends takes the bot with it, and that is a failure', async () => {
    const program = await up();
    process.kill(childOf(program, join('local', 'main.')), 'SIGKILL');
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('Prøverommet har stoppet (SIGKILL)');
    expect(await nobodyListens()).toBe(true);
  });

  test('--now sets the clock, as long as it is not set back', async () => {
    const first = await up('--now', '2031-05-05T07:00:00Z');
    expect((await timeIn(first)).toISOString()).toMatch(/^2031-05-05T07:00/);
    await stop(first);
    const second = await up('--now', '2030-01-01T07:00:00Z');
    expect((await timeIn(second)).toISOString()).toMatch(/^2031-05-05T07:0/);
    expect(second.said()).toContain('Klokka i prøverommet går bare framover');
  });

  test('lets nobody unsigned in, save with --unverified, which it says loudly', async () => {
    const unsigned = () =>
      fetch(`http://127.0.0.1:${where.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: '1',
          text: 'hjelp',
          channelId: 'msteams',
          serviceUrl: `http://127.0.0.1:${where.roomPort}`,
          from: { id: '29:somebody' },
          conversation: { id: 'a:somebody', tenantId: '6d0f4b5e-1c5a-4f0e-9a57-2f6f0a1d0001' },
        }),
      });
    const verified = await up();
    expect((await unsigned()).status).toBe(401);
    expect(verified.said()).not.toContain('ADVARSEL');
    await stop(verified);
    const open = await up('--unverified');
    expect((await unsigned()).status).toBe(200);
    expect(open.said()).toContain('ADVARSEL: --unverified er på.');
  });
});

describe('npm start refuses, and leaves nothing running, when', { timeout: PATIENCE_MS }, () => {
  test.each(['PORT', 'ROOM_PORT'] as const)('%s is taken', async (name) => {
    const port = name === 'PORT' ? where.port : where.roomPort;
    const other = name === 'PORT' ? where.roomPort : where.port;
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
    const program = keep(start(where));
    expect(await program.ended).toBe(1);
    holder.close();
    expect(program.said()).toContain(`Port ${port} `);
    expect(program.said()).toContain(`er opptatt. Kjører Utvalgsbot alt? Velg eventuelt en annen port med ${name}.`);
    expect(await isOpen(other)).toBe(false);
    expect(existsSync(join(where.dataDir, 'room'))).toBe(false);
  });

  test('its data are in use by another bot', async () => {
    await up();
    const program = keep(start(await somewhere(where.dataDir)));
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('Utvalgsbot kan ikke starte:');
    expect(await isOpen(program.port)).toBe(false);
  });

  test.each([
    [['--nå'], {}, '--nå'],
    [[], { PORT: 'x' }, 'PORT'],
    [[], { MicrosoftAppPassword: 'x' }, 'MicrosoftAppId'],
    [[], { PORT: '0' }, 'PORT=0'],
    [[], { PORT: '4444', ROOM_PORT: '4444' }, 'PORT og ROOM_PORT er like'],
  ])('it is told %j in %j', async (flags, env, named) => {
    const program = keep(start(where, flags, env));
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('Utvalgsbot kan ikke starte:');
    expect(program.said()).toContain(named);
  });
});

describe('npm start -- --reset', { timeout: PATIENCE_MS }, () => {
  test('begins anew when the answer is yes, and leaves what is not its own', async () => {
    const first = await up('--now', '2031-05-05T07:00:00Z');
    await sayInRoom(first.roomUrl, 'aud', 'hjelp', 1);
    const keys = await keysOf(first);
    await stop(first);
    await writeFile(join(where.dataDir, 'notes.txt'), 'mine');

    const second = await up('--reset', '--yes');
    expect(await chatIn(second.roomUrl, 'aud')).toEqual([]);
    expect(await keysOf(second)).not.toBe(keys);
    expect((await timeIn(second)).getTime()).toBeLessThan(Date.parse('2031-05-05T07:00:00Z'));
    expect(await readFile(join(where.dataDir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('deletes nothing where nobody can be asked, and says how to answer beforehand', async () => {
    const first = await up();
    await sayInRoom(first.roomUrl, 'aud', 'hjelp', 1);
    await stop(first);
    const refused = keep(start(where, ['--reset']));
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toContain('npm start -- --reset --yes');
    const third = await up();
    expect(await chatIn(third.roomUrl, 'aud')).toHaveLength(2);
  });

  test('deletes nothing under a program that runs on the same ports', async () => {
    const first = await up();
    await sayInRoom(first.roomUrl, 'aud', 'hjelp', 1);
    expect(await keep(start(where, ['--reset', '--yes'])).ended).toBe(1);
    expect(await chatIn(first.roomUrl, 'aud')).toHaveLength(2);
  });
});

test('npm start with MicrosoftAppId set runs the service alone, without a room', { timeout: PATIENCE_MS }, async () => {
  const platform = await startPlatform();
  const program = keep(start(where, [], platform.env(where.dataDir, where.port)));
  await until(async () => {
    if ((await fetch(`http://127.0.0.1:${where.port}/readyz`)).status !== 200) throw new Error('not ready');
  });
  expect(await isOpen(where.roomPort)).toBe(false);
  expect(program.said()).not.toContain('prøverommet');
  await stop(program);
  platform.close();
  expect(program.child.exitCode).toBe(0);
});
