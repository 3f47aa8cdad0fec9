import { z } from 'zod';
import { isPublicPage } from './environment.ts';
import { tabRegistration } from './tab-registration.ts';

/** A manifest, as far as it is addresses. */
export const addressesSchema = z.object({
  id: z.string(),
  developer: z.object({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  // Teams' own tabs have none
  staticTabs: z.array(z.object({ contentUrl: z.string().optional() })),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  validDomains: z.array(z.string()),
});
type Addresses = z.infer<typeof addressesSchema>;

/** What is wrong with the addresses of a manifest that the schema lets pass, one sentence each. */
export function addressProblems(manifest: Addresses): readonly string[] {
  const { name, ...pages } = manifest.developer;
  return [
    ...(name.trim() === '' ? ['utgiveren mangler navn'] : []),
    ...Object.entries(pages)
      .filter(([, page]) => !isPublicPage(page))
      .map(([field, page]) => `${field} er ${page}, og må være en https-adresse som andre kan åpne`),
    ...manifest.validDomains
      .filter((domain) => !isHost(domain))
      .map((domain) => `domenet ${domain} må være et vertsnavn uten https:// og sti`),
    ...tabProblems(manifest),
    ...signInProblems(manifest),
  ];
}

function isHost(domain: string): boolean {
  const url = `https://${domain}`;
  return isPublicPage(url) && new URL(url).host === domain;
}

/** Teams shows nothing from a domain that is not named. */
function tabProblems({ staticTabs, configurableTabs, validDomains }: Addresses): readonly string[] {
  const pages = [
    ...staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
    ...configurableTabs.map(({ configurationUrl }) => configurationUrl),
  ];
  return pages
    .filter((page) => !isPublicPage(page) || !validDomains.includes(new URL(page).host))
    .map((page) => `fanen ${page} må ligge på et av domenene i validDomains`);
}

/** Entra gives a token for what is named so, and for nothing else. */
function signInProblems({ id, webApplicationInfo: app, validDomains }: Addresses): readonly string[] {
  const allowed = validDomains.map((domain) => tabRegistration(domain, id, app.id).resource);
  return allowed.includes(app.resource) ? [] : [`ressursen ${app.resource} må være ${allowed.join(' eller ')}`];
}
