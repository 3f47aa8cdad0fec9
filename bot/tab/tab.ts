import { html, render } from 'lit-html';
import { tabApi } from './api.ts';
import { demoHost } from './demo.ts';
import { showLoaded, teamsHost } from './host.ts';
import { pageTemplate } from './pages.ts';

const root = document.getElementById('app') as HTMLElement;

async function run(): Promise<void> {
  const { room } = document.documentElement.dataset;
  const host = (await teamsHost(room)) ?? (await demoHost(root));
  document.documentElement.dataset.theme = host.theme;
  host.onTheme((theme) => {
    document.documentElement.dataset.theme = theme;
  });
  const api = tabApi(host.token);
  const { me, page } = await api.start(host.path || location.hash.replace(/^#\//, ''));
  root.replaceChildren();
  render(html`<header>${me.name}</header><main>${pageTemplate(page)}</main>`, root);
  root.removeAttribute('aria-busy');
  showLoaded(host);
}

void run();
