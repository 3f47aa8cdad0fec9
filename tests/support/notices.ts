import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The lock file, as far as the project's own checks read it. */
export function readLock() {
  return lockSchema.parse(JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'))).packages;
}

/** Packages that are part of the pages though they are installed as development tools: esbuild puts them into it. */
const BUNDLED = [
  'node_modules/@fluentui/web-components',
  'node_modules/@microsoft/fast-colors',
  'node_modules/@microsoft/fast-element',
  'node_modules/@microsoft/fast-foundation',
  'node_modules/@microsoft/fast-web-utilities',
  'node_modules/@microsoft/teams-js',
  'node_modules/adaptivecards',
  'node_modules/d3-array',
  'node_modules/d3-color',
  'node_modules/d3-format',
  'node_modules/d3-interpolate',
  'node_modules/d3-scale',
  'node_modules/d3-shape',
  'node_modules/entities',
  'node_modules/exenv-es6',
  'node_modules/linkify-it',
  'node_modules/lit-html',
  'node_modules/markdown-it',
  'node_modules/mdurl',
  'node_modules/punycode.js',
  'node_modules/swiper',
  'node_modules/tslib',
  'node_modules/uc.micro',
];

/** The notice of everything that is shipped or installed with the program: name, version, licence and licence text. */
export function thirdPartyNotice(): string {
  const shipped = Object.entries(readLock()).filter(
    ([path, { dev }]) => path !== '' && (!dev || BUNDLED.includes(path)),
  );
  const sections = shipped.map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { title: `${name} ${version ?? ''}`, license: license ?? 'see its licence text', text: licenseText(path) };
  });
  const seen = new Map(sections.map((section) => [section.title, section]));
  const sorted = [...seen.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const list = sorted.map(({ title, license }) => `- ${title}: ${license}`);
  const byText = new Map<string, string[]>();
  for (const { title, text } of sorted) if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), title]);
  const texts = [...byText].map(([text, titles]) => `## ${titles.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\``);
  return [
    '# Third-party notice',
    'Made by `npm run notices` from the lock file and the packages as installed. Packages for other platforms than the one it was made on are listed without their text.',
    list.join('\n'),
    ...texts,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function licenseText(path: string): string | undefined {
  const folder = new URL(`${path}/`, root);
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file && readFileSync(new URL(file, folder), 'utf8').replace(/\r\n?/g, '\n').replaceAll('```', "'''").trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('THIRD-PARTY.md', root), thirdPartyNotice());
