import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of files by id. `get` throws for an id that nothing was put under. */
export type Shelf = {
  readonly put: (id: string, bytes: Uint8Array) => void;
  readonly get: (id: string) => Uint8Array;
};

/** Files in this folder, one each; in memory when there is none, and forgotten with it. */
export function openShelf(dir: string | undefined): Shelf {
  return dir === undefined ? inMemory() : onDisk(dir);
}

function onDisk(dir: string): Shelf {
  const path = (id: string) => join(dir, id);
  return {
    put: (id, bytes) => {
      mkdirSync(dir, { recursive: true });
      // whole or not at all, should the process be killed here
      writeFileSync(`${path(id)}.new`, bytes);
      renameSync(`${path(id)}.new`, path(id));
    },
    get: (id) => readFileSync(path(id)),
  };
}

function inMemory(): Shelf {
  const kept = new Map<string, Uint8Array>();
  return {
    put: (id, bytes) => void kept.set(id, bytes),
    get: (id) => {
      const bytes = kept.get(id);
      if (bytes === undefined) throw new Error(`nothing was put under ${id}`);
      return bytes;
    },
  };
}
