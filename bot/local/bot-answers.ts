import { z } from 'zod';
import type { BotAnswer } from './bot-line.ts';
import type { Json, PressAnswer, WireDialog } from './wire.ts';

const WENT_WRONG = 'Noe gikk galt. Prøv igjen.';
const NOT_THERE = 'Utvalgsbot svarer ikke akkurat nå. Ingenting er sendt, og det du har fylt ut, står her fortsatt.';
const NO_PAGES = 'Dialogen er en nettside, og den kan ikke vises i prøverommet.';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

const card = z.record(z.string(), z.unknown());
const size = z.union([z.number(), z.string()]).optional();

const executeSchema = z.discriminatedUnion('type', [
  z.object({ statusCode: z.literal(200), type: z.literal(CARD_TYPE), value: card }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
]);
const shape = { title: z.string().optional(), height: size, width: size };
const taskSchema = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({
      type: z.literal('continue'),
      value: z.union([
        z.object({ ...shape, card: z.object({ contentType: z.literal(CARD_TYPE), content: card }) }),
        z.object({ ...shape, url: z.string() }),
      ]),
    }),
  ]),
});
/** What a command of the app leaves behind: a card for the field that one writes in, or a sentence. */
const extensionSchema = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), text: z.string() }),
    z.object({
      type: z.literal('result'),
      attachments: z.tuple([z.object({ contentType: z.literal(CARD_TYPE), content: card })], z.unknown()),
    }),
  ]),
});
/** Nothing to show: the dialog is over. */
const overSchema = z.union([z.undefined(), z.null(), z.strictObject({})]);

type Failed = Extract<PressAnswer, { readonly kind: 'failed' }>;
type Message = Extract<PressAnswer, { readonly kind: 'message' }>;
type Draft = Extract<PressAnswer, { readonly kind: 'draft' }>;
export type ExecuteAnswer = { readonly kind: 'card'; readonly card: Json } | Message | Failed;
export type TaskAnswer =
  | { readonly kind: 'dialog'; readonly dialog: Omit<WireDialog, 'id'> }
  | { readonly kind: 'sent' }
  | Draft
  | Message
  | Failed;

/** What Teams says when there is no answer to go by. */
export function failure(answer: BotAnswer): Failed {
  return { kind: 'failed', text: answer.kind === 'unreachable' ? NOT_THERE : WENT_WRONG };
}

/** Reads what a pressed `Action.Execute` was answered with. */
export function readExecute(answer: BotAnswer): ExecuteAnswer {
  const said = executeSchema.safeParse(answer.kind === 'answered' ? answer.body : undefined).data;
  if (said === undefined) return failure(answer);
  return said.type === CARD_TYPE ? { kind: 'card', card: said.value } : { kind: 'message', text: said.value };
}

/** Reads what was answered when a command's dialog was sent. */
export function readExtension(answer: BotAnswer): TaskAnswer {
  const said = extensionSchema.safeParse(answer.kind === 'answered' ? answer.body : undefined).data?.composeExtension;
  if (said === undefined) return readTask(answer, true);
  return said.type === 'result'
    ? { kind: 'draft', card: said.attachments[0].content }
    : { kind: 'message', text: said.text };
}

/** Reads what a dialog was answered with. `mayEnd`: nothing at all is an answer too. */
export function readTask(answer: BotAnswer, mayEnd: boolean): TaskAnswer {
  if (answer.kind !== 'answered') return failure(answer);
  if (mayEnd && overSchema.safeParse(answer.body).success) return { kind: 'sent' };
  const task = taskSchema.safeParse(answer.body).data?.task;
  if (task === undefined) return failure(answer);
  if (task.type === 'message') return { kind: 'message', text: task.value };
  if ('url' in task.value) return { kind: 'failed', text: NO_PAGES };
  const { title = '', height, width } = task.value;
  const sizes = { ...(height !== undefined && { height }), ...(width !== undefined && { width }) };
  return { kind: 'dialog', dialog: { title, ...sizes, card: task.value.card.content } };
}
