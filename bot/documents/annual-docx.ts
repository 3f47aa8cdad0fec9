import type { Block } from '../../cards/text/annual-facts.ts';
import { headingOf, paragraphOf, tableOf, written } from './paragraphs.ts';

/** A draft of an årsrapport, as a Word document to be edited. */
export async function annualDocx(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  return written(
    title,
    blocks.map((block) => {
      if ('heading' in block) return headingOf(block.heading, block.level ?? 2);
      return 'rows' in block ? tableOf(block.rows, { hasHeader: true }) : paragraphOf(block.text);
    }),
  );
}
