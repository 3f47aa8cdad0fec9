import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { APP_ID, type Fields } from './activities.ts';

export const ISSUER = 'https://api.botframework.com';

/** A key, published or not, under the name it signs with. */
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

/** Somebody who signs tokens: Bot Framework, or who would like to be it. */
export type Issuer = {
  /** What the key server shows; changing it changes the keys. */
  readonly published: (JWK & { readonly endorsements?: readonly string[] })[];
  readonly key: SigningKey;
  /** A token of Bot Framework's kind. `claims` take the place of its own; undefined leaves one out. */
  readonly sign: (claims: Fields, how?: { readonly key?: SigningKey; readonly header?: Fields }) => Promise<string>;
};

export async function newKey(kid: string, algorithm = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

export async function newIssuer(kid = 'channel'): Promise<Issuer> {
  const own = await newKey(kid);
  let serial = 0;
  return {
    published: [{ ...own.jwk, endorsements: ['msteams'] }],
    key: own,
    sign: (claims, { key = own, header = {} } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: ISSUER, aud: APP_ID, nbf: now - 60, exp: now + 3600, jti: String(serial++) };
      const named = { alg: 'RS256', kid: key.kid, typ: 'JWT', ...header };
      return new SignJWT({ ...usual, ...claims }).setProtectedHeader(named as JWTHeaderParameters).sign(key.privateKey);
    },
  };
}

/** A token put together by hand: signed by nobody, or by `signature` as it stands. */
export function unsigned(header: Fields, claims: Fields, signature = ''): string {
  const part = (fields: Fields) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
