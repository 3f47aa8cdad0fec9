import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Readonly<Record<string, unknown>>;
/** An activity that the room sent, and the token it came with. */
type Heard = { readonly activity: Fields; readonly token: string };

type Answer = { readonly status?: number; readonly body?: unknown };

export type Listener = {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** How the next activities are answered, and when; at first with 200 and nothing, at once. */
  answer: (activity: Fields) => Answer | Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** Somebody at the bot's end of the room's line, who writes down what comes and answers as told. */
export async function startListener(port = 0): Promise<Listener> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const activity = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Fields;
      heard.push({ activity, token: request.headers.authorization?.replace('Bearer ', '') ?? '' });
      const { status = 200, body } = await listener.answer(activity);
      response.writeHead(status).end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const listener: Listener = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answer: () => ({}),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return listener;
}
