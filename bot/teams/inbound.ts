import { z } from 'zod';
import type { Inbound, Place } from '../turn.ts';
import { dialogInvoke, isAboutDialog } from './inbound-extension.ts';
import { consentIn, filesIn } from './inbound-files.ts';
import { commandText, MAX_MESSAGE } from './text.ts';

// with what is put before it in a key, still an id that the store can read back
const id = z.string().min(1).max(512);
const name = z.string().max(1024).nullish();
// as long as the store's records take them
const MAX_URL = 500;
const MAX_NAME = 200;

const envelopeSchema = z.object({
  type: z.string().min(1).max(100),
  id,
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }).max(MAX_URL),
  from: z.object({ id, name, aadObjectId: z.guid().or(z.literal('')).nullish() }),
  recipient: z.object({ id }).nullish(),
  conversation: z.object({
    id,
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().max(100).nullish(),
    name,
  }),
  name: z.string().max(200).nullish(),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(100) }).nullish(),
      // of use, but no reason to refuse an activity
      team: z.object({ id, name }).nullish().catch(undefined),
      channel: z.object({ id, name, type: z.string().nullish() }).nullish().catch(undefined),
      eventType: z.string().max(100).nullish().catch(undefined),
    })
    .nullish(),
});
/** The part of an activity that every kind has. What is particular to a kind is read when the kind is known. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** An activity that cannot be read: which fields are missing or odd, never what is in them. */
export type Bad = { readonly kind: 'bad'; readonly why: string[] };

/** An activity as it came: its envelope read and bounded, the rest unknown. */
export type Activity = {
  readonly kind: 'read';
  readonly envelope: Envelope;
  /** Every tenant that the activity names, the sender's first; in a shared channel there may be two. */
  readonly tenants: readonly string[];
  readonly raw: Record<string, unknown>;
};

/** Reads the envelope of an activity. Nothing in it is trusted yet. */
export function readActivity(raw: Record<string, unknown>): Activity | Bad {
  const parsed = envelopeSchema.safeParse(raw);
  if (!parsed.success) return { kind: 'bad', why: parsed.error.issues.map(({ path }) => path.join('.')) };
  const { channelData, conversation } = parsed.data;
  const named = [channelData?.tenant?.id, conversation.tenantId];
  const tenants = named.flatMap((tenant) => tenant?.toLowerCase() ?? []);
  return { kind: 'read', envelope: parsed.data, tenants, raw };
}

/** What a verified activity means to this bot. `localClock`: the try-out room may move the clock. */
export function toInbound({ envelope, tenants, raw }: Activity, localClock: boolean): Inbound | Bad {
  const { from, recipient } = envelope;
  const place = placeOf(envelope);
  const [tenantId = ''] = tenants;
  const objectId = from.aadObjectId?.toLowerCase();
  const common = {
    activityId: envelope.id,
    from: { tenantId, teamsId: from.id, name: shortened(from.name), ...(objectId && { objectId }) },
    place,
  };
  const title = titleOf(envelope);
  const teamId = teamOf(envelope, place);
  const titled = { ...(title && { conversationName: title }), ...(teamId && { teamId }) };
  switch (envelope.type) {
    case 'message': {
      const { text = '', value } = raw;
      if (text !== null && (typeof text !== 'string' || text.length > MAX_MESSAGE)) return bad('text');
      const said = commandText(text ?? '', raw.entities, recipient?.id);
      return {
        ...common,
        kind: 'message',
        text: said,
        files: filesIn(raw.attachments),
        ...(isObject(value) && { value }),
      };
    }
    case 'invoke':
      if (envelope.name === 'fileConsent/invoke') {
        const consent = consentIn(raw, place);
        return consent ? { ...common, kind: 'file-consent', ...consent } : bad('value');
      }
      if (isAboutDialog(envelope.name)) {
        const about = dialogInvoke(envelope.name ?? '', raw.value);
        return about ? { ...common, place: { ...place, kind: 'dialog' }, ...about } : bad('value');
      }
      if (envelope.name !== 'adaptiveCard/action') return { kind: 'ignored' };
      if (!isObject(raw.value) || !isObject(raw.value.action)) return bad('value.action');
      return { ...common, kind: 'card-action', data: dataOf(raw.value.action) };
    case 'installationUpdate':
      if (raw.action === 'add') return { ...common, ...titled, kind: 'installed' };
      if (raw.action === 'add-upgrade') return { ...common, ...titled, kind: 'installed', isUpgrade: true };
      // an upgrade removes the old version, and the chat stays
      return raw.action === 'remove' ? { ...common, ...titled, kind: 'removed' } : { kind: 'ignored' };
    case 'conversationUpdate': {
      // a personal chat is greeted by installationUpdate; greeting here too would be two messages
      if (place.kind === 'personal') return { kind: 'ignored' };
      if (isAmong(recipient?.id, raw.membersAdded)) return { ...common, ...titled, kind: 'installed' };
      if (isAmong(recipient?.id, raw.membersRemoved)) return { ...common, ...titled, kind: 'removed' };
      const deleted = deletedIn(envelope, place);
      if (deleted) return { ...common, ...deleted };
      const renamed = renamedIn(envelope, raw.topicName);
      return renamed ? { ...common, ...renamed, place: { ...place, ...renamed.place } } : { kind: 'ignored' };
    }
    case 'event':
      return localClock && envelope.name === 'utvalgsbot/clock' ? clockOf(raw.value) : { kind: 'ignored' };
    default:
      return { kind: 'ignored' };
  }
}

/** Without a half character at the end, which the store would change and every activity would then change back. */
function shortened(said: string | null | undefined): string {
  return (said ?? '')
    .trim()
    .slice(0, MAX_NAME)
    .replace(/[\ud800-\udbff]$/, '');
}

function bad(...why: string[]): Bad {
  return { kind: 'bad', why };
}

/**
 * Where it was said. The members of a channel are its team's only where Teams says that it is open to the whole team:
 * others have their own, and more kinds of them may come.
 */
function placeOf({ conversation, serviceUrl, channelData }: Envelope): Place {
  const kind = kindOf(conversation);
  const { team, channel } = channelData ?? {};
  const isOpen = channel?.type?.toLowerCase() === 'standard';
  const rosterId = kind === 'channel' && isOpen ? team?.id : undefined;
  return { conversationId: conversation.id, kind, serviceUrl, ...(rosterId && { rosterId }) };
}

/** The team whose open channels the bot comes to or leaves all at once; no other channel is meant by it. */
function teamOf({ channelData }: Envelope, { kind }: Place): string | undefined {
  const { team, channel } = channelData ?? {};
  const isApart = channel?.type != null && channel.type.toLowerCase() !== 'standard';
  return kind === 'channel' && !isApart ? team?.id : undefined;
}

/** A channel or a team that is no more: nothing can be sent there. */
function deletedIn({ channelData }: Envelope, { kind, serviceUrl }: Place) {
  const { eventType, channel, team } = channelData ?? {};
  if (eventType === 'channelDeleted' && channel)
    return { kind: 'removed' as const, place: { conversationId: channel.id, kind, serviceUrl } };
  if ((eventType === 'teamDeleted' || eventType === 'teamHardDeleted') && team)
    return { kind: 'removed' as const, teamId: team.id };
  return undefined;
}

/** Only what says that it is somebody's own chat is one: that is where a referat is shown. */
function kindOf({ id, conversationType, isGroup }: Envelope['conversation']): Place['kind'] {
  switch (conversationType) {
    case 'personal':
    case 'groupChat':
    case 'channel':
      return conversationType;
    default:
      return !conversationType && !isGroup && id.startsWith('a:') ? 'personal' : 'groupChat';
  }
}

/** What a conversation is called; the channel that every team begins with has its team's name. */
function titleOf({ conversation, channelData }: Envelope): string {
  return shortened(conversation.name ?? channelData?.channel?.name ?? channelData?.team?.name);
}

/** A channel or group chat that is called something else now. */
function renamedIn({ conversation, channelData }: Envelope, topicName: unknown) {
  const channel = channelData?.eventType === 'channelRenamed' ? channelData.channel : undefined;
  const name = shortened(channel?.name ?? (typeof topicName === 'string' ? topicName : undefined));
  if (name === '') return undefined;
  // an event of a team comes from the channel that the team begins with, whichever channel it is about
  const conversationId = channel?.id ?? conversation.id;
  return { kind: 'renamed' as const, conversationName: name, place: { conversationId } };
}

/** What the button carried and what was typed, unread. The verb in the data counts; the action's own stands in for it. */
function dataOf({ data, verb }: Record<string, unknown>): unknown {
  if (verb === undefined || (data !== undefined && !isObject(data)) || (data && Object.hasOwn(data, 'verb')))
    return data;
  return { ...data, verb };
}

const membersSchema = z.array(z.object({ id })).max(1000);

function isAmong(id: string | undefined, members: unknown): boolean {
  if (id === undefined || members === undefined) return false;
  return membersSchema.safeParse(members).data?.some((member) => member.id === id) ?? false;
}

const LONGEST_MOVE_MS = 100 * 366 * 24 * 3600 * 1000;
// the room may also start behind the present, as `--now` asks
const clockSchema = z.object({ offsetMs: z.number().min(-LONGEST_MOVE_MS).max(LONGEST_MOVE_MS) });

function clockOf(value: unknown): Inbound | Bad {
  const parsed = clockSchema.safeParse(value);
  return parsed.success ? { kind: 'clock', offsetMs: parsed.data.offsetMs } : bad('value.offsetMs');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
