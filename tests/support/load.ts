import { Agent, request } from 'node:http';

const CONNECTIONS = 16;

export type Shot = { readonly body: string; readonly token: string };
export type Answer = { readonly status: number; readonly text: string };

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One signed activity, posted to a bot on this port; `reuse` 0 takes a connection of its own. */
export function post(port: number, { body, token }: Shot, reuse: 0 | 1 = 1): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    const sent = request(
      { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers, agent: reuse ? agent : false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Fires all shots over 16 connections; gives shots per second. Throws when an answer is not what `good` expects. */
export async function fire(port: number, shots: readonly Shot[], good: (answer: Answer) => boolean): Promise<number> {
  let next = 0;
  const started = performance.now();
  const shoot = async () => {
    for (let shot = shots[next++]; shot !== undefined; shot = shots[next++]) {
      const answer = await post(port, shot);
      if (!good(answer)) throw new Error(`unexpected answer ${answer.status} ${answer.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, shoot));
  return shots.length / ((performance.now() - started) / 1000);
}
