const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    aelig: 'æ',
    oslash: 'ø',
    aring: 'å',
    AElig: 'Æ',
    Oslash: 'Ø',
    Aring: 'Å',
    eacute: 'é',
    laquo: '«',
    raquo: '»',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }),
);
/** Control characters and half characters, which a document may hold and nobody can read. */
const UNREADABLE = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text without what nobody can read. */
export function readableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNREADABLE, '');
}

/** Marks the end of a cell; no text has it, being unreadable. */
const CELL = '\ufffe';

type List = { readonly isNumbered: boolean; count: number };

/**
 * The text of HTML, as mammoth makes it of a document and Teams of a message: paragraphs with an empty line between
 * them, line ends where they stand, list items with their number or a dash, the cells of a table row with bars between
 * them, and of a picture what it shows, if that is said.
 */
export function textOfHtml(html: string): string {
  const lists: List[] = [];
  let text = '';
  let depth = 0;
  let isUnread = false;
  // up to the next tag at the most: looking further for an end that is not there would take hours
  for (const [token] of html.matchAll(/<[^<>]*>|[^<]+/g)) {
    const [, closes, called = ''] = /^<(\/?)(\w+)/.exec(token) ?? [];
    const name = called.toLowerCase();
    if (name === 'script' || name === 'style') isUnread = closes === '';
    else if (closes === undefined) {
      if (!token.startsWith('<') && !isUnread) text += readableText(decoded(token));
    } else {
      if (name === 'table') depth += closes ? -1 : 1;
      text += closes ? after(name, lists, depth) : before(name, lists, token);
    }
  }
  return text
    .split('\n')
    .map(lineOf)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Line by line and piece by piece: a pattern over the whole would take hours for some millions of spaces. */
function lineOf(line: string): string {
  const cells = line.split(CELL).map((cell) => cell.trim());
  return (cells.length > 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells).join(' | ');
}

function before(name: string, lists: List[], tag: string): string {
  if (name === 'br') return '\n';
  if (name === 'img' || name === 'emoji') return readableText(decoded(/\balt="([^"]*)"/.exec(tag)?.[1] ?? ''));
  if (name === 'ol' || name === 'ul') lists.push({ isNumbered: name === 'ol', count: 0 });
  if (name !== 'li') return '';
  const list = lists.at(-1);
  if (list === undefined) return '';
  list.count++;
  return `\n${'   '.repeat(lists.length - 1)}${list.isNumbered ? `${list.count}.` : '-'} `;
}

function after(name: string, lists: List[], depth: number): string {
  if (name === 'ol' || name === 'ul') lists.pop();
  // a paragraph in a cell must not break the row
  if (depth > 0) return name === 'td' || name === 'th' ? CELL : name === 'tr' ? '\n' : name === 'p' ? ' ' : '';
  return /^(p|h\d|table|ol|ul|div|blockquote|pre)$/.test(name) ? '\n\n' : '';
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? entity;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
