import { html, render } from 'lit-html';
import type { WireDemoPerson } from '../tab-api/wire.ts';
import { apiAddress } from './api.ts';
import type { Host, Theme } from './host.ts';
import { stage } from './stage.ts';

/**
 * Alone in a browser. In local mode one looks as a demo person that one chooses, whom the address remembers; elsewhere the tab is of no use
 * outside Teams, and says so.
 */
export async function demoHost(root: HTMLElement, room: string | undefined): Promise<Host> {
  if (room === undefined) return outsideTeams(root);
  const query = new URLSearchParams(location.search);
  const personId = query.get('person') ?? (await choosePerson(root));
  const token = async () => {
    const response = await fetch(apiAddress(`demo/${encodeURIComponent(personId)}`));
    if (!response.ok) throw new Error('nobody like that');
    return (await response.json()).token as string;
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = [matchMedia('(forced-colors: active)'), matchMedia('(prefers-contrast: more)')];
  const theme = (): Theme => (contrast.some(({ matches }) => matches) ? 'contrast' : dark.matches ? 'dark' : 'default');
  return {
    kind: 'browser',
    theme: theme(),
    path: '',
    isSidePanel: query.get('panel') === 'meeting',
    token,
    onTheme: (changed) => {
      for (const one of [dark, ...contrast]) one.addEventListener('change', () => changed(theme()));
    },
    // the room shows this person on the left
    chatAt: (url) => `${url}#v=${encodeURIComponent(personId)}`,
    openLink: (url) => void window.open(url, '_blank', 'noopener'),
    onBack: () => undefined,
    showLoaded: () => undefined,
    changePerson: () => {
      const address = new URL(location.href);
      address.searchParams.delete('person');
      location.assign(address);
    },
  };
}

/** Resolves with whom they chose. */
async function choosePerson(root: HTMLElement): Promise<string> {
  const response = await fetch(apiAddress('demo'));
  if (!response.ok) throw new Error('the room does not answer');
  const persons: readonly WireDemoPerson[] = await response.json();
  document.title = 'Hvem er du? – Utvalgsbot';
  return new Promise((resolve) => {
    const choose = (id: string) => {
      const address = new URL(location.href);
      address.searchParams.set('person', id);
      history.replaceState(null, '', address);
      resolve(id);
    };
    const person = ({ id, name, title, roles }: WireDemoPerson) => html`<li>
      <button type="button" @click=${() => choose(id)}><strong>${name}</strong> <span class="quiet">${roles || title}</span></button>
    </li>`;
    const page = html`<main class="page">
      <h1>Hvem er du?</h1>
      <p>I Teams er det innloggingen som sier det. Her velger du en av personene i prøverommet.</p>
      <ul class="persons">${persons.map(person)}</ul>
    </main>`;
    render(page, stage(root));
  });
}

/** Never resolves: there is nothing more to do. */
function outsideTeams(root: HTMLElement): Promise<never> {
  render(
    html`<main class="page">
      <h1>Åpne Utvalgsbot i Teams</h1>
      <p>Fanen vet hvem du er når den åpnes i Teams. Finn Utvalgsbot under «Apper», eller åpne lenken fra et kort i chatten.</p>
    </main>`,
    stage(root),
  );
  return new Promise(() => undefined);
}
