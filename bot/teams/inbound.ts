import { z } from 'zod';
import type { Inbound, Place } from '../turn.ts';

/** Sentences are short; a referat is typed into a form, not into the message box. */
const MAX_MESSAGE = 100_000;

const id = z.string().min(1).max(1024);
const name = z.string().max(500).optional().catch(undefined);
const tenant = z.object({ tenant: z.object({ id: z.string().max(100) }) });

const envelopeSchema = z.object({
  type: z.string().min(1).max(100),
  id,
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: z.object({ id, name, aadObjectId: z.guid().optional().catch(undefined) }),
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).catch('personal'),
    tenantId: z.string().max(100).optional().catch(undefined),
    name,
  }),
  name: z.string().max(200).optional().catch(undefined),
});
/** The part of an activity that every kind has. What is particular to a kind is read when the kind is known. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** An activity as it came: its envelope read and bounded, the rest unknown. */
export type Activity = {
  readonly envelope: Envelope;
  readonly tenantId: string | undefined;
  readonly raw: Record<string, unknown>;
};

/** Reads the envelope of an activity; undefined when a field is missing or odd. Nothing in it is trusted yet. */
export function readActivity(raw: Record<string, unknown>): Activity | undefined {
  const parsed = envelopeSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const said = tenant.safeParse(raw.channelData);
  const tenantId = said.success ? said.data.tenant.id : parsed.data.conversation.tenantId;
  return { envelope: parsed.data, tenantId: tenantId?.toLowerCase(), raw };
}

const membersSchema = z.array(z.object({ id })).max(1000);

/** What a verified activity means to this bot. `localClock`: the try-out room may move the clock. */
export function toInbound({ envelope, tenantId = '', raw }: Activity, localClock: boolean): Inbound {
  const { from, conversation, serviceUrl, recipient } = envelope;
  const place: Place = { conversationId: conversation.id, kind: conversation.conversationType, serviceUrl };
  const { aadObjectId: objectId } = from;
  const common = {
    activityId: envelope.id,
    from: { tenantId, teamsId: from.id, name: from.name ?? '', ...(objectId !== undefined && { objectId }) },
    place,
  };
  const titled = conversation.name ? { conversationName: conversation.name } : {};
  switch (envelope.type) {
    case 'message':
      return { ...common, kind: 'message', text: textOf(raw.text), ...(isObject(raw.value) && { value: raw.value }) };
    case 'invoke': {
      if (envelope.name !== 'adaptiveCard/action' || !isObject(raw.value)) return { kind: 'ignored' };
      const { action } = raw.value;
      return { ...common, kind: 'card-action', data: isObject(action) ? action.data : undefined };
    }
    case 'installationUpdate':
      if (raw.action === 'add' || raw.action === 'add-upgrade') return { ...common, ...titled, kind: 'installed' };
      return raw.action === 'remove' || raw.action === 'remove-upgrade'
        ? { ...common, ...titled, kind: 'removed' }
        : { kind: 'ignored' };
    case 'conversationUpdate': {
      // a personal chat is greeted by installationUpdate; greeting here too would be two messages
      if (place.kind === 'personal') return { kind: 'ignored' };
      const isBot = (members: unknown) =>
        membersSchema.safeParse(members).data?.some((member) => member.id === recipient.id);
      if (isBot(raw.membersAdded)) return { ...common, ...titled, kind: 'installed' };
      return isBot(raw.membersRemoved) ? { ...common, ...titled, kind: 'removed' } : { kind: 'ignored' };
    }
    case 'event':
      return localClock && envelope.name === 'utvalgsbot/clock' ? clockOf(raw.value) : { kind: 'ignored' };
    default:
      return { kind: 'ignored' };
  }
}

const clockSchema = z.object({
  offsetMs: z
    .number()
    .nonnegative()
    .max(100 * 366 * 24 * 3600 * 1000),
});

function clockOf(value: unknown): Inbound {
  const parsed = clockSchema.safeParse(value);
  return parsed.success ? { kind: 'clock', offsetMs: parsed.data.offsetMs } : { kind: 'ignored' };
}

/** What was written to the bot, without the mention of it that Teams puts into a channel's messages. */
function textOf(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text
    .slice(0, MAX_MESSAGE)
    .replace(/<at>[^<]{0,200}<\/at>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
