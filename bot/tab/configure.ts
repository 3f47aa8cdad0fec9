// before all else: Teams' library asks as soon as it is there
import './no-outside.ts';

import { pages } from '@microsoft/teams-js';
import { html, nothing, render } from 'lit-html';
import type { WireCommittee } from '../tab-api/wire.ts';
import { tabApi } from './api.ts';
import { followTheme } from './fluent.ts';
import { teamsHost } from './host.ts';
import { stage } from './stage.ts';
import { showWithoutHost } from './without-host.ts';

const root = document.getElementById('app') as HTMLElement;
const HEADING = 'Hvilket utvalg gjelder fanen?';

/** The page that Teams shows when the tab is added to a channel or a chat: one chooses the committee it is about. */
async function run(): Promise<void> {
  followTheme({ theme: 'default' });
  const host = await teamsHost(document.documentElement.dataset.room);
  if (host === undefined) {
    render(
      html`<main class="page"><h1>Legg til fanen i Teams</h1><p>Velg «+» i en kanal eller en chat.</p></main>`,
      stage(root),
    );
    return;
  }
  followTheme(host);
  const { me } = await tabApi(host).start('waiting');
  const place = stage(root);
  let chosen: WireCommittee | undefined;
  const choose = (id: string) => {
    chosen = me.committees.find((committee) => committee.id === id);
    pages.config.setValidityState(chosen !== undefined);
  };
  pages.config.registerOnSaveHandler((saving) => {
    if (chosen === undefined) return saving.notifyFailure('no committee');
    const address = new URL(`./?${new URLSearchParams({ committee: chosen.id })}`, location.href).href;
    pages.config
      .setConfig({
        entityId: `utvalg-${chosen.id}`,
        suggestedDisplayName: chosen.shortName,
        contentUrl: address,
        websiteUrl: address,
      })
      .then(() => saving.notifySuccess())
      .catch(() => saving.notifyFailure('not stored'));
  });
  render(choiceOf(me.committees, choose), place);
  // one committee is no choice
  if (me.committees.length === 1) choose(me.committees[0]?.id ?? '');
  host.showLoaded();
}

function choiceOf(committees: readonly WireCommittee[], choose: (id: string) => void) {
  if (committees.length === 0)
    return html`<main class="page">
      <h1>${HEADING}</h1>
      <p>Du er ikke med i noe utvalg ennå. Sett opp utvalget i chatten med Utvalgsbot først.</p>
    </main>`;
  const only = committees.length === 1 ? committees[0]?.id : undefined;
  const onChange = (event: Event) => choose((event.currentTarget as HTMLInputElement).value);
  return html`<main class="page">
    <h1 id="heading">${HEADING}</h1>
    <fluent-radio-group
      aria-labelledby="heading"
      orientation="vertical"
      name="committee"
      value=${only ?? nothing}
      @change=${onChange}
    >
      ${committees.map(({ id, name, shortName }) => html`<fluent-radio value=${id}>${shortName}, ${name}</fluent-radio>`)}
    </fluent-radio-group>
    <p class="quiet">Fanen viser bare det den som åpner den, selv har tilgang til.</p>
  </main>`;
}

run().catch((error: unknown) => showWithoutHost(root, error, () => location.reload()));
