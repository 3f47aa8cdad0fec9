import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch, write } from '../support/browser.ts';
import { openScreen, type Screen } from '../support/browser-room.ts';

const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let stranger: Server;
let strangerUrl: string;
let screen: Screen;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  stranger = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>En annen side</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => stranger?.close(resolve));
});
beforeEach(async () => {
  screen = await openScreen(browser);
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(strangerUrl);
}, 20_000);
afterEach(async () => {
  await page.close();
  await screen.close();
});

const room = () => screen.open.room.url;
const said = () => JSON.stringify({ person: 'kari', text: 'fra en annen side' });
/** Nothing of what the stranger tried is in the room, and the room still works. */
async function expectUntouched(): Promise<void> {
  await write(screen.kari, 'fra rommet');
  await screen.kari.locator('.mine', { hasText: 'fra rommet' }).waitFor();
  expect(await screen.page.getByText('fra en annen side').count()).toBe(0);
  expect(screen.open.bot.heard.map(({ activity }) => activity.text).filter(Boolean)).toEqual(['fra rommet']);
}

describe('another page in the same browser', PATIENCE, () => {
  test('cannot ask or read by fetch, whatever it says it sends', async () => {
    const attempt = (path: string, init: object) =>
      page.evaluate(
        async ([url, options]) => {
          try {
            const response = await fetch(url as string, options as RequestInit);
            return response.type === 'opaque' ? 'opaque' : `read ${response.status}`;
          } catch {
            return 'refused';
          }
        },
        [`${room()}${path}`, init],
      );
    const json = { 'content-type': 'application/json' };
    expect(await attempt('/api/say', { method: 'POST', headers: json, body: said() })).toBe('refused');
    expect(await attempt('/api/chats/kari', {})).toBe('refused');
    expect(await attempt('/v3/conversations', { method: 'POST', headers: json, body: '{}' })).toBe('refused');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(
        await attempt('/api/say', { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: said() }),
      ).toMatch(/opaque|refused/);
    await expectUntouched();
  });

  test('cannot post a form to it', async () => {
    await page.evaluate(
      ([url, body]) => {
        const { document } = globalThis as unknown as {
          document: { body: { innerHTML: string }; forms: { submit: () => void }[] };
        };
        document.body.innerHTML = `<form method="post" enctype="text/plain" action="${url}/api/say"><input name='${body}'></form>`;
        document.forms[0]?.submit();
      },
      [room(), said().replace(/}$/, ',"x":"')],
    );
    await page.waitForURL(`${room()}/api/say`);
    expect(await page.content()).toContain('Unknown origin');
    await expectUntouched();
  });

  test('cannot show it in a frame', async () => {
    await page.evaluate(`document.body.innerHTML = '<iframe src="${room()}/"></iframe>'`);
    await expect.poll(() => page.evaluate("document.querySelector('iframe').contentDocument === null")).toBe(true);
    const frame = page.frames().find((found) => found !== page.mainFrame());
    expect(await frame?.getByText('Prøverommet').count()).toBe(0);
  });

  test('cannot listen to its stream, nor load its files as its own', async () => {
    const listened = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const source = new (globalThis as unknown as { EventSource: new (url: string) => EventTarget }).EventSource(
            url,
          );
          source.addEventListener('error', () => resolve('refused'));
          source.addEventListener('snapshot', () => resolve('heard'));
        }),
      `${room()}/api/stream?persons=kari`,
    );
    expect(listened).toBe('refused');
    const loaded = await page.evaluate(
      `new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('refused');
        script.src = '${room()}/page.js';
        document.head.append(script);
      })`,
    );
    expect(loaded).toBe('refused');
  });

  test('cannot open a socket to it', async () => {
    const opened = await page.evaluate(
      `new Promise((resolve) => {
        const socket = new WebSocket('${room().replace('http', 'ws')}/api/stream');
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      })`,
    );
    expect(opened).toBe('refused');
    await expectUntouched();
  });

  test('cannot reach into a window of it that it has opened', async () => {
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(`void (window.room = window.open('${room()}/'))`),
    ]);
    await opened.getByRole('heading', { name: 'Prøverommet' }).waitFor();
    const reached = await page.evaluate(
      `(() => { try { return String(window.room.document); } catch { return 'refused'; } })()`,
    );
    expect(reached).toBe('refused');
    await opened.close();
  });
});

test('another host name that points to this machine gets nothing of it', PATIENCE, async () => {
  const { port } = new URL(room());
  // any name below localhost is this machine to a browser, as a rebound name would be
  const answer = await page.goto(`http://fremmed.localhost:${port}/`);
  expect(answer?.status()).toBe(403);
  expect(await page.getByText('Prøverommet').count()).toBe(0);
  const asked = await page.evaluate(
    `fetch('/api/say', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(said())} })
      .then(({ status }) => status)`,
  );
  expect(asked).toBe(403);
  await expectUntouched();
});
