import { FileRefusedError, UndeliveredError } from '../turn.ts';
import { isAllowedService } from './connectors.ts';

const DEADLINE_MS = 30_000;
/** What a place answers that took its file before. */
const CLOSED = [404, 409];
const CONSENT_TYPE = 'application/vnd.microsoft.teams.card.file.consent';
const INFO_TYPE = 'application/vnd.microsoft.teams.card.file.info';

/** How an activity with a file's card looks to Teams. */
export type FileActivity = { readonly type: 'message'; readonly attachments: Attachment[] };
type Attachment = {
  readonly contentType: string;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: object;
};

/** Asks whether somebody wants a file. Both contexts carry its id back (platform A10). */
export function consentActivity({
  fileId,
  name,
  description,
  bytes,
}: {
  readonly fileId: string;
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
}): FileActivity {
  const context = { fileId };
  const content = { description, sizeInBytes: bytes, acceptContext: context, declineContext: context };
  return { type: 'message', attachments: [{ contentType: CONSENT_TYPE, name, content }] };
}

/** Shows a file that was uploaded, in place of the question. */
export function infoActivity({
  name,
  contentUrl,
  uniqueId,
  fileType,
}: {
  readonly name: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}): FileActivity {
  return {
    type: 'message',
    attachments: [{ contentType: INFO_TYPE, name, contentUrl, content: { uniqueId, fileType } }],
  };
}

/** Files to and from the places where Teams keeps them: allowed hosts alone, no redirects, bounded in size and time. */
export class FileTransfer {
  private readonly allowedHosts: readonly string[];
  private readonly deadlineMs: number;

  constructor(allowedHosts: readonly string[], deadlineMs = DEADLINE_MS) {
    this.allowedHosts = allowedHosts;
    this.deadlineMs = deadlineMs;
  }

  /** Throws `FileRefusedError` for good, `UndeliveredError` when it may work later. */
  async fetch(url: string, maxBytes: number): Promise<Uint8Array> {
    if (!isAllowedService(url, this.allowedHosts))
      throw new FileRefusedError('file-not-fetched', 'the file lies on a host that is not allowed');
    const response = await this.request(url, {});
    if (response.status >= 500 || response.status === 429)
      throw new UndeliveredError('for-now', `the file's host answered ${response.status}`);
    if (!response.ok || response.body === null)
      throw new FileRefusedError('file-not-fetched', `the file's host answered ${response.status}`);
    if (Number(response.headers.get('content-length')) > maxBytes) {
      await response.body.cancel();
      throw new FileRefusedError('file-too-large', 'the file is larger than it may be');
    }
    return read(response.body as AsyncIterable<Uint8Array>, maxBytes);
  }

  /** `isAgain`: tried before; a place that is closed by then has the file already. Throws `UndeliveredError`. */
  async upload(url: string, bytes: Uint8Array, isAgain = false): Promise<void> {
    if (!isAllowedService(url, this.allowedHosts))
      throw new UndeliveredError('failed', 'the file would go to a host that is not allowed');
    const headers = {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    };
    const { ok, status } = await this.request(url, { method: 'PUT', headers, body: bytes });
    if (ok || (isAgain && CLOSED.includes(status))) return;
    throw new UndeliveredError(
      status >= 500 || status === 429 ? 'for-now' : 'failed',
      `the upload was answered ${status}`,
    );
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(this.deadlineMs) });
    } catch (cause) {
      throw new UndeliveredError('for-now', 'the file’s host did not answer', undefined, cause);
    }
  }
}

async function read(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new FileRefusedError('file-too-large', 'the file is larger than it may be');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
