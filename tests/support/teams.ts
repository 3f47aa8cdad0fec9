import { type Address, type FileOffer, type Post, type Teams, UndeliveredError } from '../../bot/turn.ts';

/** One request to Teams. `chat` is the conversation, the member whose 1:1 chat is asked for, or a file's address. */
export type Request = {
  readonly kind: 'post' | 'update' | 'open' | 'offer' | 'upload' | 'show' | 'fetch' | 'members';
  readonly chat: string;
  readonly serviceUrl: string;
  /** Whose limits it counts for; absent for the transfer of a file. */
  readonly tenantId?: string;
  readonly post?: Post;
  readonly activityId?: string;
  readonly offer?: FileOffer;
  readonly bytes?: Uint8Array;
};

export type Recorded = Teams & {
  readonly requests: Request[];
  /** Runs with each request before it is answered; what it throws is Teams' refusal. */
  answer: (request: Request) => unknown;
  /** What lies at the address of a dropped file. */
  file: Uint8Array;
  /** Teams may take a message without saying what it is called. */
  saysIds: boolean;
};

/** Teams as the program sees it: takes what it is sent, remembers it, and refuses what a test tells it to. */
export function aTeams(): Recorded {
  const requests: Request[] = [];
  const handle = async (request: Request) => {
    requests.push(request);
    await teams.answer(request);
    return requests.length;
  };
  const teams: Recorded = {
    requests,
    answer: () => undefined,
    saysIds: true,
    file: new Uint8Array(),
    async post({ serviceUrl, tenantId, conversationId: chat }: Address, post) {
      const number = await handle({ kind: 'post', chat, serviceUrl, tenantId, post });
      return teams.saysIds ? { activityId: `activity-${number}` } : {};
    },
    update: async ({ serviceUrl, tenantId, conversationId: chat }, activityId, post) => {
      await handle({ kind: 'update', chat, serviceUrl, tenantId, activityId, post });
    },
    offerFile: async ({ serviceUrl, tenantId, conversationId: chat }, offer) => {
      await handle({ kind: 'offer', chat, serviceUrl, tenantId, offer });
    },
    uploadFile: async ({ serviceUrl, uploadUrl }, bytes) => {
      await handle({ kind: 'upload', chat: uploadUrl, serviceUrl, bytes });
    },
    showFile: async ({ serviceUrl, conversationId: chat }, tenantId) => {
      await handle({ kind: 'show', chat, serviceUrl, tenantId });
    },
    fetchFile: async (url) => {
      await handle({ kind: 'fetch', chat: url, serviceUrl: '' });
      return teams.file;
    },
    members: async ({ serviceUrl, conversationId, tenantId }) => {
      await handle({ kind: 'members', chat: conversationId, serviceUrl, tenantId });
      return { members: [] };
    },
    member: async ({ serviceUrl, conversationId, tenantId }) => {
      await handle({ kind: 'members', chat: conversationId, serviceUrl, tenantId });
      throw new UndeliveredError('unknown-address', 'nobody is in this conversation');
    },
    openPersonal: async ({ serviceUrl, tenantId, memberId }) => {
      await handle({ kind: 'open', chat: memberId, serviceUrl, tenantId });
      return `chat-of-${memberId}`;
    },
  };
  return teams;
}
