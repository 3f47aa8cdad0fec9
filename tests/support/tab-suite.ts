import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { type HostedTab, type HostSays, openInTeams } from './tab-host.ts';
import { startTabProgram, type TabProgram } from './tab-program.ts';

/** What the tests of one file share: there once they run. */
export type TabSuite = {
  readonly browser: Browser;
  readonly program: TabProgram;
  /** Opens a page of the tab as Teams does; it is closed after the test. */
  readonly open: (address: string, says: HostSays, viewport?: Parameters<typeof openInTeams>[3]) => Promise<HostedTab>;
};

/** Starts the whole program and a browser for the tests of a file, and ends them. `prepare`: what all of them begin with. */
export function tabSuite(prepare?: (program: TabProgram) => Promise<void>): TabSuite {
  let browser: Browser;
  let program: TabProgram;
  let tab: HostedTab | undefined;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launch(), startTabProgram()]);
    await prepare?.(program);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });
  afterEach(async () => {
    await tab?.close();
    tab = undefined;
  });
  return {
    get browser() {
      return browser;
    },
    get program() {
      return program;
    },
    open: async (address, says, viewport) => {
      tab = await openInTeams(browser, address, says, viewport);
      return tab;
    },
  };
}
