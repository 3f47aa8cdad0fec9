// before all else: Teams' library asks as soon as it is there
import './no-outside.ts';
import { tabApi } from './api.ts';
import { openApp } from './app.ts';
import { demoHost } from './demo.ts';
import { followTheme } from './fluent.ts';
import { type Host, teamsHost } from './host.ts';
import { pathOf } from './route.ts';
import { showWithoutHost } from './without-host.ts';

const root = document.getElementById('app') as HTMLElement;

/** The page that one comes to: what a link names, else what the place that it is shown in is about. */
function firstPath({ path, isSidePanel, chatId }: Host): string {
  const named = path || pathOf(location.hash);
  if (named) return named;
  const chat = chatId ? `?${new URLSearchParams({ chat: chatId })}` : '';
  if (isSidePanel) return `panel${chat}`;
  const place = new URLSearchParams(location.search);
  const committee = place.get('committee');
  if (committee) return `committees/${committee}`;
  return place.get('in') === 'chat' && chat ? `here${chat}` : 'waiting';
}

async function run(): Promise<void> {
  followTheme({ theme: 'default' });
  const { room } = document.documentElement.dataset;
  const host = (await teamsHost(room)) ?? (await demoHost(root, room));
  followTheme(host);
  await openApp(root, host, tabApi(host), firstPath(host));
  host.showLoaded();
}

run().catch((error: unknown) => showWithoutHost(root, error, () => location.reload()));
