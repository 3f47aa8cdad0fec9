import markdownIt from 'markdown-it';

const markdown = markdownIt({ html: false, linkify: false });

/** Markdown as HTML. HTML in the text is shown as it is written, never run. */
export function rendered(text: string): string {
  return markdown.render(text);
}
