import type { Snapshot, WireMessage, WirePage } from '../../bot/local/wire.ts';
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

/** What the page is told when it opens. */
export async function snapshotOf(roomUrl: string): Promise<Snapshot> {
  const response = await fetch(`${roomUrl}/api/stream`);
  let said = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    said += Buffer.from(chunk).toString('utf8');
    const line = said.match(/^data: (.*)\n\n/m)?.[1];
    if (line !== undefined) return JSON.parse(line) as Snapshot;
  }
  throw new Error('the stream ended before its snapshot');
}

/** Writes to the bot, and waits for this many of its messages in the chat. */
export async function sayInRoom(roomUrl: string, person: string, text: string, answers: number): Promise<void> {
  await askRoom(roomUrl, 'say', { person, text });
  await until(async () => {
    const fromBot = (await chatIn(roomUrl, person)).filter(({ from }) => from === 'bot');
    if (fromBot.length < answers) throw new Error(`${person} was answered ${fromBot.length} times`);
  });
}
