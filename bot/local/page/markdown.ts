import markdownIt from 'markdown-it';

// what Teams takes in a card: emphasis, lists and links, but no headings, tables, images or code
const markdown = markdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'escape',
  'entity',
  'newline',
]);
// a link must not take the room's own page away
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

/** Markdown as HTML, as Teams shows it. HTML in the text is shown as it is written, never run. */
export function rendered(text: string): string {
  return markdown.render(text);
}
