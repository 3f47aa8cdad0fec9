import { z } from 'zod';
import { HttpError } from './http.ts';
import { messageBytes } from './log.ts';
import type { Message, RoomFile } from './model.ts';

const MAX_MESSAGE_BYTES = 100 * 1024;
const MAX_NAME = 300;

const attachmentSchema = z.discriminatedUnion('contentType', [
  z.object({
    contentType: z.literal('application/vnd.microsoft.card.adaptive'),
    content: z.record(z.string(), z.unknown()),
  }),
  z.object({
    contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
    name: z.string().min(1).max(MAX_NAME),
    content: z.object({
      description: z.string(),
      sizeInBytes: z.int().nonnegative(),
      acceptContext: z.unknown(),
      declineContext: z.unknown(),
    }),
  }),
  z.object({
    contentType: z.literal('application/vnd.microsoft.teams.card.file.info'),
    name: z.string().min(1).max(MAX_NAME),
    contentUrl: z.url(),
    content: z.object({ uniqueId: z.string(), fileType: z.string() }),
  }),
]);
const mentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string() }),
});
const activitySchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  // of the entities only mentions are shown
  entities: z.array(mentionSchema.or(z.unknown().transform(() => undefined))).optional(),
  attachments: z.array(attachmentSchema).max(1).optional(),
});
type Attachment = z.infer<typeof attachmentSchema>;

/** What a message from the bot shows: text, and a card, a file or the question whether somebody wants one. */
export type Content = Pick<Message, 'text' | 'mentions' | 'card' | 'file' | 'offer'>;

/** Reads an activity of the bot's. Throws `HttpError` 400 or 413. `fileOf` finds a file that was uploaded. */
export function readActivity(body: unknown, fileOf: (id: string) => RoomFile | undefined): Content | 'typing' {
  if (messageBytes(body) > MAX_MESSAGE_BYTES) throw new HttpError(413, 'MessageSizeTooBig', 'Message size too large.');
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) throw badSyntax('A message with text, or with one card.');
  const { type, text, entities = [], attachments: [attachment] = [] } = parsed.data;
  if (type === 'typing') return 'typing';
  if (type !== 'message' || (!text && !attachment)) throw badSyntax('A message with text, or with one card.');
  const mentions = entities.flatMap((mention) =>
    mention ? { text: mention.text, address: mention.mentioned.id } : [],
  );
  if (mentions.some((mention) => !text?.includes(mention.text))) throw badSyntax('A mention must stand in the text.');
  return {
    ...(text && { text }),
    ...(mentions.length > 0 && { mentions }),
    ...(attachment && shownIn(attachment, fileOf)),
  };
}

function shownIn(attachment: Attachment, fileOf: (id: string) => RoomFile | undefined): Content {
  switch (attachment.contentType) {
    case 'application/vnd.microsoft.card.adaptive':
      return { card: attachment.content };
    case 'application/vnd.microsoft.teams.card.file.consent': {
      const { name, content } = attachment;
      const { description, sizeInBytes: bytes, acceptContext, declineContext } = content;
      return { offer: { name, description, bytes, acceptContext, declineContext } };
    }
    case 'application/vnd.microsoft.teams.card.file.info': {
      const file = fileOf(attachment.content.uniqueId);
      if (file === undefined) throw badSyntax('A file that was uploaded, please.');
      return { file };
    }
  }
}

export const badSyntax = (message: string) => new HttpError(400, 'BadSyntax', message);
