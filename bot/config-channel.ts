import type { Environment } from './environment.ts';
import { tabRegistration } from './tab-registration.ts';
import type { TabSignIn } from './teams/verify-tab.ts';

/**
 * How the channel's tokens are checked and the bot's own are fetched; each has its own default, whichever are set. The
 * SDK's other keys for emulators and for signing people in have no counterpart: the bot lets no emulator in.
 */
export type Channel = {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly loginUrl: string;
  readonly validateAuthority: boolean;
  readonly scope: string;
  readonly callerId: string;
};

// Bot Framework's public cloud, and the one that ChannelService names
const CLOUDS = {
  public: {
    issuer: 'https://api.botframework.com',
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.com',
    callerId: 'urn:botframework:azure',
  },
  government: {
    issuer: 'https://api.botframework.us',
    openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.us',
    callerId: 'urn:botframework:azureusgov',
  },
} as const;

/** The channel's tokens, as the environment says. */
export function channelOf(env: Environment, tenantId: string): Channel {
  const cloud = env.ChannelService === undefined ? CLOUDS.public : CLOUDS.government;
  return {
    issuer: env.ToBotFromChannelTokenIssuer ?? cloud.issuer,
    openIdMetadataUrl: env.ToBotFromChannelOpenIdMetadataUrl ?? cloud.openIdMetadataUrl,
    loginUrl: env.ToChannelFromBotLoginUrl ?? `${cloud.login}/${tenantId}`,
    validateAuthority: env.ValidateAuthority !== 'false',
    scope: env.ToChannelFromBotOAuthScope ?? cloud.issuer,
    callerId: env.CallerId ?? cloud.callerId,
  };
}

/** Entra's tokens for the tab: of version 2 or 1, as the app registration says, from the allowed tenants alone. */
export function signInOf(env: Environment, appId: string, tenants: readonly string[], keysUrl?: string): TabSignIn {
  const { login } = env.ChannelService === undefined ? CLOUDS.public : CLOUDS.government;
  const host = env.PUBLIC_URL && new URL(env.PUBLIC_URL).host;
  const { id, resource } = tabRegistration(host ?? '', appId, env.TAB_APP_ID);
  return {
    openIdMetadataUrl:
      keysUrl ?? env.ToBotFromEmulatorOpenIdMetadataUrl ?? `${login}/common/v2.0/.well-known/openid-configuration`,
    issuers: tenants.flatMap((tenant) => [`${login}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`]),
    audiences: [id, ...(host ? [resource] : [])],
    tenants,
  };
}
