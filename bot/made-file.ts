/** A file as it was made. */
export type Made = {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Another one when the same offer would give another file. */
  readonly edition: string;
  /** The stored file whose bytes these are. */
  readonly copyOf?: string;
};
