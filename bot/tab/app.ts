import { render } from 'lit-html';
import type { WireAnswer, WireMe } from '../tab-api/wire.ts';
import type { Api } from './api.ts';
import { cardPanel } from './card-panel.ts';
import type { Action, Context } from './context.ts';
import type { Host } from './host.ts';
import { forgetProblems } from './parts/form.ts';
import { pathOf } from './route.ts';
import { shell } from './shell.ts';
import { stage } from './stage.ts';
import { arrived, extended, isSameSubject, lengthOf, listOf, type State } from './state.ts';
import { troubleOf } from './trouble.ts';

// a look at another window is no reason to read everything again
const FRESH_MS = 15_000;
const NOBODY: WireMe = { name: '', committees: [], chat: '' };

/** The tab, from its first page on. Resolves when that is on the screen, or why it is not. */
export async function openApp(place: HTMLElement, host: Host, api: Api, first: string): Promise<void> {
  const root = stage(place);
  let state: State = {
    me: undefined,
    path: first,
    shown: { kind: 'loading' },
    isBusy: true,
    committeeId: undefined,
    notice: undefined,
  };
  let latest = 0;
  let readAt = 0;
  let isPressed = false;

  const show = (changes: Partial<State>) => {
    state = { ...state, ...changes };
    const context: Context = { ...able, me: state.me ?? NOBODY, path: state.path };
    render(shell(state, context, host), root);
    const title = root.querySelector('h1')?.textContent?.trim().replace(/\s+/g, ' ');
    document.title = title ? `${title} – Utvalgsbot` : 'Utvalgsbot';
  };

  /** Reads a page, and the following parts of its list until as much is there as before. Only the latest one asked for is shown. */
  const read = async (path: string, { atLeast = 0 } = {}) => {
    const mine = ++latest;
    show({ isBusy: true });
    try {
      let next = arrived(state, await api.start(path));
      for (let list = listOf(next); list?.next && list.items.length < atLeast; list = listOf(next))
        next = extended(next, await api.page(list.next));
      if (mine !== latest) return false;
      readAt = Date.now();
      show({ ...next, notice: state.notice, isBusy: false });
    } catch (error) {
      if (mine !== latest) return false;
      show({ path, shown: { kind: 'trouble', trouble: troubleOf(error) }, isBusy: false });
    }
    return true;
  };

  const visit = async (path: string) => {
    const isSame = isSameSubject(path, state.path) && state.shown.kind === 'page';
    show({ notice: undefined });
    if (!(await read(path)) || isSame) return;
    scrollTo(0, 0);
    focusHeading(root);
  };

  const reload = async () => {
    await read(state.path, { atLeast: lengthOf(state) });
    // what had the focus may be gone
    if (document.activeElement === document.body && !document.querySelector('dialog[open]')) focusHeading(root);
  };

  /** The answer to a press. `id` stays the same when it is sent again, so that it is done once. */
  const send = async (action: Action, id: string = crypto.randomUUID()): Promise<WireAnswer | undefined> => {
    if (isPressed) return undefined;
    isPressed = true;
    show({ isBusy: true, notice: undefined });
    try {
      return await api.act(id, action);
    } catch (error) {
      const { title, text } = troubleOf(error);
      const again = () => void send(action, id).then((answer) => answer && settle(answer, undefined));
      show({ notice: { text: `${title}. ${text}`, isProblem: true, again } });
      return undefined;
    } finally {
      isPressed = false;
      show({ isBusy: false });
    }
  };

  const settle = async (answer: WireAnswer, said: string | undefined): Promise<boolean> => {
    const isDone = answer.kind === 'card' && !answer.isRefused;
    if (isDone) forgetProblems(root);
    if (answer.kind === 'message') show({ notice: { text: answer.text } });
    else if (isDone && said !== undefined) show({ notice: { text: said } });
    else await panel.open(answer);
    if (!panel.isOpen()) await reload();
    return isDone;
  };

  const panel = cardPanel({
    send,
    openLink: host.openLink,
    pickPerson: host.pickPerson,
    say: (text) => show({ notice: { text } }),
    onClosed: () => void reload(),
  });

  const able: Omit<Context, 'me' | 'path'> = {
    api,
    openLink: host.openLink,
    reload,
    go: (path, { replace = false } = {}) => {
      if (!replace) location.hash = `#/${path}`;
      else {
        history.replaceState(history.state, '', `#/${path}`);
        void visit(path);
      }
    },
    act: async (action, said) => {
      const answer = await send(action);
      return answer === undefined ? false : settle(answer, said);
    },
    more: async (next) => {
      const before = lengthOf(state);
      show({ isBusy: true });
      try {
        const more = await api.page(next);
        show({ ...extended(state, more), isBusy: false });
      } catch (error) {
        const { title, text } = troubleOf(error);
        show({
          isBusy: false,
          notice: { text: `${title}. ${text}`, isProblem: true, again: () => void able.more(next) },
        });
        return;
      }
      // on to the first of what came, as the button moved away from under the finger
      const row = root.querySelectorAll<HTMLElement>('[data-row]')[before];
      row?.focus();
    },
  };

  // the pages that lie behind, for Teams' own way back
  const trail = [first];
  addEventListener('hashchange', () => {
    const path = pathOf(location.hash);
    if (trail.at(-2) === path) trail.pop();
    else trail.push(path);
    void visit(path);
  });
  host.onBack(() => {
    if (trail.length > 1) history.back();
    return trail.length > 1;
  });
  addEventListener('online', () => state.shown.kind === 'trouble' && void read(state.path));
  const refresh = () => {
    const isStale = Date.now() - readAt > FRESH_MS;
    if (document.visibilityState === 'visible' && isStale && state.shown.kind === 'page' && !state.isBusy)
      void reload();
  };
  addEventListener('focus', refresh);
  document.addEventListener('visibilitychange', refresh);

  show({});
  await read(first);
  trail[0] = state.path;
  history.replaceState(null, '', `#/${state.path}`);
}

function focusHeading(root: HTMLElement): void {
  root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
