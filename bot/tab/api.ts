import type { WireAnswer, WirePage, WireStart } from '../tab-api/wire.ts';
import type { Host } from './host.ts';

/** An answer that is not what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  constructor(status: number) {
    super(`the bot answered ${status}`);
    this.status = status;
  }
}

/** No answer at all: the one who looks is off the net, or the bot is. */
export class NoContactError extends Error {
  override readonly name = 'NoContactError';
}

export type Api = {
  readonly start: (path: string) => Promise<WireStart>;
  readonly page: (path: string) => Promise<WirePage>;
  /** `id`: the same for the same press, so that it can be sent again. */
  readonly act: (id: string, action: unknown) => Promise<WireAnswer>;
};

/** Beside the page, wherever the bot is reached. */
export const apiAddress = (path: string) => new URL(`../api/tab/${path}`, document.baseURI).href;

/** The bot behind the page. What was read before is not sent again: the browser keeps it, and asks whether it still holds. */
export function tabApi({ token, chatId }: Pick<Host, 'token' | 'chatId'>): Api {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const response = await fetch(apiAddress(path), { ...init, headers }).catch((cause: unknown) => {
      throw new NoContactError('no answer', { cause });
    });
    // a press that is too large is answered with a sentence, as one that is taken
    if (!response.ok && response.status !== 413) throw new ApiError(response.status);
    return response.json();
  };
  return {
    start: (path) => ask(`start?${new URLSearchParams({ path, ...(chatId && { in: chatId }) })}`),
    page: (path) => ask(path),
    act: (id, action) => ask('actions', { method: 'POST', body: JSON.stringify({ id, action }) }),
  };
}
