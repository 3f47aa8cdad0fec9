import { aMessage, type Fields, KARI } from './activities.ts';
import type { Headers, Request } from './load.ts';
import type { Platform } from './platform.ts';
import { newKey, type SigningKey } from './tokens.ts';

/** A request that must be refused, what it is called, and how. */
export type Refusal = readonly [
  name: string,
  status: number,
  request: (platform: Platform, keys: Keys) => Request | Promise<Request>,
];
/** Keys that a forger may have, and keys that sign for others than Teams. */
export type Keys = Readonly<Record<'strange' | 'webchat' | 'both' | 'bare' | 'pss', SigningKey>>;

/** The keys, all but the strange one shown by the platform's key server: before the bot asks for them. */
export async function foreignKeys({ issuer }: Platform): Promise<Keys> {
  const [strange, webchat, both, bare, pss] = await Promise.all([
    newKey('channel'),
    newKey('webchat'),
    newKey('both'),
    newKey('bare'),
    newKey('pss', 'PS256'),
  ]);
  const endorsed = [
    { ...webchat.jwk, endorsements: ['webchat'] },
    { ...both.jwk, endorsements: ['msteams', 'webchat'] },
    { ...pss.jwk, endorsements: ['msteams'] },
  ];
  issuer.published.push(...endorsed, bare.jwk);
  return { strange, webchat, both, bare, pss };
}

const JSON_TYPE = 'application/json';

/** A message of Kari's as it should come, but for `fields`, with this `Authorization` header. */
export function claiming(platform: Platform, authorization: string | readonly string[], fields: Fields = {}): Request {
  return {
    headers: { 'content-type': JSON_TYPE, authorization },
    body: JSON.stringify(aMessage(platform.url, KARI, 'referat', fields)),
  };
}

/** The same with a token that has these claims in place of the usual ones. */
export async function claims(
  platform: Platform,
  changed: Fields,
  how: Parameters<Platform['issuer']['sign']>[1] = {},
  fields: Fields = {},
): Promise<Request> {
  const token = await platform.issuer.sign({ serviceurl: platform.url, ...changed }, how);
  return claiming(platform, `Bearer ${token}`, fields);
}

/** A genuinely signed request with this body. */
export async function signed(platform: Platform, body: string | Buffer, headers: Headers = {}): Promise<Request> {
  const authorization = `Bearer ${await platform.token()}`;
  return { headers: { 'content-type': JSON_TYPE, authorization, ...headers }, body };
}

/** A genuinely signed activity, whatever service it says it comes from. */
export async function signedActivity(platform: Platform, activity: Fields): Promise<Request> {
  const { serviceUrl } = activity;
  const serviceurl = typeof serviceUrl === 'string' ? serviceUrl : platform.url;
  const token = await platform.issuer.sign({ serviceurl });
  return { headers: { 'content-type': JSON_TYPE, authorization: `Bearer ${token}` }, body: JSON.stringify(activity) };
}
