import { z } from 'zod';

/** Far more than Teams' message box takes; a referat is typed into a form. */
export const MAX_MESSAGE = 100_000;

// each is looked for in all of the text
const MAX_MENTIONS = 200;

const mentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string() }),
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * What was written to the bot: without the mention of it that a channel's messages begin with, others' mentions as
 * plain names, HTML's entities and hard spaces as what they stand for. A mention is the bot's by its id; where a client
 * says no ids, the one that the text begins with.
 */
export function commandText(text: string, entities: unknown, botId: string | undefined): string {
  const listed: readonly unknown[] = Array.isArray(entities) ? entities.slice(0, MAX_MENTIONS) : [];
  const mentions = listed.flatMap((entity) => mentionSchema.safeParse(entity).data ?? []);
  let left = text;
  for (const mention of mentions) if (mention.mentioned.id === botId) left = left.replace(mention.text, ' ');
  if (mentions.length === 0) left = left.replace(/^\s*<at>[^<]{0,1024}<\/at>/, ' ');
  return left
    .replace(/<\/?at>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\u00a0/g, ' ')
    .trim();
}
