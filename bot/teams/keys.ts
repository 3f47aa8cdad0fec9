import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { isSafeUrl } from '../environment.ts';

const TIMEOUT_MS = 5000;
const MAX_BYTES = 1024 * 1024;
/** Keys are asked for again after a day, and sooner, but no more often than this, when a token names an unknown one. */
const FRESH_MS = 24 * 3600 * 1000;
const UNKNOWN_MS = 30 * 1000;
/** After a failure: soon enough for a key server that starts beside the bot, and no storm. */
const FAILED_MS = 3000;

const metadataSchema = z.object({ jwks_uri: z.string().refine(isSafeUrl) });
const jwksSchema = z.object({ keys: z.array(z.unknown()).min(1) });
const keySchema = z.looseObject({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});
type Key = z.infer<typeof keySchema>;

export type Keys = {
  readonly find: JWTVerifyGetKey;
  /** What the key is good for: the channels that Bot Framework lists beside it; undefined when it is not known. */
  readonly endorsements: (kid: string) => readonly string[] | undefined;
};

/** The keys could not be had: neither the token's fault nor its merit. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/**
 * The channel's signing keys, by way of its metadata. Fetches in flight are joined, failures are not repeated for a few
 * seconds and each is told to `onFailure` once: a storm of forged tokens costs one request. Keys that were had once
 * serve until newer ones are. Throws `KeysUnavailableError` when none ever were.
 */
export function keysFrom(
  metadataUrl: string,
  { now = Date.now, onFailure }: { readonly now?: () => number; readonly onFailure?: (error: unknown) => void } = {},
): (kid: string) => Promise<Keys> {
  let current: Keys | undefined;
  let freshUntil = Number.NEGATIVE_INFINITY;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  const load = async () => {
    try {
      current = await fetchKeys(metadataUrl);
      freshUntil = now() + FRESH_MS;
      quietUntil = now() + UNKNOWN_MS;
    } catch (error) {
      quietUntil = now() + FAILED_MS;
      onFailure?.(error);
    } finally {
      loading = undefined;
    }
  };
  const refresh = async () => {
    if (loading === undefined && now() >= quietUntil) loading = load();
    await loading;
  };

  return async (kid) => {
    const isKnown = current?.endorsements(kid) !== undefined;
    // a known key does not wait for newer ones: the press has a few seconds
    if (isKnown && now() >= freshUntil) void refresh();
    if (!isKnown) await refresh();
    if (current === undefined) throw new KeysUnavailableError('the signing keys cannot be had');
    return current;
  };
}

async function fetchKeys(metadataUrl: string): Promise<Keys> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const { jwks_uri } = metadataSchema.parse(await fetchJson(metadataUrl, signal));
  const listed = jwksSchema.parse(await fetchJson(jwks_uri, signal)).keys;
  // a key of another kind beside the usual ones is no reason to do without those
  const keys = listed.flatMap((key) => keySchema.safeParse(key).data ?? []);
  if (keys.length === 0) throw new Error('the key server has no RSA key');
  return keySet(keys);
}

function keySet(keys: readonly Key[]): Keys {
  const endorsed = new Map(keys.map(({ kid, endorsements }) => [kid, endorsements ?? []]));
  return { find: createLocalJWKSet({ keys: [...keys] }), endorsements: (kid) => endorsed.get(kid) };
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error' });
  if (!response.ok || response.body === null) throw new Error(`the key server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('the key server answered too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
