import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { UndeliveredError } from '../turn.ts';
import { ConfigurationServiceClientCredentialFactory } from './sdk.ts';

/** The credentials a deployment was configured with, asked for once; sends that wait for a token share one request. */
export async function credentialsFor(config: Config): Promise<JoinedCredentials> {
  const { credentials, channel, appId, tenantId } = config;
  if (credentials.kind === 'room')
    return new JoinedCredentials(new RoomCredentials(credentials.url, channel.scope, appId));
  const factory: ServiceClientCredentialsFactory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: credentials.kind === 'managed-identity' ? 'UserAssignedMsi' : 'SingleTenant',
    ...(credentials.kind === 'password' && { MicrosoftAppPassword: credentials.password }),
    ...(credentials.kind === 'certificate' && {
      CertificateThumbprint: credentials.thumbprint,
      CertificatePrivateKey: credentials.privateKey,
    }),
  });
  const made = await factory.createCredentials(appId, channel.scope, channel.loginUrl, channel.validateAuthority);
  return new JoinedCredentials(made as unknown as TokenSource);
}

const TOKEN_MS = 10_000;

/** Whatever can say the bot's current token, keeping it itself until it expires. */
type TokenSource = { getToken(): Promise<string> };
type Signed = { readonly headers: { set(name: string, value: string): void } };

/**
 * The SDK asks for a new token once per send when many start at the same time; this joins them. Signing throws
 * `UndeliveredError` (for now) when there is no token to be had.
 */
export class JoinedCredentials {
  private readonly source: TokenSource;
  private pending: Promise<string> | undefined;

  constructor(source: TokenSource) {
    this.source = source;
  }

  async signRequest<R extends Signed>(request: R): Promise<R> {
    request.headers.set('authorization', `Bearer ${await this.token()}`);
    return request;
  }

  private async token(): Promise<string> {
    this.pending ??= within(TOKEN_MS, this.source.getToken()).finally(() => {
      this.pending = undefined;
    });
    try {
      return await this.pending;
    } catch (cause) {
      // whoever the message is for has nothing to do with it: it waits until the bot can sign again
      throw new UndeliveredError('for-now', 'the bot got no token to send with', undefined, cause);
    }
  }
}

/** The identity libraries have deadlines of their own, some of them minutes long. */
async function within<T>(ms: number, wanted: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the token took too long')), ms);
  });
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer));
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number() });
const EARLY_SECONDS = 300;

/** Local mode: the try-out room gives the bot its token, the way App Service does for a managed identity. */
export class RoomCredentials implements TokenSource {
  private readonly url: string;
  private token = '';
  private goodUntil = 0;

  constructor(endpoint: string, resource: string, appId: string) {
    this.url = `${endpoint}?${new URLSearchParams({ 'api-version': '2019-08-01', resource, client_id: appId })}`;
  }

  async getToken(): Promise<string> {
    if (Date.now() / 1000 < this.goodUntil) return this.token;
    const signal = AbortSignal.timeout(TOKEN_MS);
    const response = await fetch(this.url, { headers: { 'x-identity-header': 'room' }, signal });
    if (!response.ok) throw new Error(`the room's identity answered ${response.status}`);
    const { access_token, expires_on } = tokenSchema.parse(await response.json());
    this.token = access_token;
    this.goodUntil = expires_on - EARLY_SECONDS;
    return access_token;
  }
}
