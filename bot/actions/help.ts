import type { Handlers } from '../turn.ts';

export const helpHandlers = {
  'help.show': async () => ({ view: { view: 'help' } }),
} satisfies Partial<Handlers>;
