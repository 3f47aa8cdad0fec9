import { type ClockAnswer, MAX_FILE_BYTES, type PressAnswer, type PressedAction } from '../wire.ts';
import { sizeText } from './format.ts';

const GONE = 'Prøverommet svarer ikke. Er det stoppet? Det du har skrevet, står her fortsatt.';

/** The room could not do it; the message is a sentence to show. */
export class RoomError extends Error {
  override readonly name = 'RoomError';
}

/** Asks the room. Throws `RoomError`. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, init);
  } catch {
    throw new RoomError(GONE);
  }
  const answer = await response.json();
  if (!response.ok) throw new RoomError(answer.error?.message ?? GONE);
  return answer;
}

function tell<T>(path: string, body: object): Promise<T> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const say = (person: string, chat: string, text: string) =>
  tell<{ readonly delivered: boolean }>('say', { person, chat, text });
export const sayAgain = (person: string, message: string) => tell<unknown>('say-again', { person, message });
export const press = (person: string, message: string, action: PressedAction) =>
  tell<PressAnswer>('press', { person, message, action });
export const answerOffer = (person: string, message: string, accept: boolean) =>
  tell<PressAnswer>('offer', { person, message, accept });
export const markRead = (person: string, message: string) => tell<unknown>('read', { person, message });
export const moveClock = (move: { readonly to: string } | { readonly advance: 'hour' | 'next-day' }) =>
  tell<ClockAnswer>('clock', move);
export const logBodies = (n: number) => ask<{ readonly body?: unknown; readonly answer?: unknown }>(`log/${n}`);

/** Sends a file to the bot in somebody's 1:1 chat. Throws `RoomError`, also for a file that is too large. */
export async function dropFile(person: string, file: File): Promise<unknown> {
  if (file.size > MAX_FILE_BYTES)
    throw new RoomError(`«${file.name}» er for stor (${sizeText(file.size)}). En fil kan ha høyst 10 MB.`);
  const body = await file.arrayBuffer().catch(() => {
    // a folder, or a file that was moved meanwhile
    throw new RoomError(`«${file.name}» kunne ikke leses.`);
  });
  return ask(`files?${new URLSearchParams({ person, name: file.name })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  });
}
