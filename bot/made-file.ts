/** A file that was made to be offered to somebody. */
export type Made = {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Another one when the same offer would give another file. */
  readonly edition: string;
  /** The stored file whose bytes these are. */
  readonly copyOf?: string;
};

/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}"*:<>?/\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[. ]+$/, '') || 'referat';
}
