import { z } from 'zod';
import { entraKey } from '../../store/person/record.ts';
import { knownPerson, personIdFor, personLooking } from '../identity.ts';
import { idFrom } from '../ids.ts';
import type { TabUser } from '../teams/verify-tab.ts';
import type { Deps } from '../turn.ts';
import type { Answer } from './http.ts';
import { committeesOf, meOf } from './me.ts';
import { readPage } from './pages.ts';
import type { Press } from './presses.ts';
import { committeesHere, NotYoursError, type Reading } from './reading.ts';
import type { WireAnswer, WireStart } from './wire.ts';

const FIRST_PAGE = 'waiting';
const pressSchema = z.object({ id: z.string().min(8).max(100), action: z.unknown() });

/** What the tab's page asks for, on behalf of whoever is signed in. */
export type TabApi = {
  readonly read: (user: TabUser, path: string, query: URLSearchParams) => Promise<Answer>;
  /** `body`: `{id, action}`; the same of both is the same press, delivered again. */
  readonly act: (user: TabUser, body: unknown) => Promise<Answer>;
};

/** Reads with the rights of the chat, and acts through the very handlers of its cards. */
export function tabApi(deps: Deps, press: Press): TabApi {
  return {
    read: async (user, path, query) => {
      try {
        const body = path === 'start' ? await start(deps, user, query) : await page(deps, user, path, query);
        return { status: 200, body, isRead: true };
      } catch (error) {
        if (error instanceof NotYoursError) return REFUSED;
        throw error;
      }
    },
    act: async (user, body) => {
      const sent = pressSchema.safeParse(body);
      if (!sent.success) return { status: 400, body: { error: 'bad-request' } };
      const { id, action } = sent.data;
      const answer = await press({
        kind: 'tab-action',
        // with what it does: whoever names two presses alike has pressed twice
        activityId: idFrom('press', id, JSON.stringify(action ?? null)),
        from: fromOf(user),
        place: { kind: 'tab', conversationId: `tab:${user.tenantId}:${user.objectId}`, serviceUrl: '' },
        data: action,
      });
      return { status: 200, body: answer as WireAnswer };
    },
  };
}

/** The same for what is not there and for what is somebody else's: nothing is told by the difference. */
const REFUSED: Answer = { status: 403, body: { error: 'forbidden' } };

const fromOf = ({ tenantId, objectId, name }: TabUser) => ({ tenantId, objectId, name, teamsId: '' });

type Asked = { readonly query: URLSearchParams; readonly lookedAtIn?: string | null };

async function readingOf(deps: Deps, user: TabUser, { query, lookedAtIn }: Asked): Promise<Reading & { name: string }> {
  const from = fromOf(user);
  const person = await (lookedAtIn ? personLooking(deps, from, lookedAtIn) : knownPerson(deps, from));
  const viewerId = person?.id ?? personIdFor(entraKey(user.tenantId, user.objectId));
  const committees = await committeesOf(deps, viewerId);
  return { deps, viewerId, committees, query, name: person?.name ?? user.name };
}

async function page(deps: Deps, user: TabUser, path: string, query: URLSearchParams) {
  return readPage(await readingOf(deps, user, { query }), path);
}

/**
 * Who looks and what they asked for, in one answer. `here?chat=ID` is what a chat begins with: its committee, if it is
 * theirs. `in`: the chat that the page is shown in.
 */
async function start(deps: Deps, user: TabUser, query: URLSearchParams): Promise<WireStart> {
  const [asked = '', asks = ''] = (query.get('path') || FIRST_PAGE).split('?');
  const reading = await readingOf(deps, user, { query: new URLSearchParams(asks), lookedAtIn: query.get('in') });
  const [path, rest] = asked === 'here' ? [pathHere(reading), ''] : [asked, asks];
  const me = meOf(reading);
  const shown = await readPage(reading, path).catch((error: unknown) => {
    if (error instanceof NotYoursError) return { page: 'refused' } as const;
    throw error;
  });
  return { me, path: rest ? `${path}?${rest}` : path, page: shown };
}

function pathHere(reading: Reading): string {
  const [committee] = committeesHere(reading);
  return committee ? `committees/${committee.id}` : FIRST_PAGE;
}
