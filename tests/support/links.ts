import type { Links } from '../../bot/links.ts';

/** Links as an operator's bot gives them. */
export const someLinks: Links = {
  app: 'https://teams.eksempel.no/l/app/utvalgsbot',
  chat: 'https://teams.eksempel.no/l/chat/0/0?users=28:utvalgsbot',
  tab: (path) => `https://teams.eksempel.no/l/entity/utvalgsbot/utvalg?page=${encodeURIComponent(path)}`,
};
