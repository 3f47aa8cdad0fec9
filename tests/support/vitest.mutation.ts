import { defineConfig } from 'vitest/config';
import type { VitestPluginContext } from 'vitest/node';
import { keptThread } from './mutation-thread.ts';

/** The tests of the rules alone: what mutation testing changes, and nothing that starts a process. */
export default defineConfig({
  plugins: [
    {
      name: 'mutants in one thread',
      // Stryker asks for threads of Vitest's own, whatever is configured; this comes after it
      configureVitest({ project }: VitestPluginContext) {
        if (process.env.STRYKER_MUTATOR_WORKER === undefined) return;
        Object.assign(project.config, { pool: keptThread.name, poolRunner: keptThread });
      },
    },
  ],
  test: {
    // a mutant is tried in a thread that others use as well: within it, what every file needs is loaded once
    isolate: false,
    setupFiles: ['tests/support/mutation-setup.ts'],
    include: ['tests/store/*.test.ts'],
    // properties would decide every mutant by chance, and what is large takes long for each of them; engines, calendars
    // and other processes are no rules
    exclude: ['tests/store/*{property,large}.test.ts', 'tests/store/{engine*,*crash,time}.test.ts'],
  },
});
