import type { Conversation } from '../store/conversation/record.ts';
import type { RosterMember } from '../store/setup/rules-people.ts';
import { withoutThread } from './ids.ts';
import { type Address, type Deps, HeldBackError, type Place, UndeliveredError } from './turn.ts';

/** Somebody waits for the answer, and has 4.5 s in all. */
const PATIENCE_MS = 2000;
/** More than any committee; whoever is further down is asked about by name. */
const MOST = 500;

type Asking = Pick<Deps, 'roster'>;

/** The members of a conversation as far as they were read; `isWhole`: there are no more. */
export type Roster = { readonly members: readonly RosterMember[]; readonly isWhole: boolean };

/** Where Teams is asked who is in a conversation. */
export function rosterAddress(at: Place | Conversation, tenantId: string): Address {
  const { conversationId, rosterId, serviceUrl } = at;
  return { serviceUrl, tenantId, conversationId: rosterId ?? withoutThread(conversationId) };
}

/** Who is in a conversation; undefined when Teams does not say so in time. */
export function rosterOf(deps: Asking, at: Address): Promise<Roster | undefined> {
  return inTime(readPages(deps, at)).catch(unanswered);
}

/** One member of a conversation, or that there is nobody like that; undefined when Teams does not say so in time. */
export function memberOf(deps: Asking, at: Address, memberId: string): Promise<RosterMember | 'nobody' | undefined> {
  return inTime<RosterMember | 'nobody'>(deps.roster.member(at, memberId)).catch((error: unknown) =>
    error instanceof UndeliveredError && error.why === 'unknown-address' ? 'nobody' : unanswered(error),
  );
}

async function readPages({ roster }: Asking, at: Address): Promise<Roster> {
  const members: RosterMember[] = [];
  for (let after: string | undefined; ; ) {
    const page = await roster.members(at, after);
    members.push(...page.members);
    after = page.next;
    if (after === undefined) return { members: members.slice(0, MOST), isWhole: members.length <= MOST };
    // a page without members would go on for ever
    if (members.length >= MOST || page.members.length === 0) return { members: members.slice(0, MOST), isWhole: false };
  }
}

/** What Teams says no to, or has no room for now, is not known, and no reason to fail; anything else is a fault of ours. */
function unanswered(error: unknown): undefined {
  if (error instanceof UndeliveredError || error instanceof HeldBackError) return undefined;
  throw error;
}

async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  // it is answered later all the same, and nobody listens then
  asked.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
