import { defineConfig } from 'vitest/config';

/** The tests of the rules alone: what mutation testing changes, and nothing that starts a process. */
export default defineConfig({
  test: {
    include: ['tests/store/{round,referat,person,outbox,change,committee}.test.ts'],
  },
});
