import { z } from 'zod';
import { DEMO_TENANT, LOCAL_APP_ID } from './local/demo.ts';

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

/** How the channel's tokens are checked and the bot's own are fetched; each has its own default. */
export type Channel = {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly loginUrl: string;
  readonly scope: string;
  readonly oauthUrl: string;
};

type Common = {
  readonly appId: string;
  readonly tenantId: string;
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
  readonly credentials: Credentials;
  readonly channel: Channel;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
};
export type LocalConfig = Common & {
  readonly mode: 'local';
  readonly roomPort: number;
  readonly roomUrl: string;
  /** Sender unchecked, for other local clients; loopback only. */
  readonly unverified: boolean;
  readonly reset: boolean;
  readonly yes: boolean;
  readonly now?: Date;
};
export type ServiceConfig = Common & { readonly mode: 'service'; readonly mongoUri?: string };
export type Config = LocalConfig | ServiceConfig;

// where Bot Framework's services live; Microsoft's own list in its Agents SDK
const MICROSOFT_HOSTS = [
  'smba.trafficmanager.net',
  '*.botframework.com',
  '*.teams.microsoft.com',
  '*.teams.microsoft.us',
  '*.infra.gov.teams.microsoft.us',
];
const BOT_FRAMEWORK = 'https://api.botframework.com';

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const port = z.coerce.number().int().min(0).max(65_535);
const list = optional.transform((value) =>
  value
    ?.split(',')
    .map((item) => item.trim().toLowerCase())
    .filter(Boolean),
);

const environmentSchema = z.object({
  PORT: port.default(3978),
  ROOM_PORT: port.default(3979),
  HOST: optional,
  DATA_DIR: optional.transform((value) => value ?? '.data'),
  STORE: z.enum(['sqlite', '']).optional(),
  MONGODB_URI: optional,
  MicrosoftAppId: optional,
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi', '']).optional(),
  MicrosoftAppTenantId: optional,
  MicrosoftAppPassword: optional,
  CertificateThumbprint: optional,
  CertificatePrivateKey: optional,
  ALLOWED_TENANTS: list,
  ALLOWED_SERVICE_HOSTS: list,
  ToBotFromChannelOpenIdMetadataUrl: optional,
  ToBotFromChannelTokenIssuer: optional,
  ToChannelFromBotLoginUrl: optional,
  ToChannelFromBotOAuthScope: optional,
  OAuthUrl: optional,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads environment and command line. Service mode when `MicrosoftAppId` is set, else local mode. Throws `ConfigError`
 * that names everything missing or odd: a half-set configuration never starts.
 */
export function readConfig(
  argv: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return parsed.data.MicrosoftAppId === undefined ? localConfig(parsed.data, argv) : serviceConfig(parsed.data, argv);
}

function channelOf(env: Environment, tenantId: string): Channel {
  return {
    issuer: env.ToBotFromChannelTokenIssuer ?? BOT_FRAMEWORK,
    openIdMetadataUrl:
      env.ToBotFromChannelOpenIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    loginUrl: env.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${tenantId}`,
    scope: env.ToChannelFromBotOAuthScope ?? BOT_FRAMEWORK,
    oauthUrl: env.OAuthUrl ?? BOT_FRAMEWORK,
  };
}

function serviceConfig(env: Environment, argv: readonly string[]): ServiceConfig {
  const problems: string[] = [];
  const appId = env.MicrosoftAppId ?? '';
  const tenantId = env.MicrosoftAppTenantId ?? '';
  const guid = (name: string, value: string) => {
    if (!z.guid().safeParse(value).success) problems.push(`${name} must be a GUID`);
  };
  guid('MicrosoftAppId', appId);
  guid('MicrosoftAppTenantId', tenantId);
  const credentials = credentialsOf(env, problems);
  const allowedTenants = env.ALLOWED_TENANTS ?? [tenantId.toLowerCase()];
  for (const tenant of env.ALLOWED_TENANTS ?? []) guid('ALLOWED_TENANTS', tenant);
  if (env.MONGODB_URI === undefined && env.STORE !== 'sqlite')
    problems.push('MONGODB_URI is missing; for one process with a file of its own set STORE=sqlite');
  if (env.MONGODB_URI !== undefined && env.STORE === 'sqlite') problems.push('set either MONGODB_URI or STORE=sqlite');
  for (const flag of argv) problems.push(`${flag} is for local mode, without MicrosoftAppId`);
  if (problems.length > 0 || credentials === undefined) throw new ConfigError(problems.join('\n'));
  return {
    mode: 'service',
    appId,
    tenantId,
    allowedTenants,
    allowedServiceHosts: env.ALLOWED_SERVICE_HOSTS ?? MICROSOFT_HOSTS,
    credentials,
    channel: channelOf(env, tenantId),
    host: env.HOST ?? '0.0.0.0',
    port: env.PORT,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    ...(env.MONGODB_URI !== undefined && { mongoUri: env.MONGODB_URI }),
  };
}

function credentialsOf(env: Environment, problems: string[]): Credentials | undefined {
  const { MicrosoftAppType: type, MicrosoftAppPassword: password } = env;
  const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = env;
  if (!type) problems.push('MicrosoftAppType is missing: SingleTenant or UserAssignedMsi');
  if (type === 'UserAssignedMsi') {
    if (password || thumbprint || privateKey) problems.push('UserAssignedMsi takes neither password nor certificate');
    return { kind: 'managed-identity' };
  }
  if (thumbprint !== undefined || privateKey !== undefined) {
    if (password) problems.push('set either MicrosoftAppPassword or a certificate');
    if (!thumbprint) problems.push('CertificateThumbprint is missing');
    if (!privateKey) problems.push('CertificatePrivateKey is missing');
    return { kind: 'certificate', thumbprint: thumbprint ?? '', privateKey: privateKey ?? '' };
  }
  if (password === undefined) {
    problems.push('MicrosoftAppPassword is missing (or CertificateThumbprint and CertificatePrivateKey)');
    return undefined;
  }
  return { kind: 'password', password };
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
  'HOST',
] as const;

function localConfig(env: Environment, argv: readonly string[]): LocalConfig {
  const meant = SERVICE_ONLY.filter((name) => env[name] !== undefined && env[name] !== '');
  if (meant.length > 0) throw new ConfigError(`MicrosoftAppId is missing, but ${meant.join(', ')} is set`);
  const roomUrl = `http://127.0.0.1:${env.ROOM_PORT}`;
  return {
    mode: 'local',
    appId: LOCAL_APP_ID,
    tenantId: DEMO_TENANT,
    allowedTenants: [DEMO_TENANT],
    allowedServiceHosts: ['127.0.0.1'],
    credentials: { kind: 'room', url: `${roomUrl}/identity` },
    channel: { ...channelOf(env, DEMO_TENANT), openIdMetadataUrl: `${roomUrl}/.well-known/openidconfiguration` },
    host: '127.0.0.1',
    port: env.PORT,
    roomPort: env.ROOM_PORT,
    roomUrl,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    ...flagsOf(argv),
  };
}

function flagsOf(argv: readonly string[]): Pick<LocalConfig, 'unverified' | 'reset' | 'yes' | 'now'> {
  const flags = { unverified: false, reset: false, yes: false };
  let now: Date | undefined;
  for (let i = 0; i < argv.length; i++) {
    const flag = argv[i];
    if (flag === '--unverified' || flag === '--reset' || flag === '--yes')
      flags[flag.slice(2) as keyof typeof flags] = true;
    else if (flag === '--now') {
      now = new Date(argv[++i] ?? '');
      if (Number.isNaN(now.getTime())) throw new ConfigError('--now wants a time such as 2026-03-02T09:00:00Z');
    } else throw new ConfigError(`${flag} is not known; there are --now, --reset, --yes and --unverified`);
  }
  return { ...flags, ...(now && { now }) };
}
