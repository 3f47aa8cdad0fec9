import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import type { Config } from '../config.ts';
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
  const made = await factory.createCredentials(appId, channel.scope, channel.loginUrl, true);
  return new JoinedCredentials(made as unknown as TokenSource);
}

/** Whatever can say the bot's current token, keeping it itself until it expires. */
type TokenSource = { getToken(): Promise<string> };
type Signed = { readonly headers: { set(name: string, value: string): void } };

/** The SDK asks for a new token once per send when many start at the same time; this joins them. */
export class JoinedCredentials {
  private readonly source: TokenSource;
  private pending: Promise<string> | undefined;

  constructor(source: TokenSource) {
    this.source = source;
  }

  async signRequest<R extends Signed>(request: R): Promise<R> {
    this.pending ??= this.source.getToken().finally(() => {
      this.pending = undefined;
    });
    request.headers.set('authorization', `Bearer ${await this.pending}`);
    return request;
  }
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_on: z.coerce.number() });
const EARLY_SECONDS = 300;
const TIMEOUT_MS = 5000;

/** Local mode: the try-out room gives the bot its token, the way App Service does for a managed identity. */
class RoomCredentials implements TokenSource {
  private readonly url: string;
  private token = '';
  private goodUntil = 0;

  constructor(endpoint: string, resource: string, appId: string) {
    this.url = `${endpoint}?${new URLSearchParams({ 'api-version': '2019-08-01', resource, client_id: appId })}`;
  }

  async getToken(): Promise<string> {
    if (Date.now() / 1000 < this.goodUntil) return this.token;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(this.url, { headers: { 'x-identity-header': 'room' }, signal });
    const { access_token, expires_on } = tokenSchema.parse(await response.json());
    this.token = access_token;
    this.goodUntil = expires_on - EARLY_SECONDS;
    return access_token;
  }
}
