import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const FETCH_TIMEOUT_MS = 5000;
const MAX_BYTES = 1024 * 1024;
/** Keys are kept for a day, and asked for again at most this often when a token names one that is not known. */
const FRESH_MS = 24 * 3600 * 1000;
const RETRY_MS = 30 * 1000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const jwksSchema = z.object({
  keys: z
    .array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), endorsements: z.array(z.string()).optional() }))
    .min(1),
});

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
 * The channel's signing keys, by way of its metadata. Fetches in flight are joined, and failures are not repeated for
 * half a minute: a storm of forged tokens costs one request. Throws `KeysUnavailableError`.
 */
export function keysFrom(metadataUrl: string, now: () => number = Date.now): (kid: string) => Promise<Keys> {
  let current: Keys | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<Keys> | undefined;

  const load = async () => {
    try {
      const { jwks_uri } = metadataSchema.parse(await fetchJson(metadataUrl));
      current = keySet(jwksSchema.parse(await fetchJson(jwks_uri)));
      loadedAt = now();
      return current;
    } catch (cause) {
      throw new KeysUnavailableError('the signing keys cannot be had', { cause });
    } finally {
      loading = undefined;
    }
  };

  return async (kid) => {
    const fresh = now() - loadedAt < FRESH_MS;
    if (current && fresh && current.endorsements(kid) !== undefined) return current;
    if (loading) return loading;
    if (now() - askedAt < RETRY_MS) {
      if (current) return current;
      throw new KeysUnavailableError('the signing keys could not be had a moment ago');
    }
    askedAt = now();
    loading = load();
    return loading;
  };
}

function keySet(jwks: z.infer<typeof jwksSchema>): Keys {
  const listed = new Map(jwks.keys.map(({ kid, endorsements }) => [kid, endorsements ?? []]));
  return { find: createLocalJWKSet(jwks as never), endorsements: (kid) => listed.get(kid) };
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`the key server answered ${response.status}`);
  const text = await response.text();
  if (text.length > MAX_BYTES) throw new Error('the key server answered too much');
  return JSON.parse(text);
}
