import type { IncomingMessage } from 'node:http';
import type { Answer } from './http.ts';

/** Local mode: whom one can be, and a token to be them, both from the try-out room. */
export type Demo = (request: IncomingMessage, personId: string) => Promise<Answer>;

const TIMEOUT_MS = 5000;
const PERSON = /^[\w-]{1,60}$/;

/**
 * Asks the try-out room, which signs for its persons as Entra does for people, and which the bot alone may ask. `port`: the bot's own; a page of another
 * name that was made to point here is refused.
 */
export function demoTokens(roomUrl: string, botToken: () => Promise<string>, port: () => number): Demo {
  return async ({ headers, method }, personId) => {
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const site = headers['sec-fetch-site'];
    if (!own.includes(headers.host ?? '') || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      return { status: 403, body: { error: 'forbidden' } };
    if (method !== 'GET' || (personId !== '' && !PERSON.test(personId)))
      return { status: 404, body: { error: 'not-found' } };
    const path = personId === '' ? 'persons' : `token?person=${personId}`;
    const response = await fetch(`${roomUrl}/tab/${path}`, {
      headers: { authorization: `Bearer ${await botToken()}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.ok ? 200 : 404, body: response.ok ? await response.json() : { error: 'not-found' } };
  };
}
