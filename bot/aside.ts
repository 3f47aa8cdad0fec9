import { notice } from '../cards/text/notices.ts';
import { change } from '../store/change.ts';
import { wantOnce } from '../store/person/rules.ts';
import type { View } from '../store/view.ts';
import type { Deps, Shown, Turn } from './turn.ts';

/** What is said where it was asked for: that it goes on in the 1:1 chat, and that it cannot. */
export type AsideNotices = { readonly sent: string; readonly failed: string };

/**
 * Where others read along, what was asked for goes on in the 1:1 chat of whoever asked; whoever cannot be reached there is
 * told what to do. Gives what can be said at once. `isTyped`: it was asked for by a message, which is answered there as
 * well.
 */
export async function showAside(
  deps: Deps,
  { person, place, turnId }: Turn,
  view: View,
  { sent, failed }: AsideNotices,
  isTyped: boolean,
): Promise<Shown> {
  // a sentence holds nothing that others must not see
  if (view.view === 'notice') return { said: notice(view.notice), notice: view.notice };
  const { conversationId, serviceUrl } = place;
  const saidTo = (code: string): View => ({ view: 'said-to', personId: person.id, notice: code });
  const aside = { conversationId, serviceUrl, failed: saidTo(failed), ...(isTyped && { sent: saidTo(sent) }) };
  const effect = { kind: 'personal-card', key: `aside:${turnId}`, personId: person.id, view, aside } as const;
  await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, [effect], deps.realNow()));
  return { said: notice(sent), notice: sent, isUnderWay: true };
}
