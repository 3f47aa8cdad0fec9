import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { launch, openPage, tabOf } from './browser.ts';
import { somewhere, startUp, stop } from './start.ts';

/** The whole program as `npm start` starts it, on data of its own, and a browser to use it with. */
export type ProgramOnScreen = {
  /** Opens the try-out room with these two persons side by side; `complaints` are what the page was unhappy with. */
  readonly open: (
    persons: readonly [string, string],
  ) => Promise<{ readonly page: Page; readonly complaints: readonly string[] }>;
  readonly close: () => Promise<void>;
};

/** Starts it on Monday 2 March 2026 at 9 o'clock in Oslo, the room's time. Whoever starts it closes it. */
export async function startOnScreen(): Promise<ProgramOnScreen> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-e2e-'));
  const program = await startUp(await somewhere(dataDir), ['--now', '2026-03-02T08:00:00Z']);
  const browser = await launch();
  return {
    open: (persons) => openPage(browser, program.roomUrl, persons),
    async close() {
      await browser.close();
      await stop(program);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Opens one of somebody's chats, and sees that it is the one that is open. */
export async function openChat(page: Page, name: string, chat: string): Promise<void> {
  const tab = tabOf(page, name, chat);
  const press = async () => {
    await tab.click();
    return tab.getAttribute('aria-selected');
  };
  await expect.poll(press, { timeout: 15_000 }).toBe('true');
}
