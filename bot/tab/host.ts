import { app, authentication, pages, people } from '@microsoft/teams-js';

export type Theme = 'default' | 'dark' | 'contrast';

/** Finds somebody in the organisation; undefined when nobody was chosen. `id` is Entra's. */
export type PickPerson = () => Promise<{ readonly id: string; readonly name: string } | undefined>;

/** Where the page is shown: in Teams, or alone in a browser. */
export type Host = {
  readonly kind: 'teams' | 'browser';
  readonly theme: Theme;
  /** The page that a link named; '' when none did. */
  readonly path: string;
  /** The meeting or chat it is shown in: a hint, never a right. */
  readonly chatId?: string;
  readonly isSidePanel: boolean;
  /** A token that says who is signed in. Throws `SignInError`. */
  readonly token: () => Promise<string>;
  readonly onTheme: (changed: (theme: Theme) => void) => void;
  readonly openLink: (url: string) => void;
  /** An address of the chat with the bot that opens it for whoever looks. */
  readonly chatAt: (url: string) => string;
  /** Teams' own way back: `goBack` says whether there was a page to go back to. */
  readonly onBack: (goBack: () => boolean) => void;
  /** Undefined where there is no search to use. */
  readonly pickPerson?: PickPerson;
  /** Told once, when there is something to see. */
  readonly showLoaded: () => void;
  /** Local mode: lets somebody else look. */
  readonly changePerson?: () => void;
};

/** Teams gave no token; `reason` is its own word for why. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly reason: string;
  constructor(reason: string) {
    super(`no token: ${reason}`);
    this.reason = reason;
  }
}

/** There is a page around this one, and it is not Teams, or Teams does not answer. */
export class SilentHostError extends Error {
  override readonly name = 'SilentHostError';
}

// Teams answers at once, and the library itself waits for a minute
const WITHIN_MS = 5000;

/** Says hello to Teams; undefined when there is none around the page. `room`: the try-out room, which may show it too. Throws `SilentHostError`. */
export async function teamsHost(room: string | undefined): Promise<Host | undefined> {
  if (window.parent === window) return undefined;
  await within(WITHIN_MS, app.initialize(room ? [room] : undefined));
  const { app: where, page, chat, channel } = await within(WITHIN_MS, app.getContext());
  const chatId = chat?.id ?? channel?.id;
  return {
    kind: 'teams',
    theme: themeOf(where.theme),
    path: page.subPageId ?? '',
    ...(chatId && { chatId }),
    isSidePanel: page.frameContext === 'sidePanel',
    token: () =>
      authentication.getAuthToken().catch((reason: unknown) => Promise.reject(new SignInError(wordsOf(reason)))),
    onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(themeOf(theme))),
    chatAt: (url) => url,
    openLink: (url) => void app.openLink(url).catch(() => undefined),
    onBack: (goBack) => {
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
    },
    ...(people.isSupported() && { pickPerson }),
    showLoaded: () => {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
  };
}

async function pickPerson() {
  const picked = await people.selectPeople({ title: 'Velg person', singleSelect: true }).catch(() => []);
  const [person] = picked;
  return person && { id: person.objectId, name: person.displayName ?? person.email ?? person.objectId };
}

function themeOf(theme: string): Theme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

const wordsOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

function within<T>(ms: number, wanted: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new SilentHostError('Teams does not answer')), ms);
  });
  return Promise.race([wanted, late]);
}
