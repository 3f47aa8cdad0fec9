import type { WireMessage, WirePage } from '../../bot/local/wire.ts';
import { until } from './process.ts';

/** Asks a room as its own page does. Throws with the room's sentence when it refuses. */
export async function askRoom(roomUrl: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${roomUrl}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: roomUrl },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${answer}`);
  return JSON.parse(answer);
}

/** The newest that a person sees in their chat. */
export async function chatIn(roomUrl: string, person: string): Promise<readonly WireMessage[]> {
  const response = await fetch(`${roomUrl}/api/chats/${person}`);
  return ((await response.json()) as WirePage).messages;
}

/** Writes to the bot, and waits for this many of its messages in the chat. */
export async function sayInRoom(roomUrl: string, person: string, text: string, answers: number): Promise<void> {
  await askRoom(roomUrl, 'say', { person, text });
  await until(async () => {
    const fromBot = (await chatIn(roomUrl, person)).filter(({ from }) => from === 'bot');
    if (fromBot.length < answers) throw new Error(`${person} was answered ${fromBot.length} times`);
  });
}
