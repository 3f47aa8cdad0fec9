import { app, authentication } from '@microsoft/teams-js';

export type Theme = 'default' | 'dark' | 'contrast';

/** Where the page is shown: in Teams, or alone in a browser. */
export type Host = {
  readonly kind: 'teams' | 'browser';
  readonly theme: Theme;
  /** The page that a link named; '' when none did. */
  readonly path: string;
  /** The meeting or chat it is shown in: a hint, never a right. */
  readonly chatId?: string;
  readonly isSidePanel: boolean;
  /** A token that says who is signed in. Throws when Teams gives none. */
  readonly token: () => Promise<string>;
  readonly onTheme: (changed: (theme: Theme) => void) => void;
  readonly openLink: (url: string) => void;
};

// Teams answers at once, and the library itself waits for a minute
const WITHIN_MS = 5000;

/** Says hello to Teams; undefined when there is none around the page. `room`: the try-out room, which may show it too. */
export async function teamsHost(room: string | undefined): Promise<Host | undefined> {
  if (window.parent === window) return undefined;
  await within(WITHIN_MS, app.initialize(room ? [room] : undefined));
  const { app: where, page, chat, channel } = await app.getContext();
  const chatId = chat?.id ?? channel?.id;
  return {
    kind: 'teams',
    theme: themeOf(where.theme),
    path: page.subPageId ?? '',
    ...(chatId && { chatId }),
    isSidePanel: page.frameContext === 'sidePanel',
    token: () => authentication.getAuthToken(),
    onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(themeOf(theme))),
    openLink: (url) => void app.openLink(url),
  };
}

/** Told once, when there is something to see. */
export function showLoaded(host: Host): void {
  if (host.kind !== 'teams') return;
  app.notifyAppLoaded();
  app.notifySuccess();
}

export function themeOf(theme: string): Theme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

function within<T>(ms: number, wanted: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('Teams does not answer')), ms);
  });
  return Promise.race([wanted, late]);
}
