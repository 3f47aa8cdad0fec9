import type { WireList, WireMe, WireStart } from '../tab-api/wire.ts';
import { subjectOf } from './route.ts';
import type { Trouble } from './trouble.ts';

export type Page = WireStart['page'];
export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** What is said beside the page. `again`: sends what did not arrive once more. */
export type Notice = { readonly text: string; readonly isProblem?: boolean; readonly again?: () => void };

/** All that is on the screen. */
export type State = {
  readonly me: WireMe | undefined;
  readonly path: string;
  readonly shown: Shown;
  /** The next page, or the answer to a button, is on its way. */
  readonly isBusy: boolean;
  /** The committee whose pages the menu leads to. */
  readonly committeeId: string | undefined;
  readonly notice: Notice | undefined;
};

/** The state when a page has arrived. The menu follows to its committee; a page of none leaves it where it was. */
export function arrived(state: State, { me, path, page }: WireStart): State {
  const known = [committeeIdOf(page), state.committeeId].find((id) => me.committees.some((one) => one.id === id));
  return { ...state, me, path, shown: { kind: 'page', page }, committeeId: known ?? me.committees[0]?.id };
}

function committeeIdOf(page: Page): string | undefined {
  if (page.page === 'committee') return page.id;
  if (page.page === 'panel') return page.meeting?.committeeId;
  return 'committeeId' in page ? page.committeeId : undefined;
}

/** The same list with the following part of it at its end. */
export function extended(state: State, more: Page): State {
  const list = listOf(state);
  const rest = listOf({ shown: { kind: 'page', page: more } });
  if (list === undefined || rest === undefined) return state;
  const { next: _read, ...before } = list;
  const page = { ...before, items: [...list.items, ...rest.items], ...(rest.next && { next: rest.next }) };
  return { ...state, shown: { kind: 'page', page: page as List & Page } };
}

type List = WireList<unknown> & { readonly page: string };

/** The page on the screen, when it is a list. */
export function listOf({ shown }: Pick<State, 'shown'>): List | undefined {
  return shown.kind === 'page' && 'items' in shown.page ? shown.page : undefined;
}

/** How many rows of a list are on the screen. */
export function lengthOf(state: State): number {
  return listOf(state)?.items.length ?? 0;
}

/** Whether two paths are of the same page, with another query. */
export const isSameSubject = (a: string, b: string) => subjectOf(a) === subjectOf(b);
