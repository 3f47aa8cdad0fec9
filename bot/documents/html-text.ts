const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };
/** Control characters and half characters, which a document may hold and nobody can read. */
const UNREADABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Marks the end of a cell; no text has it, being unreadable. */
const CELL = '\ufffe';

type List = { readonly isNumbered: boolean; count: number };

/**
 * The text of the HTML that mammoth makes of a document: paragraphs with an empty line between them, line ends where
 * they stand, list items with their number or a dash, and the cells of a table row with bars between them.
 */
export function textOfHtml(html: string): string {
  const lists: List[] = [];
  let text = '';
  let depth = 0;
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)(\w+)/.exec(token);
    if (tag === null) text += decoded(token).replace(UNREADABLE, '');
    else {
      const [, closes, name = ''] = tag;
      if (name === 'table') depth += closes ? -1 : 1;
      text += closes ? after(name, lists, depth) : before(name, lists);
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

function before(name: string, lists: List[]): string {
  if (name === 'br') return '\n';
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
  return /^(p|h\d|table|ol|ul)$/.test(name) ? '\n\n' : '';
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_entity, name: string) => ENTITIES[name] ?? '');
}
