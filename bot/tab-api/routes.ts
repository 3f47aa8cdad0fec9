import type { IncomingMessage, ServerResponse } from 'node:http';
import { tooLargeText } from '../../cards/text/teams.ts';
import type { TabUser, VerifyTab } from '../teams/verify-tab.ts';
import type { TabApi } from './api.ts';
import type { Demo } from './demo.ts';
import type { TabFiles } from './files.ts';
import { type Answer, sendAnswer } from './http.ts';
import type { WireAnswer } from './wire.ts';

/** What was sent, or that it was more than anything the page sends. */
export type Sent = { readonly json: unknown } | 'too-large';

export type TabRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  body: () => Promise<Sent>,
) => Promise<boolean>;

/** Who answers what under `/tab/` and `/api/tab/`; false when nobody does. `demo`: local mode alone. */
export function tabRoutes({
  api,
  files,
  verify,
  demo,
  onRejected,
  onFailed,
}: {
  readonly api: TabApi;
  readonly files: TabFiles;
  readonly verify: VerifyTab;
  readonly demo?: Demo;
  readonly onRejected: (why: string) => void;
  readonly onFailed: (error: unknown) => void;
}): TabRoute {
  const answerTo = async (request: IncomingMessage, url: URL, body: () => Promise<Sent>): Promise<Answer> => {
    const path = url.pathname.slice('/api/tab/'.length);
    if (demo !== undefined && (path === 'demo' || path.startsWith('demo/')))
      return demo(request, path.slice('demo/'.length));
    const user = await verify(request.headers.authorization);
    if (typeof user === 'string') {
      onRejected(user);
      return { status: user === 'keys-unavailable' ? 503 : 401, body: { error: 'unauthorized' } };
    }
    return answerFor(user, request, path, url, body);
  };

  const answerFor = async (
    user: TabUser,
    { method, headers }: IncomingMessage,
    path: string,
    url: URL,
    body: () => Promise<Sent>,
  ) => {
    if (path !== 'actions') return method === 'GET' ? api.read(user, path, url.searchParams) : notAllowed('GET');
    if (method !== 'POST') return notAllowed('POST');
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
      return { status: 415, body: { error: 'json-please' } };
    const sent = await body();
    return sent === 'too-large' ? TOO_LARGE : api.act(user, sent.json);
  };

  return async (request, response, body) => {
    const url = new URL(request.url ?? '/', 'http://bot');
    if (url.pathname.startsWith('/api/tab/')) {
      const answer = await answerTo(request, url, body).catch((error: unknown) => {
        onFailed(error);
        return FAILED;
      });
      sendAnswer(request, response, answer);
      return true;
    }
    if (url.pathname === '/tab') {
      response.writeHead(308, { location: '/tab/' }).end();
      return true;
    }
    if (request.method !== 'GET') return false;
    return files(request, response, url.pathname);
  };
}

const FAILED: Answer = { status: 500, body: { error: 'failed' } };
/** A press that is answered as any other is, with a sentence. */
const TOO_LARGE: Answer = { status: 413, body: { kind: 'message', text: tooLargeText } satisfies WireAnswer };
const notAllowed = (allow: string): Answer => ({ status: 405, allow, body: { error: 'method-not-allowed' } });
