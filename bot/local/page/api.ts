import type { ClockAnswer, PressAnswer, PressedAction } from '../wire.ts';

const GONE = 'Prøverommet svarer ikke. Er det stoppet? Det du har skrevet, står her fortsatt.';

/** The room could not do it; the message is a sentence to show. */
export class RoomError extends Error {
  override readonly name = 'RoomError';
}

/** Asks the room. Throws `RoomError`. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(
      `/api/${path}`,
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
  } catch {
    throw new RoomError(GONE);
  }
  const answer = await response.json();
  if (!response.ok) throw new RoomError(answer.error?.message ?? GONE);
  return answer;
}

export const say = (person: string, text: string) => ask<{ readonly delivered: boolean }>('say', { person, text });
export const sayAgain = (person: string, message: string) => ask<unknown>('say-again', { person, message });
export const press = (person: string, message: string, action: PressedAction) =>
  ask<PressAnswer>('press', { person, message, action });
export const markRead = (person: string, message: string) => ask<unknown>('read', { person, message });
export const moveClock = (move: { readonly to: string } | { readonly advance: 'hour' | 'next-day' }) =>
  ask<ClockAnswer>('clock', move);
export const logBodies = (n: number) => ask<{ readonly body?: unknown; readonly answer?: unknown }>(`log/${n}`);
