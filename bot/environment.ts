import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for https anywhere, and for http on this machine: whatever goes there may hold keys or tokens. Never throws. */
export function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Names that are set aside for examples and tests, and this machine's own: no page of somebody's is there. */
const NOBODYS_HOST = /(^|\.)(example(\.(com|net|org))?|invalid|test|localhost)$/;

/** True for an https address that others can open. Never throws. */
export function isPublicPage(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' && /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(hostname) && !NOBODYS_HOST.test(hostname);
}

/** An empty variable is one that is not set: that is how many a container platform writes it. */
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const url = optional.refine((value) => value === undefined || isSafeUrl(value), 'må være en https-adresse');
const page = optional.refine(
  (value) => value === undefined || isPublicPage(value),
  'må være en https-adresse som andre kan åpne',
);
const guid = optional
  .refine((value) => value === undefined || z.guid().safeParse(value).success, 'må være en GUID')
  .transform((value) => value?.toLowerCase());
const oneOf = <const T extends readonly string[]>(values: T) =>
  optional
    .refine((value) => value === undefined || values.includes(value), `må være ${values.join(' eller ')}`)
    .transform((value) => value as T[number] | undefined);
/** Asked now, because the SDK asks only when the first message is to be sent. */
function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

const port = (lowest: number) =>
  optional
    .refine((value) => value === undefined || /^\d{1,5}$/.test(value), 'må være et portnummer')
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .refine((value) => value === undefined || (value >= lowest && value <= 65_535), `må være fra ${lowest} til 65535`);
const list = optional.transform((value) => {
  const items = value?.split(',').map((item) => item.trim().toLowerCase());
  const named = items?.filter(Boolean);
  return named?.length ? named : undefined;
});
// a wildcard needs two labels after it: `*.com` would let anybody in
const HOST = /^(localhost|\[::1\]|(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+)$/;
const hosts = list.refine(
  (names) => names === undefined || names.every((name) => HOST.test(name)),
  'må være vertsnavn, for eksempel smba.trafficmanager.net eller *.botframework.com',
);

const environmentSchema = z.object({
  PORT: port(0),
  ROOM_PORT: port(1),
  HOST: optional,
  DATA_DIR: optional,
  STORE: oneOf(['sqlite']),
  MONGODB_URI: optional.refine(
    (value) => value === undefined || /^mongodb(\+srv)?:\/\//.test(value),
    'må begynne med mongodb:// eller mongodb+srv://',
  ),
  MicrosoftAppId: optional,
  MicrosoftAppType: oneOf(['SingleTenant', 'UserAssignedMsi']),
  MicrosoftAppTenantId: optional,
  MicrosoftAppPassword: optional,
  CertificateThumbprint: optional.refine(
    (value) => value === undefined || /^[\da-f]{40}$/i.test(value),
    'må være 40 heksadesimale tegn',
  ),
  CertificatePrivateKey: optional.refine(
    (value) => value === undefined || isPrivateKey(value),
    'må være en RSA-nøkkel i PEM-format, med linjeskift og uten passord',
  ),
  ALLOWED_TENANTS: list,
  ALLOWED_SERVICE_HOSTS: hosts,
  ALLOWED_FILE_HOSTS: hosts,
  PUBLIC_URL: url,
  TAB_APP_ID: guid,
  TEAMS_APP_ID: guid,
  PUBLISHER_NAME: optional.refine(
    (value) => value === undefined || value.length <= 32,
    'kan ikke være lengre enn 32 tegn',
  ),
  PUBLISHER_URL: page,
  PRIVACY_URL: page,
  TERMS_URL: page,
  ChannelService: oneOf(['https://botframework.azure.us']),
  ToBotFromChannelOpenIdMetadataUrl: url,
  ToBotFromChannelTokenIssuer: optional,
  // the SDK's name for the keys of Entra, which signs for whoever uses the tab
  ToBotFromEmulatorOpenIdMetadataUrl: url,
  ToChannelFromBotLoginUrl: url,
  ToChannelFromBotOAuthScope: optional,
  CallerId: optional,
  ValidateAuthority: oneOf(['true', 'false']),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']),
});

/** The environment variables this program knows, as they were set. Defaults are the configuration's affair. */
export type Environment = z.infer<typeof environmentSchema>;

/** Reads them; an odd one counts as not set, and is added to `problems` by name, one line each, without its value. */
export function readEnvironment(env: NodeJS.ProcessEnv, problems: string[]): Environment {
  const parsed = environmentSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  problems.push(...issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const odd = new Set(issues.map(({ path }) => path[0]));
  return environmentSchema.parse(Object.fromEntries(Object.entries(env).filter(([name]) => !odd.has(name))));
}
