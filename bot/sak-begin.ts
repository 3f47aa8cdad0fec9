import type { Committee } from '../store/committee/record.ts';
import { isClosed } from '../store/committee/rules.ts';
import type { Sak } from '../store/sak/record.ts';
import { draftSak, isUntouched } from '../store/sak/rules-draft.ts';
import type { View } from '../store/view.ts';
import { showAside } from './aside.ts';
import { idFrom, withoutThread } from './ids.ts';
import { committeeIn } from './setup-aside.ts';
import { begunBy } from './setup-begin.ts';
import type { Deps, Shown, Turn } from './turn.ts';

/** What is known of a sak when somebody begins it. */
export type Prefill = {
  readonly title?: string;
  readonly background?: string;
  /** The message that it is made from. */
  readonly link?: string;
  readonly committeeId?: string;
  /** A file of theirs, as its text or as a vedlegg. */
  readonly fileId?: string;
  readonly fileIds?: string;
  /** A new one, whatever they have begun. */
  readonly isNew?: boolean;
};

/** The committees that somebody may propose a sak to: their own first, then those of the organisation. None that is closed. */
export async function committeesFor(deps: Deps, personId: string, tenantId: string): Promise<readonly Committee[]> {
  const own = await deps.committees.of(personId);
  const ids = new Set(own.map(({ id }) => id));
  const all = [...own, ...(await deps.committees.inTenant(tenantId)).filter(({ id }) => !ids.has(id))];
  return all.filter((committee) => !isClosed(committee));
}

/** What somebody has begun and not sent, without what nothing was typed into. */
export async function draftsOf(deps: Deps, personId: string): Promise<readonly Sak[]> {
  return (await deps.saker.draftsOf(personId)).filter((draft) => !isUntouched(draft));
}

/**
 * Begins a sak: the form for it, for the conversation's committee or the person's only one; else the choice of one. Whoever
 * has begun one and brings nothing new is shown that first. Asked for twice by the same press or message it is one sak.
 */
export async function beginSak(deps: Deps, turn: Turn, prefill: Prefill = {}): Promise<Shown> {
  return { view: await begun(deps, turn, prefill) };
}

async function begun(deps: Deps, turn: Turn, prefill: Prefill): Promise<View> {
  const { person, tenantId, turnId } = turn;
  const committees = await committeesFor(deps, person.id, tenantId);
  const [first] = committees;
  if (first === undefined) return { view: 'notice', notice: 'no-committees' };
  const { title, background, link, fileId, fileIds, isNew = false } = prefill;
  const wanted = prefill.committeeId ?? (await committeeHere(deps, turn))?.id;
  const bringsText = [title, background, link, fileId, fileIds].some((part) => part !== undefined);
  const drafts = await deps.saker.draftsOf(person.id);
  if (!bringsText && !isNew && drafts.some((draft) => !isUntouched(draft)))
    return { view: 'sak-drafts', ...(wanted && { committeeId: wanted }) };
  const own = committees.filter(({ people }) => people.includes(person.id));
  const only = own.length === 1 ? own[0] : committees.length === 1 ? first : undefined;
  const chosen = committees.find(({ id }) => id === wanted) ?? only;
  const untouched = drafts.find((draft) => isUntouched(draft) && draft.committeeId === (chosen ?? first).id);
  if (untouched && !bringsText) return { view: 'sak-form', sakId: untouched.id };
  const sak = draftSak({
    id: idFrom('sak', turnId),
    personId: person.id,
    name: person.name,
    committee: chosen ?? first,
    isChosen: chosen !== undefined,
    typed: {
      ...(title && { title }),
      ...(background && { background }),
      ...(fileId && { fileId }),
      ...(fileIds && { fileIds }),
    },
    ...((background || link) && { source: { text: background ?? '', ...(link && { link }) } }),
  });
  await deps.saker.collection.insert(sak);
  return { view: 'sak-form', sakId: sak.id };
}

/** Whether a file can be of use to somebody: in a committee that they are in or set up, or in a sak that they propose. */
export async function canUseFiles(deps: Deps, personId: string): Promise<boolean> {
  if ((await deps.committees.of(personId)).length > 0) return true;
  if ((await deps.saker.draftsOf(personId)).length > 0) return true;
  if ((await deps.saker.proposedBy(personId)).length > 0) return true;
  return (await begunBy(deps, personId)).length > 0;
}

/** The committee of the conversation that it was asked for in. */
async function committeeHere(deps: Deps, { place, tenantId }: Turn): Promise<Committee | undefined> {
  if (place.kind === 'personal') return undefined;
  return committeeIn(deps, { tenantId, conversationId: withoutThread(place.conversationId) });
}

/** Where others read along, the form goes to the 1:1 chat of whoever asked for it. `isTyped`: they asked by a message. */
export async function beginSakAside(deps: Deps, turn: Turn, isTyped: boolean, prefill: Prefill = {}): Promise<Shown> {
  const view = await begun(deps, turn, prefill);
  return showAside(deps, turn, view, { sent: 'sak-sent-aside', failed: 'sak-unreached' }, isTyped);
}
