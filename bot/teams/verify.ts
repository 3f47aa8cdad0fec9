import { decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { keysFrom } from './keys.ts';
import { ALGORITHMS, Genuine, type Rejection, rejectionOf, SKEW_SECONDS, tokenIn } from './token.ts';

/** What the activity says of itself that its token must confirm. */
export type Claimed = { readonly channelId: string; readonly serviceUrl: string };

/** Who asks: the `Authorization` header, and the other end of the connection. */
export type Caller = { readonly authorization: string | undefined; readonly remoteAddress: string | undefined };

/** Checks who asks against what the activity claims; undefined when it is genuine. Never throws. */
export type Verify = (caller: Caller, claimed: Claimed) => Promise<Rejection | undefined>;

/** The one channel this bot is for; its name must stand beside the key that signed. */
const requiredEndorsements = ['msteams'];

/**
 * The whole check of a Bot Framework token, made here and not by the SDK, which is never asked: signature by a key of
 * the channel, algorithm, issuer, audience, an expiry, the service it came from, no tenant claim (Bot Connector's tokens
 * have none; Entra's do), and the endorsement of the key. A genuine token is remembered until it expires; a forged one
 * leaves nothing behind.
 */
export function verifier({
  appId,
  issuer,
  openIdMetadataUrl,
  onKeysFailure,
}: {
  readonly appId: string;
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** Told once for every time that the keys could not be fetched. */
  readonly onKeysFailure?: (error: unknown) => void;
}): Verify {
  const keys = keysFrom(openIdMetadataUrl, onKeysFailure && { onFailure: onKeysFailure });
  const genuine = new Genuine<true>();

  return async ({ authorization }, { channelId, serviceUrl }) => {
    if (!authorization) return 'no-token';
    const key = Genuine.key(authorization, channelId, serviceUrl);
    if (genuine.get(key)) return undefined;

    const token = tokenIn(authorization);
    if (token === undefined) return 'malformed-token';
    try {
      const { kid } = decodeProtectedHeader(token);
      if (kid === undefined) return 'malformed-token';
      const found = await keys(kid);
      const { payload } = await jwtVerify(token, found.find, {
        algorithms: ALGORITHMS,
        issuer,
        requiredClaims: ['exp'],
        clockTolerance: SKEW_SECONDS,
      });
      if (!validateClaims(payload, { appId, serviceUrl })) return 'wrong-claims';
      const endorsed = [...requiredEndorsements, channelId].every((name) => found.endorsements(kid)?.includes(name));
      if (!endorsed) return 'not-endorsed';
      genuine.remember(key, true, payload.exp);
      return undefined;
    } catch (error) {
      return rejectionOf(error);
    }
  };
}

/** What only these tokens have: one audience and no more, the service they speak for, and no tenant. */
function validateClaims(
  { aud, serviceurl, tid }: JWTPayload,
  { appId, serviceUrl }: { readonly appId: string; readonly serviceUrl: string },
): boolean {
  return aud === appId && serviceurl === serviceUrl && tid === undefined;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Asks nobody who they are: for local clients that sign nothing, and from this machine alone. */
export const unverified: Verify = async ({ remoteAddress }) =>
  LOOPBACK.test(remoteAddress ?? '') ? undefined : 'not-loopback';
