import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { keysFrom } from './keys.ts';
import { ALGORITHMS, Genuine, type Rejection, rejectionOf, SKEW_SECONDS, tokenIn } from './token.ts';

/** Who is signed in to Teams in front of the tab, as Entra says. */
export type TabUser = { readonly tenantId: string; readonly objectId: string; readonly name: string };

/** What the tab's tokens are checked against. */
export type TabSignIn = {
  /** Where the keys of whoever signs are found. */
  readonly openIdMetadataUrl: string;
  /** Who may have signed: the login service, once for each allowed tenant and version of its tokens. */
  readonly issuers: readonly string[];
  /** Whom the token is for: this app, by its id or by the name it has for signing in. */
  readonly audiences: readonly string[];
  readonly tenants: readonly string[];
};

/** Checks who asks; the reason when it is nobody that is let in. Never throws. */
export type VerifyTab = (authorization: string | undefined) => Promise<TabUser | Rejection>;

/** The one scope that the app exposes; what an application asks for in its own name has none. */
const SCOPE = 'access_as_user';

const claimsSchema = z.object({
  // for this app alone, and not for it among others
  aud: z.string(),
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  scp: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  // a token that never expires is nobody's
  exp: z.number(),
});

/**
 * The whole check of the token that Teams gives the tab (Entra, on behalf of its user): signature, algorithm, audience,
 * issuer, an expiry, an allowed tenant, which the issuer must be of, and the scope. A genuine one is remembered until it
 * expires. Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 */
export function tabVerifier(
  { openIdMetadataUrl, issuers, audiences, tenants }: TabSignIn,
  onKeysFailure?: (error: unknown) => void,
): VerifyTab {
  const keys = keysFrom(openIdMetadataUrl, onKeysFailure && { onFailure: onKeysFailure });
  const genuine = new Genuine<TabUser>();

  return async (authorization) => {
    if (!authorization) return 'no-token';
    const key = Genuine.key(authorization);
    const known = genuine.get(key);
    if (known !== undefined) return known;

    const token = tokenIn(authorization);
    if (token === undefined) return 'malformed-token';
    try {
      const { kid } = decodeProtectedHeader(token);
      if (kid === undefined) return 'malformed-token';
      const { payload } = await jwtVerify(token, (await keys(kid)).find, {
        algorithms: ALGORITHMS,
        issuer: [...issuers],
        audience: [...audiences],
        clockTolerance: SKEW_SECONDS,
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return 'wrong-claims';
      const { tid, oid, scp, name, preferred_username, exp } = claims.data;
      // the issuer of one allowed tenant does not speak for another one
      const isTheirs = tenants.includes(tid) && payload.iss?.toLowerCase().includes(`/${tid}/`);
      if (!isTheirs || !scp.split(' ').includes(SCOPE)) return 'wrong-claims';
      const user = { tenantId: tid, objectId: oid, name: name ?? preferred_username ?? '' };
      genuine.remember(key, user, exp);
      return user;
    } catch (error) {
      return rejectionOf(error);
    }
  };
}
