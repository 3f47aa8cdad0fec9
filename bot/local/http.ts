import type { IncomingMessage, ServerResponse } from 'node:http';

/** Far above what Teams takes: the connector itself says when a message is too big. */
const MAX_BODY = 1024 * 1024;

/** An answer that is not what was asked for, thrown by a route. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  /** As the header of this name has it. */
  readonly retryAfter: string | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** A request's body as JSON; undefined when it has none. Throws `HttpError` 400 or 413. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY);
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpError(400, 'BadSyntax', 'The body is not JSON.');
  }
}

/** A request's body as it came. Throws `HttpError` 413. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      // not destroyed, as an iterator would: the connection must live until it has been answered
      request.pause();
      reject(new HttpError(413, 'MessageSizeTooBig', 'Message size too large.'));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the sender hung up')));
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Says what went wrong, in Bot Framework's form. Half-read requests end their connection. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = error instanceof HttpError;
  if (known && error.status === 413) response.setHeader('connection', 'close');
  if (known && error.retryAfter !== undefined) response.setHeader('retry-after', error.retryAfter);
  const [status, code] = known ? [error.status, error.code] : [500, 'ServiceError'];
  sendJson(response, status, { error: { code, message: known ? error.message : 'Something went wrong in the room.' } });
}
