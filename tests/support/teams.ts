import type { Address, Post, Teams } from '../../bot/turn.ts';

/** One request to Teams. `chat` is the conversation, or the member whose 1:1 chat is asked for. */
export type Request = {
  readonly kind: 'post' | 'update' | 'open';
  readonly chat: string;
  readonly serviceUrl: string;
  readonly post?: Post;
  readonly activityId?: string;
};

export type Recorded = Teams & {
  readonly requests: Request[];
  /** Runs with each request before it is answered; what it throws is Teams' refusal. */
  answer: (request: Request) => unknown;
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
    async post({ serviceUrl, conversationId }: Address, post) {
      const number = await handle({ kind: 'post', chat: conversationId, serviceUrl, post });
      return teams.saysIds ? { activityId: `activity-${number}` } : {};
    },
    update: async ({ serviceUrl, conversationId }, activityId, post) => {
      await handle({ kind: 'update', chat: conversationId, serviceUrl, activityId, post });
    },
    openPersonal: async ({ serviceUrl, memberId }) => {
      await handle({ kind: 'open', chat: memberId, serviceUrl });
      return `chat-of-${memberId}`;
    },
  };
  return teams;
}
