import type { Attachment } from './record.ts';

const MAX_URL = 2000;
const MAX_NAME = 200;

export type LinkProblem = 'link-odd' | 'link-not-https' | 'link-too-long';
type Link = Extract<Attachment, { kind: 'link' }>;

/** The links of a form, one a line, each with its name before it when it has one. Only https is taken. */
export function linksIn(text = ''): { readonly links: readonly Link[]; readonly problems: readonly LinkProblem[] } {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map(linkIn);
  return {
    links: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    problems: [...new Set(read.flatMap((one) => (typeof one === 'string' ? [one] : [])))],
  };
}

function linkIn(line: string): Link | LinkProblem {
  const address = line.split(/\s+/).at(-1) ?? '';
  const name = line
    .slice(0, line.length - address.length)
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  if (!URL.canParse(address)) return 'link-odd';
  const { protocol, hostname, href, username } = new URL(address);
  if (protocol !== 'https:') return 'link-not-https';
  // an address with a name before the host looks like another one's
  if (hostname === '' || username !== '') return 'link-odd';
  if (href.length > MAX_URL || name.length > MAX_NAME) return 'link-too-long';
  return { kind: 'link', url: href, name: name || href.slice(0, MAX_NAME) };
}
