import { createHash } from 'node:crypto';
import { errors } from 'jose';
import { KeysUnavailableError } from './keys.ts';

/** Why a request was not let in; a label of a metric, never shown to whoever asked. */
export type Rejection =
  | 'no-token'
  | 'malformed-token'
  | 'keys-unavailable'
  | 'bad-signature'
  | 'expired'
  | 'wrong-claims'
  | 'not-endorsed'
  | 'not-loopback';

export const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
export const SKEW_SECONDS = 300;
const REMEMBERED = 5000;
// Bot Framework's are a tenth of this, Entra's a fifth
const MAX_TOKEN = 8192;

/** The token of an `Authorization` header; undefined when it is none, or larger than any. */
export function tokenIn(authorization: string): string | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
  return token === undefined || token.length > MAX_TOKEN ? undefined : token;
}

/** What was found genuine, until its token expires. Bounded: the oldest is forgotten first, and checked again when it comes back. */
export class Genuine<T> {
  private readonly found = new Map<string, { readonly value: T; readonly until: number }>();

  /** The key for what is remembered: nothing that was sent is kept. */
  static key(...parts: readonly string[]): string {
    return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
  }

  get(key: string): T | undefined {
    const known = this.found.get(key);
    return known !== undefined && known.until > Date.now() ? known.value : undefined;
  }

  /** `exp`: the token's own expiry, in seconds. */
  remember(key: string, value: T, exp = 0): void {
    this.found.delete(key);
    this.found.set(key, { value, until: (exp + SKEW_SECONDS) * 1000 });
    const [oldest] = this.found.keys();
    if (this.found.size > REMEMBERED && oldest !== undefined) this.found.delete(oldest);
  }
}

export function rejectionOf(error: unknown): Rejection {
  if (error instanceof KeysUnavailableError) return 'keys-unavailable';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return 'wrong-claims';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return 'bad-signature';
  return 'malformed-token';
}
