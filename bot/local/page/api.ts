import {
  type ClockAnswer,
  MAX_FILE_BYTES,
  type PressAnswer,
  type PressedAction,
  type WireChoice,
  type WireFault,
  type WirePage,
} from '../wire.ts';
import { sizeText } from './format.ts';

const GONE = 'Prøverommet svarer ikke. Er det stoppet? Det du har skrevet, står her fortsatt.';
/** What is said of an error whose own words are for developers, by its code. */
const GENERAL: Readonly<Record<string, string>> = {
  BadSyntax: 'Prøverommet kan ikke bruke det som ble sendt. Last siden på nytt, og prøv igjen.',
  MessageSizeTooBig: 'Det du sender, er for stort.',
  Starting: 'Prøverommet starter. Prøv igjen om litt.',
  ServiceError: 'Noe gikk galt i prøverommet. Prøv igjen.',
};

/** The room could not do it; the message is a sentence to show. */
class RoomError extends Error {
  override readonly name = 'RoomError';
}

/** Asks the room. Throws `RoomError`. */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const { ok, answer } = await fetched(path, init);
  if (ok) return answer;
  throw new RoomError(GENERAL[answer.error?.code] ?? answer.error?.message ?? GONE);
}

async function fetched(path: string, init: RequestInit) {
  try {
    const response = await fetch(`/api/${path}`, init);
    // an answer that was cut off is none
    return { ok: response.ok, answer: await response.json() };
  } catch {
    throw new RoomError(GONE);
  }
}

function tell<T>(path: string, body: object): Promise<T> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const say = (person: string, chat: string, text: string, mention: boolean) =>
  tell<{ readonly delivered: boolean }>('say', { person, chat, text, mention });
export const sayAgain = (person: string, message: string) => tell<unknown>('say-again', { person, message });
export const press = (person: string, message: string, action: PressedAction) =>
  tell<PressAnswer>('press', { person, message, action });
export const refresh = (person: string, message: string) => tell<PressAnswer>('refresh', { person, message });
export const extend = (person: string, chat: string, command: string, message?: string) =>
  tell<PressAnswer>('extension', { person, chat, message, command });
export const answerDialog = (person: string, dialog: string, action: PressedAction) =>
  tell<PressAnswer>('dialog', { person, dialog, action });
export const closeDialog = (person: string, dialog: string) => tell<unknown>('dialog', { person, dialog });
export const answerOffer = (person: string, message: string, accept: boolean) =>
  tell<PressAnswer>('offer', { person, message, accept });
export const markRead = (person: string, message: string) => tell<unknown>('read', { person, message });

export const pageBefore = (person: string, chat: string, message: string) =>
  ask<WirePage>(
    `chats/${encodeURIComponent(person)}/${encodeURIComponent(chat)}?${new URLSearchParams({ before: message })}`,
  );
export const findPeople = (person: string, chat: string, dataset: string, q: string) =>
  ask<readonly WireChoice[]>(`people?${new URLSearchParams({ person, chat, dataset, q })}`);

export const install = (person: string, installed: boolean) => tell<unknown>('install', { person, installed });
export const block = (person: string, blocked: boolean) => tell<unknown>('reach', { person, blocked });
export const putBot = (person: string, chat: string, installed: boolean) =>
  tell<unknown>('chat-bot', { person, chat, installed });
export const putMember = (person: string, chat: string, member: string, present: boolean) =>
  tell<unknown>('chat-member', { person, chat, member, present });
export const rename = (person: string, chat: string, name: string) =>
  tell<unknown>('chat-name', { person, chat, name });

export const planFault = (fault: Omit<WireFault, 'id'>) => tell<unknown>('faults', fault);
export const clearFaults = () => tell<unknown>('faults-clear', {});
export const moveClock = (move: { readonly to: string } | { readonly advance: 'hour' | 'next-day' }) =>
  tell<ClockAnswer>('clock', move);
export const logBodies = (n: number) => ask<{ readonly body?: unknown; readonly answer?: unknown }>(`log/${n}`);

/** How a press went; a room that could not be reached is an answer too. */
export async function answered(asked: () => Promise<PressAnswer>): Promise<PressAnswer> {
  try {
    return await asked();
  } catch (error) {
    return { kind: 'failed', text: sentenceOf(error) };
  }
}

/** What to show of an error. Throws it again when it is a bug of the page. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof RoomError)) throw error;
  return error.message;
}

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
