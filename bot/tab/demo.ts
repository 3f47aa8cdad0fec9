import { el } from '../local/page/dom.ts';
import type { WireDemoPerson } from '../tab-api/wire.ts';
import type { Host } from './host.ts';

/** Local mode, alone in a browser: the page as a demo person that one chooses; the address remembers who. */
export async function demoHost(root: HTMLElement): Promise<Host> {
  const personId = new URLSearchParams(location.search).get('person') ?? (await choosePerson(root));
  const token = async () => {
    const response = await fetch(`/api/tab/demo/${encodeURIComponent(personId)}`);
    if (!response.ok) throw new Error('nobody like that');
    return (await response.json()).token as string;
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active)');
  const theme = () => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'default');
  return {
    kind: 'browser',
    theme: theme(),
    path: '',
    isSidePanel: false,
    token,
    onTheme: (changed) => {
      for (const query of [dark, contrast]) query.addEventListener('change', () => changed(theme()));
    },
    openLink: (url) => void window.open(url, '_blank', 'noopener'),
  };
}

async function choosePerson(root: HTMLElement): Promise<string> {
  const persons: readonly WireDemoPerson[] = await (await fetch('/api/tab/demo')).json();
  return new Promise((resolve) => {
    const choose = (id: string) => {
      const address = new URL(location.href);
      address.searchParams.set('person', id);
      history.replaceState(null, '', address);
      resolve(id);
    };
    const rows = persons.map(({ id, name, title, roles }) =>
      el('li', {}, el('button', { type: 'button', onclick: () => choose(id) }, name), ` ${roles || title}`),
    );
    root.replaceChildren(el('main', {}, el('h1', {}, 'Hvem er du?'), el('ul', { class: 'persons' }, ...rows)));
    root.removeAttribute('aria-busy');
  });
}
