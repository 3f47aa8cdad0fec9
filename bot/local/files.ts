import { randomUUID } from 'node:crypto';
import type { RoomFile } from './model.ts';
import type { Shelf } from './shelf.ts';
import type { World } from './world.ts';

const OPEN_MS = 15 * 60 * 1000;
const PATH = '/files/';

/** What may be done at an address that was made for it. */
export type Permit = { readonly use: 'download' | 'upload'; readonly id: string; readonly name: string };

/**
 * The room's OneDrive: files, and addresses that nobody can guess, where the bot fetches or puts one for a quarter of an
 * hour. Real time; an address outlives a restart, since the room knows its own seal.
 */
export class Files {
  private readonly world: World;
  private readonly shelf: Shelf;
  private readonly url: string;
  private readonly seal: (text: string) => string;
  private readonly realNow: () => number;

  constructor(world: World, shelf: Shelf, url: string, seal: (text: string) => string, realNow = Date.now) {
    this.world = world;
    this.shelf = shelf;
    this.url = url;
    this.seal = seal;
    this.realNow = realNow;
  }

  /** Keeps a file; it is there for good when this returns. */
  keep(name: string, bytes: Uint8Array, id: string = randomUUID()): RoomFile {
    const file = { id, name, bytes: bytes.length };
    this.shelf.put(id, bytes);
    this.world.record({ t: 'file', file });
    return file;
  }

  has(id: string): boolean {
    return this.world.file(id) !== undefined;
  }

  /** A file and its bytes; undefined when there is none with this id. */
  find(id: string): { readonly file: RoomFile; readonly bytes: Uint8Array } | undefined {
    const file = this.world.file(id);
    return file && { file, bytes: this.shelf.get(id) };
  }

  /** A file as the bot hears of it, with an address where it can fetch it. */
  attachment({ id, name }: RoomFile): object {
    const downloadUrl = this.address({ use: 'download', id, name });
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      contentUrl: this.contentUrl(id),
      content: { downloadUrl, uniqueId: id, fileType: fileType(name) },
    };
  }

  /** A place for a file that somebody has accepted, with an address where the bot can put it, once. */
  uploadInfo(name: string): object {
    const id = randomUUID();
    const uploadUrl = this.address({ use: 'upload', id, name });
    return { contentUrl: this.contentUrl(id), name, uploadUrl, uniqueId: id, fileType: fileType(name) };
  }

  /** What an address allows; undefined when it is not one of ours, or too old. */
  permit({ pathname, searchParams }: URL): Permit | undefined {
    const use = searchParams.get('use');
    const until = searchParams.get('until') ?? '';
    if (use !== 'download' && use !== 'upload') return undefined;
    const permit = { use, id: pathname.slice(PATH.length), name: searchParams.get('name') ?? '' } as const;
    const isOurs = searchParams.get('seal') === this.sealOf(permit, until);
    return isOurs && this.realNow() < Number(until) ? permit : undefined;
  }

  private address(permit: Permit): string {
    const until = String(this.realNow() + OPEN_MS);
    const { id, use, name } = permit;
    return `${this.url}${PATH}${id}?${new URLSearchParams({ use, name, until, seal: this.sealOf(permit, until) })}`;
  }

  private sealOf({ use, id, name }: Permit, until: string): string {
    return this.seal(JSON.stringify([use, id, name, until]));
  }

  private contentUrl(id: string): string {
    return `${this.url}/api/files/${id}`;
  }
}

function fileType(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
