import { z } from 'zod';
import { type Channel, channelOf, signInOf } from './config-channel.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Flags, readFlags } from './flags.ts';
import { DEMO_TENANT, LOCAL_APP_ID } from './local/demo.ts';
import { type Packaging, packagingOf } from './manifest-config.ts';
import type { TabSignIn } from './teams/verify-tab.ts';

/** What the environment or the command line got wrong; one line each, naming the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Credentials =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  | { readonly kind: 'managed-identity' }
  // the try-out room signs for the bot as a managed identity would
  | { readonly kind: 'room'; readonly url: string };

type Common = {
  readonly appId: string;
  readonly tenantId: string;
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
  readonly allowedFileHosts: readonly string[];
  readonly credentials: Credentials;
  readonly channel: Channel;
  readonly signIn: TabSignIn;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly dataDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
};
export type LocalConfig = Common &
  Flags & { readonly mode: 'local'; readonly roomPort: number; readonly roomUrl: string };
export type ServiceConfig = Common & {
  readonly mode: 'service';
  readonly mongoUri?: string;
  /** The app in links: its id in the organisation's catalogue, which is not the manifest's. */
  readonly teamsAppId: string;
};
export type Config = LocalConfig | ServiceConfig;

// where Bot Framework's services live; Microsoft's own list in its Agents SDK
const MICROSOFT_HOSTS = [
  'smba.trafficmanager.net',
  '*.botframework.com',
  '*.teams.microsoft.com',
  '*.teams.microsoft.us',
];
// where Teams keeps the files of a chat
const FILE_HOSTS = ['*.sharepoint.com', '*.sharepoint.us'];

/**
 * Reads environment and command line. Service mode when `MicrosoftAppId` is set, else local mode. Throws `ConfigError`
 * that names everything missing or odd: a half-set configuration never starts.
 */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const problems: string[] = [];
  const read = readEnvironment(env, problems);
  const config =
    read.MicrosoftAppId === undefined
      ? localConfig(read, readFlags(argv, problems), problems)
      : serviceConfig(read, argv, problems);
  if (problems.length > 0) throw new ConfigError([...new Set(problems)].join('\n'));
  return config;
}

/** Reads what `npm run package` needs, which is less than the bot: no secret, no store. Throws `ConfigError`. */
export function readPackaging(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Packaging {
  const problems = argv.map((flag) => `${flag} er ukjent; alt som trengs, står i miljøvariabler`);
  const packaging = packagingOf(env, problems);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return packaging;
}

function commonOf(env: Environment) {
  return {
    allowedFileHosts: env.ALLOWED_FILE_HOSTS ?? FILE_HOSTS,
    port: env.PORT ?? 3978,
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
    dataDir: env.DATA_DIR ?? '.data',
    logLevel: env.LOG_LEVEL ?? 'info',
  } as const;
}

function serviceConfig(env: Environment, argv: readonly string[], problems: string[]): ServiceConfig {
  const appId = env.MicrosoftAppId?.toLowerCase() ?? '';
  const tenantId = env.MicrosoftAppTenantId?.toLowerCase() ?? '';
  const wantGuid = (name: string, value: string) => {
    if (!z.guid().safeParse(value).success) problems.push(`${name} ${value ? 'må være en GUID' : 'mangler'}`);
  };
  wantGuid('MicrosoftAppId', appId);
  wantGuid('MicrosoftAppTenantId', tenantId);
  for (const tenant of env.ALLOWED_TENANTS ?? []) wantGuid('ALLOWED_TENANTS', tenant);
  if (env.MONGODB_URI === undefined && env.STORE === undefined && !isNamed(problems, 'MONGODB_URI', 'STORE'))
    problems.push('MONGODB_URI mangler; til én prosess med egen fil, sett STORE=sqlite');
  if (env.MONGODB_URI !== undefined && env.STORE !== undefined)
    problems.push('MONGODB_URI og STORE=sqlite utelukker hverandre: sett bare den ene');
  for (const flag of argv) problems.push(`${flag} gjelder bare lokal modus, uten MicrosoftAppId`);
  return {
    ...commonOf(env),
    mode: 'service',
    appId,
    tenantId,
    allowedTenants: env.ALLOWED_TENANTS ?? [tenantId],
    allowedServiceHosts: env.ALLOWED_SERVICE_HOSTS ?? MICROSOFT_HOSTS,
    credentials: credentialsOf(env, problems),
    channel: channelOf(env, tenantId),
    signIn: signInOf(env, appId, env.ALLOWED_TENANTS ?? [tenantId]),
    host: env.HOST ?? '0.0.0.0',
    teamsAppId: env.TEAMS_APP_ID ?? appId,
    ...(env.MONGODB_URI !== undefined && { mongoUri: env.MONGODB_URI }),
  };
}

/** The credentials; when they are half set, something to go on with until the problems are thrown. */
function credentialsOf(env: Environment, problems: string[]): Credentials {
  const { MicrosoftAppType: type, MicrosoftAppPassword: password = '' } = env;
  const { CertificateThumbprint: thumbprint = '', CertificatePrivateKey: privateKey = '' } = env;
  // of an unknown kind nobody can say what is missing
  if (isNamed(problems, 'MicrosoftAppType')) return { kind: 'managed-identity' };
  if (type === undefined) problems.push('MicrosoftAppType mangler: SingleTenant eller UserAssignedMsi');
  if (type === 'UserAssignedMsi') {
    if (password || thumbprint || privateKey)
      problems.push('UserAssignedMsi skal verken ha MicrosoftAppPassword eller sertifikat');
    return { kind: 'managed-identity' };
  }
  if (thumbprint || privateKey || isNamed(problems, 'CertificateThumbprint', 'CertificatePrivateKey')) {
    if (password) problems.push('MicrosoftAppPassword og sertifikat utelukker hverandre: sett bare det ene');
    for (const [name, value] of Object.entries({
      CertificateThumbprint: thumbprint,
      CertificatePrivateKey: privateKey,
    }))
      if (!value && !isNamed(problems, name)) problems.push(`${name} mangler`);
    return { kind: 'certificate', thumbprint, privateKey };
  }
  if (!password) problems.push('MicrosoftAppPassword mangler (eller CertificateThumbprint og CertificatePrivateKey)');
  return { kind: 'password', password };
}

function isNamed(problems: readonly string[], ...variables: readonly string[]): boolean {
  return problems.some((problem) => variables.some((name) => problem.startsWith(`${name} `)));
}

/** Variables that make sense only in a service: set without `MicrosoftAppId`, somebody meant to run one. */
const SERVICE_ONLY = [
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'MicrosoftAppPassword',
  'CertificateThumbprint',
  'CertificatePrivateKey',
  'MONGODB_URI',
  'STORE',
  'ALLOWED_TENANTS',
  'ALLOWED_SERVICE_HOSTS',
  'ALLOWED_FILE_HOSTS',
  'TAB_APP_ID',
  'TEAMS_APP_ID',
  'ChannelService',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ValidateAuthority',
  'CallerId',
] as const;

function localConfig(env: Environment, flags: Flags, problems: string[]): LocalConfig {
  const meant = SERVICE_ONLY.filter((name) => env[name] !== undefined);
  if (meant.length > 0) problems.push(`MicrosoftAppId mangler, men ${meant.join(', ')} er satt`);
  const roomPort = env.ROOM_PORT ?? 3979;
  const roomUrl = `http://127.0.0.1:${roomPort}`;
  const roomKeys = `${roomUrl}/.well-known/openidconfiguration`;
  return {
    ...commonOf(env),
    ...flags,
    mode: 'local',
    // `npm start` shows the address to open, and a line for every turn would hide it
    logLevel: env.LOG_LEVEL ?? 'warn',
    appId: LOCAL_APP_ID,
    tenantId: DEMO_TENANT,
    allowedTenants: [DEMO_TENANT],
    allowedServiceHosts: ['127.0.0.1'],
    // the room keeps the files too
    allowedFileHosts: ['127.0.0.1'],
    credentials: { kind: 'room', url: `${roomUrl}/identity` },
    channel: { ...channelOf(env, DEMO_TENANT), openIdMetadataUrl: roomKeys },
    signIn: signInOf(env, LOCAL_APP_ID, [DEMO_TENANT], roomKeys),
    // never HOST, which some shells set by themselves
    host: '127.0.0.1',
    roomPort,
    roomUrl,
  };
}
