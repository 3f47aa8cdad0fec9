import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: what mutation testing changes, and nothing that starts a process. */
export default defineConfig({
  test: {
    // a mutant is tried in a thread of its own: within it, what every file needs is loaded once
    isolate: false,
    setupFiles: ['tests/support/mutation-setup.ts'],
    include: ['tests/store/*.test.ts'],
    // properties would decide every mutant by chance, and what is large takes long for each of them; engines, calendars
    // and other processes are no rules
    exclude: ['tests/store/*{property,large}.test.ts', 'tests/store/{engine*,*crash,time}.test.ts'],
  },
});
