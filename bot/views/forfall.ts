import { type Shows, said } from './view.ts';

/** What is shown of forfall, and of those who are called in for it. */
export const forfallShows: Shows<
  'forfall' | 'forfall-form' | 'call-in' | 'own-forfall' | 'forfall-status' | 'forfall-assign'
> = {
  forfall: async () => said('not-found'),
  'forfall-form': async () => said('not-found'),
  'call-in': async () => said('not-found'),
  'own-forfall': async () => said('not-found'),
  'forfall-status': async () => said('not-found'),
  'forfall-assign': async () => said('not-found'),
};
