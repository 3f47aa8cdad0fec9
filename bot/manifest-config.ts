import { z } from 'zod';
import { isPublicPage, readEnvironment } from './environment.ts';
import type { Facts } from './manifest.ts';

/** What the package must say, and what it is. The bot's secrets are not among it. */
const WANTED = {
  MicrosoftAppId: 'id-en til appregistreringen',
  PUBLISHER_NAME: 'navnet på virksomheten som står bak appen',
  PUBLISHER_URL: 'en side der brukerne finner hjelp',
  PRIVACY_URL: 'en side om personvern i appen',
  TERMS_URL: 'en side med vilkår for å bruke appen',
  PUBLIC_URL: 'adressen der boten nås utenfra, som fanen i Teams hentes fra',
} as const;

export type Packaging = Required<Omit<Facts, 'version' | 'tabAppId'>> & Pick<Facts, 'tabAppId'>;

/** What packaging needs to know of the operator; what is missing or odd is added to `problems`, one line each. */
export function packagingOf(env: NodeJS.ProcessEnv, problems: string[]): Packaging {
  // an odd variable of the service is the service's affair
  const own = Object.fromEntries([...Object.keys(WANTED), 'TAB_APP_ID'].map((name) => [name, env[name]]));
  const read = readEnvironment(own, problems);
  const odd = new Set(problems.map((problem) => problem.split(' ')[0]));
  for (const [name, meaning] of Object.entries(WANTED))
    if (read[name as keyof typeof WANTED] === undefined && !odd.has(name)) problems.push(`${name} mangler: ${meaning}`);
  const { MicrosoftAppId: appId = '', PUBLIC_URL: publicUrl = '' } = read;
  if (appId && !z.guid().safeParse(appId).success) problems.push('MicrosoftAppId må være en GUID');
  if (publicUrl && !isPublicPage(publicUrl)) problems.push('PUBLIC_URL må være en https-adresse som andre kan åpne');
  return {
    appId: appId.toLowerCase(),
    publisher: {
      name: read.PUBLISHER_NAME ?? '',
      websiteUrl: written(read.PUBLISHER_URL),
      privacyUrl: written(read.PRIVACY_URL),
      termsOfUseUrl: written(read.TERMS_URL),
    },
    publicUrl,
    ...(read.TAB_APP_ID !== undefined && { tabAppId: read.TAB_APP_ID }),
  };
}

/** An address in ASCII alone: not every reader of a manifest takes another one. */
const written = (page: string | undefined) => (page === undefined ? '' : new URL(page).href);
