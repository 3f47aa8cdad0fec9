import { z } from 'zod';
import { CARD_TYPE } from '../../cards/size.ts';
import type { Unreached } from '../../store/round/record.ts';
import { type Address, type Post, type Teams, ThrottledError, UndeliveredError } from '../turn.ts';
import type { Connectors } from './connectors.ts';
import { consentActivity, type FileTransfer, infoActivity } from './files.ts';
import type { Gate } from './limit-gate.ts';
import type { Request } from './limiter.ts';
import { ROSTER_PAGE, readMember, readRoster } from './roster.ts';

/** Microsoft: retry these, 429, and no others (platform A5); a 500 may have been delivered. */
const FOR_NOW = [412, 502, 503, 504];

/** The way out to Teams, through Bot Framework's connector; `gate` keeps Teams' limits. */
export function teamsSender(connectors: Connectors, files: FileTransfer, botId: string, gate: Gate): Teams {
  const content = ({ card, summary }: Post) => ({
    type: 'message',
    summary,
    attachments: [{ contentType: CARD_TYPE, content: card }],
  });
  const call = async <R>(serviceUrl: string, request: Request, use: (client: Client) => Promise<R>) => {
    const client = await connectors.create(serviceUrl);
    return gate(request, () =>
      use(client).catch((error: unknown) => {
        throw undelivered(error);
      }),
    );
  };
  const within =
    (kind: 'send' | 'read') =>
    <R>({ serviceUrl, tenantId, conversationId }: Address, use: (client: Client) => Promise<R>) =>
      call(serviceUrl, { kind, tenantId, thread: conversationId }, use);
  const [send, read] = [within('send'), within('read')];
  return {
    async post(to, post) {
      const sent = await send(to, (client) =>
        client.conversations.sendToConversation(to.conversationId, content(post)),
      );
      return typeof sent?.id === 'string' && sent.id !== '' ? { activityId: sent.id } : {};
    },
    async update(to, activityId, post) {
      const activity = { ...content(post), id: activityId };
      await send(to, (client) => client.conversations.updateActivity(to.conversationId, activityId, activity));
    },
    async offerFile(to, file) {
      await send(to, (client) => client.conversations.sendToConversation(to.conversationId, consentActivity(file)));
    },
    uploadFile: ({ uploadUrl }, bytes, isAgain) => files.upload(uploadUrl, bytes, isAgain),
    async showFile(upload, tenantId) {
      // in place of the question, which would be answered twice otherwise; a new message where Teams has said no id
      const info = infoActivity(upload);
      const { conversationId, consentId } = upload;
      await send({ ...upload, tenantId }, (client) =>
        consentId === undefined
          ? client.conversations.sendToConversation(conversationId, info)
          : client.conversations.updateActivity(conversationId, consentId, { ...info, id: consentId }),
      );
    },
    fetchFile: (url, maxBytes) => files.fetch(url, maxBytes),
    async members(to, after) {
      const paging = { pageSize: ROSTER_PAGE, ...(after !== undefined && { continuationToken: after }) };
      return readRoster(
        await read(to, (client) =>
          client.conversations.getConversationPagedMembers(to.conversationId, paging as PagedMembersOptions),
        ),
      );
    },
    async member(to, memberId) {
      const found = readMember(
        await read(to, (client) => client.conversations.getConversationMember(to.conversationId, memberId)),
      );
      if (found === undefined) throw new UndeliveredError('failed', 'the member cannot be read');
      return found;
    },
    async openPersonal({ serviceUrl, tenantId, memberId }) {
      const opened = await call(serviceUrl, { kind: 'open', tenantId, thread: memberId }, (client) =>
        client.conversations.createConversation({
          isGroup: false,
          bot: { id: botId },
          members: [{ id: memberId }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as never),
      );
      if (typeof opened?.id !== 'string') throw new UndeliveredError('failed', 'the new conversation has no id');
      return opened.id;
    },
  };
}

type PagedMembersOptions = { pageSize: number; continuationToken: string };
type Client = Awaited<ReturnType<Connectors['create']>>;

const failureSchema = z.object({
  name: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  // the answer as the connector wrote it; its subcodes stand at no fixed place
  response: z.object({ bodyAsText: z.string() }).optional().catch(undefined),
});

/** What a failed request means for the person it was for. */
export function undelivered(error: unknown, now: () => number = Date.now): UndeliveredError {
  if (error instanceof UndeliveredError) return error;
  const { name, statusCode, code, response } = failureSchema.catch({}).parse(error);
  const detail = `the connector answered ${statusCode ?? 'nothing'} ${code ?? ''}`.trim();
  if (statusCode === undefined) {
    // the network's errors have a code, and a request that took too long is aborted; anything else is a bug of ours
    const isNetwork = code !== undefined || name === 'AbortError';
    return new UndeliveredError(isNetwork ? 'for-now' : 'failed', detail, undefined, error);
  }
  if (statusCode === 429) return new ThrottledError(detail, retryAt(error, now()), error);
  if (FOR_NOW.includes(statusCode)) return new UndeliveredError('for-now', detail, retryAt(error, now()), error);
  return new UndeliveredError(reasonOf(statusCode, `${code} ${response?.bodyAsText}`), detail, undefined, error);
}

function reasonOf(statusCode: number, said: string): Unreached {
  if (statusCode === 404) return 'unknown-address';
  if (statusCode !== 403) return 'failed';
  if (/ConversationBlockedByUser|MessageWritesBlocked/.test(said)) return 'blocked';
  if (/InvalidBotApiHost|BotDisabledByAdmin|NotEnoughPermissions/.test(said)) return 'other-organisation';
  return 'not-installed';
}

/** `Retry-After` in seconds or as HTTP's date; a day at most. Undefined for anything else. */
function retryAt(error: unknown, now: number): Date | undefined {
  const { response } = error as { response?: { headers?: { get?: (name: string) => string | undefined } } };
  const header = response?.headers?.get?.('retry-after');
  if (!header) return undefined;
  // Date.parse makes a date of nearly anything
  const date = header.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  const at = /^\d+$/.test(header) ? now + Number(header) * 1000 : date;
  return Number.isNaN(at) ? undefined : new Date(Math.min(Math.max(at, now), now + 24 * 3600 * 1000));
}
