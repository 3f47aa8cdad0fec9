import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: what mutation testing changes, and nothing that starts a process. */
export default defineConfig({
  test: {
    // a mutant is tried in a thread of its own: within it, what every file needs is loaded once
    isolate: false,
    include: ['tests/store/{change*,committee*,conversation,effect,outbox,person,referat*,round-*,sak*,setup*}.test.ts'],
    // it would decide every mutant by chance, and on disk
    exclude: ['tests/store/round-property.test.ts'],
  },
});
