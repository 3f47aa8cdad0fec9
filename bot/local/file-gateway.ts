import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Files, Permit } from './files.ts';
import { HttpError, readBody, sendJson } from './http.ts';
import type { Outcome, Striker } from './strike.ts';
import { MAX_FILE_BYTES } from './wire.ts';

/** Where the bot fetches and puts files, as Teams has it: the address alone is the permission. */
export function fileGateway({
  files,
  striker,
}: {
  readonly files: Files;
  readonly striker: Striker;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const download = (response: ServerResponse, { id }: Permit): Outcome => {
    const found = files.find(id);
    if (found === undefined) throw notThere();
    return { status: 200, send: () => sendBytes(response, found.file.name, found.bytes) };
  };
  const upload = (
    response: ServerResponse,
    { id, name }: Permit,
    range: string | undefined,
    bytes: Buffer,
  ): Outcome => {
    if (files.has(id)) throw new HttpError(409, 'nameAlreadyExists', 'This upload is over.');
    if (!isWhole(range, bytes.length)) throw new HttpError(400, 'invalidRange', 'The whole file in one piece, please.');
    const body = files.keep(name, bytes, id);
    return { status: 201, body, send: () => sendJson(response, 201, body) };
  };

  return async (request, response, url) => {
    const { method = 'GET', headers } = request;
    const permit = files.permit(url);
    if (permit === undefined) throw notThere();
    const isUpload = permit.use === 'upload';
    if (method !== (isUpload ? 'PUT' : 'GET')) throw new HttpError(405, 'MethodNotAllowed', 'Not like this.');
    const bytes = await readBody(request, MAX_FILE_BYTES);
    const { use: _use, ...body } = permit;
    const what = isUpload ? 'lastet opp fil' : 'hentet fil';
    const call = { method, path: url.pathname, personIds: [] };
    await striker.run({ request, response, call, what, who: '', body }, () =>
      isUpload ? upload(response, permit, headers['content-range'], bytes) : download(response, permit),
    );
  };
}

/** A file to be kept by whoever asked, never to be shown or run by a browser. */
export function sendBytes(response: ServerResponse, name: string, bytes: Uint8Array): void {
  response
    .writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .end(bytes);
}

/** A name as a header takes it (RFC 8187). */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether a `Content-Range` says that all of a file is here. */
function isWhole(range: string | undefined, length: number): boolean {
  return length > 0 && range === `bytes 0-${length - 1}/${length}`;
}

const notThere = () => new HttpError(404, 'itemNotFound', 'No such file, or not any more.');
