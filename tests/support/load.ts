import { Agent, type IncomingHttpHeaders, request } from 'node:http';

const CONNECTIONS = 16;

export type Shot = { readonly body: string; readonly token: string };
export type Answer = { readonly status: number; readonly text: string; readonly headers: IncomingHttpHeaders };
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A request as somebody sends it who need not be Teams. */
export type Request = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Headers;
  readonly body?: string | Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** One request to a bot on this port; `reuse` 0 takes a connection of its own. */
export function send(
  port: number,
  { method = 'POST', path = '/api/messages', headers = {}, body = '' }: Request,
  reuse: 0 | 1 = 1,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: headers as Record<string, string>,
        agent: reuse ? agent : false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One signed activity, posted to a bot on this port. */
export function post(port: number, { body, token }: Shot, reuse: 0 | 1 = 1): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    authorization: `Bearer ${token}`,
  };
  return send(port, { headers, body }, reuse);
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
