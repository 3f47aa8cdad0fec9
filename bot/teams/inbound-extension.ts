import { z } from 'zod';
import { readableText, textOfHtml } from '../documents/html-text.ts';
import type { ChosenMessage } from '../turn.ts';

/** More than Teams lets anybody write in one message, also as HTML. */
const MAX_HTML = 200_000;
/** As long as the text of a sak may be. */
const MAX_TEXT = 60_000;
const MAX_LINK = 2000;
const MAX_NAME = 200;
const MAX_ID = 100;
const MAX_SUBJECT = 300;

const openedSchema = z.object({
  commandId: z.string().min(1).max(64),
  messagePayload: z.unknown().optional(),
});

const name = z.object({
  id: z.string().max(MAX_ID).nullish().catch(undefined),
  displayName: z.string().nullish().catch(undefined),
});

// of use, but no reason to refuse: whatever is odd in a message is left out of what is begun with it
const messageSchema = z.object({
  subject: z.string().nullish().catch(undefined),
  body: z
    .object({ contentType: z.string().nullish().catch(undefined), content: z.string().catch('') })
    .nullish()
    .catch(undefined),
  from: z
    .object({ user: name.nullish().catch(undefined), application: name.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  linkToMessage: z
    .url({ protocol: /^https$/ })
    .max(MAX_LINK)
    .nullish()
    .catch(undefined),
});

/** What is read of an invoke that is about a dialog; undefined when it cannot be read. */
export type DialogInvoke =
  | { readonly kind: 'extension-opened'; readonly commandId: string; readonly message?: ChosenMessage }
  | { readonly kind: 'dialog-opened'; readonly data: unknown }
  | { readonly kind: 'dialog-submitted'; readonly data: unknown };

/** The invokes that are about dialogs, and what becomes of their value. */
const READERS: Readonly<Record<string, (value: unknown) => DialogInvoke | undefined>> = {
  'composeExtension/fetchTask': opened,
  'composeExtension/submitAction': (value) => carried('dialog-submitted', value),
  'task/fetch': (value) => carried('dialog-opened', value),
  'task/submit': (value) => carried('dialog-submitted', value),
};

/** Whether an invoke of this name is about a dialog. */
export function isAboutDialog(invoke: string | null | undefined): boolean {
  return Object.hasOwn(READERS, invoke ?? '');
}

/** Reads an invoke that is about a dialog. */
export function dialogInvoke(invoke: string, value: unknown): DialogInvoke | undefined {
  return READERS[invoke]?.(value);
}

function opened(value: unknown): DialogInvoke | undefined {
  const { data } = openedSchema.safeParse(value);
  if (data === undefined) return undefined;
  const message = messageIn(data.messagePayload);
  return { kind: 'extension-opened', commandId: data.commandId, ...(message && { message }) };
}

const carriedSchema = z.object({ data: z.record(z.string(), z.unknown()) });

function carried(kind: 'dialog-opened' | 'dialog-submitted', value: unknown): DialogInvoke | undefined {
  const parsed = carriedSchema.safeParse(value);
  return parsed.success ? { kind, data: parsed.data.data } : undefined;
}

/** The message that a command was chosen on, as plain text; undefined when there is none. */
function messageIn(payload: unknown): ChosenMessage | undefined {
  const { data } = messageSchema.safeParse(payload);
  if (data === undefined) return undefined;
  const { subject, body, from, linkToMessage: link } = data;
  const title = lineOf(subject, MAX_SUBJECT);
  const authorName = lineOf(from?.user?.displayName ?? from?.application?.displayName, MAX_NAME);
  const authorId = from?.user?.id;
  return {
    text: textIn(body?.content ?? '', body?.contentType),
    ...(title && { title }),
    ...(link && { link }),
    ...(authorId && { authorId }),
    ...(authorName && { authorName }),
  };
}

function textIn(content: string, contentType: string | null | undefined): string {
  const kept = content.slice(0, MAX_HTML);
  if (contentType === 'text') return shortened(readableText(kept).trim(), MAX_TEXT);
  // what was cut off may end in the middle of a tag
  const whole = kept.length < content.length ? kept.replace(/<[^<>]*$/, '') : kept;
  return shortened(textOfHtml(whole).trim(), MAX_TEXT);
}

function lineOf(said: string | null | undefined, most: number): string {
  return shortened(
    readableText(said ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  );
}

/** Without a half character at the end. */
function shortened(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
