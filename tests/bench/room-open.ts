import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openJournal } from '../../bot/local/journal.ts';
import type { Message } from '../../bot/local/model.ts';
import { startRoom } from '../../bot/local/room.ts';
import { chatOf, launch } from '../support/browser.ts';
import { aCardMessage, KARI, NOW, OLA } from '../support/room.ts';

const MESSAGES = 2000;
const newest = `Melding nummer ${MESSAGES}`;

/** What was said in Kari's chat, half of it by her, half of it cards from the bot. */
function messageNumber(n: number): Message {
  const at = new Date(NOW.getTime() + n * 1000);
  const said = `Melding nummer ${n}`;
  const common = { id: String(at.getTime()), conversationId: `a:${KARI.objectId}`, at: at.toISOString() } as const;
  return n % 2 === 1
    ? { ...common, personId: KARI.id, text: said, state: 'sent', views: {} }
    : { ...common, card: aCardMessage(said).attachments[0]?.content as Message['card'], state: 'sent', views: {} };
}

/**
 * From asking for the room's page, with nothing cached, until the newest of 2,000 messages is on the screen and
 * something can be written below it. The browser runs already; the median of several new pages.
 */
export async function roomOpenMs(
  runs: number,
  median: (values: readonly number[]) => number,
  say: (line: string) => void,
): Promise<number> {
  // first of all: where there is no browser there is nothing to measure
  const browser = await launch();
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-bench-'));
  try {
    const journal = openJournal(join(dataDir, 'journal.jsonl'), () => {});
    for (let n = 1; n <= MESSAGES; n++) journal.append({ t: 'message', message: messageNumber(n) });
    journal.close();
    // nobody is at the bot's end: the room says so, and shows its chats all the same
    const room = await startRoom({ port: 0, botUrl: 'http://127.0.0.1:1', dataDir, now: NOW, persons: [KARI, OLA] });
    try {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) times.push(await openOnce(browser, `${room.url}/#v=kari&h=ola`));
      say(`    ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')} until a chat of ${MESSAGES} messages is open`);
      return median(times);
    } finally {
      await room.close();
    }
  } finally {
    await browser.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function openOnce(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nb-NO' });
  const page = await context.newPage();
  try {
    const started = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    const chat = chatOf(page, KARI.name);
    await chat.getByText(newest).waitFor();
    await chat.getByRole('textbox', { name: /^Melding til Utvalgsbot/ }).click();
    const took = performance.now() - started;
    const box = await chat.getByText(newest).boundingBox();
    if (box === null || box.y < 0 || box.y + box.height > 900)
      throw new Error('the newest message is not on the screen');
    return took;
  } finally {
    await context.close();
  }
}
