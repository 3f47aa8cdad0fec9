import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import { sendBytes } from './file-gateway.ts';
import type { Files } from './files.ts';
import { HttpError, readBody, readJson, sendJson } from './http.ts';
import type { ActivityLog } from './log.ts';
import { pagePosts, read } from './page-posts.ts';
import { pickPeople } from './picker.ts';
import type { RoomApi } from './room-api.ts';
import type { Streams } from './stream.ts';
import { MAX_FILE_BYTES } from './wire.ts';
import type { World } from './world.ts';

const id = z.string().min(1).max(200);
const fileSchema = z.object({ person: id, name: z.string().trim() });
const FILE_NAME = /^[^\p{Cc}\p{Cs}/\\]{1,200}$/u;
const pickerSchema = z.object({
  person: id,
  chat: id,
  dataset: z.string().max(200),
  q: z.string().max(200).default(''),
});

export type PageApi = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What the page and tests ask the room over HTTP, below `/api/`. */
export function pageApi({
  api,
  world,
  clock,
  log,
  streams,
  files,
  faults,
}: {
  readonly api: RoomApi;
  readonly world: World;
  readonly clock: Clock;
  readonly log: ActivityLog;
  readonly streams: Streams;
  readonly files: Files;
  readonly faults: Faults;
}): PageApi {
  const posts = pagePosts(api, clock, faults);

  const drop = async (request: IncomingMessage, { searchParams }: URL) => {
    const { person, name } = read(fileSchema, Object.fromEntries(searchParams));
    if (!FILE_NAME.test(name)) throw new HttpError(400, 'BadName', 'Filnavnet kan ikke brukes.');
    return api.drop(person, name, await readBody(request, MAX_FILE_BYTES));
  };

  const sendFile = (response: ServerResponse, fileId: string) => {
    const found = files.find(fileId);
    if (found === undefined) throw new HttpError(404, 'NotFound', 'Filen finnes ikke lenger.');
    sendBytes(response, found.file.name, found.bytes);
  };

  /** What a GET answers as JSON. */
  const look = ({ searchParams }: URL, what: string, which: string, part: string | undefined): unknown => {
    switch (what) {
      case 'chats': {
        const person = api.person(which);
        return world.chatOf(person, api.chat(person, part).id, searchParams.get('before') ?? undefined);
      }
      case 'people': {
        const { person, chat, dataset, q } = read(pickerSchema, Object.fromEntries(searchParams));
        return pickPeople(world.roster, api.chat(api.person(person), chat), dataset, q);
      }
      case 'log': {
        const bodies = log.bodies(Number(which));
        if (bodies === undefined) throw new HttpError(404, 'NotFound', 'Innholdet er ikke lenger i loggen.');
        return bodies;
      }
      default:
        throw new HttpError(404, 'NotFound', 'No such thing here.');
    }
  };

  return async (request, response, url) => {
    const [, , what = '', which = '', part] = url.pathname.split('/').map(decodeURIComponent);
    const { method } = request;
    const post = posts.get(what);
    if (method === 'POST' && post) sendJson(response, 200, await post(await readJson(request)));
    else if (method === 'POST' && what === 'files') sendJson(response, 200, await drop(request, url));
    else if (method !== 'GET') throw new HttpError(404, 'NotFound', 'No such thing here.');
    else if (what === 'files') sendFile(response, which);
    else if (what === 'stream')
      streams.open(response, (url.searchParams.get('persons') ?? '').split(',').filter(Boolean));
    else sendJson(response, 200, look(url, what, which, part));
  };
}
