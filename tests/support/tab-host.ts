import type { Browser, Frame, Page } from 'playwright-core';

/** What Teams says of where the tab is shown, and how it answers. */
export type HostSays = {
  readonly theme?: 'default' | 'dark' | 'contrast';
  /** What a link to the tab named. */
  readonly subPageId?: string;
  readonly frameContext?: 'content' | 'sidePanel' | 'settings';
  readonly chatId?: string;
  /** A token for whoever is signed in, or the reason why there is none. */
  readonly token?: string;
  readonly noToken?: string;
  /** Whom whoever looks finds in Teams' own search for people. */
  readonly picks?: { readonly objectId: string; readonly displayName: string };
  /** Answers nothing at all. */
  readonly isSilent?: true;
};

/** A tab inside Teams: Teams' page, and the tab's own frame in it. */
export type HostedTab = {
  readonly page: Page;
  readonly frame: Frame;
  /** The page's errors, and all that its content policy refused. */
  readonly complaints: readonly string[];
  /** What the tab has asked the bot for, by path. */
  readonly asked: readonly string[];
  /** What the tab has said to Teams, by function. */
  readonly heard: () => Promise<readonly string[]>;
  /** How the tab asked to be set up, in its settings. */
  readonly saved: () => Promise<unknown>;
  /** Changes what Teams answers from now on. */
  readonly say: (more: HostSays) => Promise<void>;
  /** Sends the tab an event, such as `themeChange`. */
  readonly tell: (func: string, ...args: readonly unknown[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const TEAMS = 'https://teams.microsoft.com';

/**
 * Teams' page, reduced to what the tab's library talks to: it answers as Teams does, by messages. The address is Teams' own, so
 * that both the library's list of hosts and the tab's `frame-ancestors` are put to the test.
 */
export function hostPage(src: string, says: HostSays): string {
  return `<!doctype html><html lang="nb"><title>Teams</title>
<style>body{margin:0}iframe{display:block;width:100vw;height:100vh;border:0}</style>
<script>
const says = ${JSON.stringify(says)};
const heard = [];
let saving;
const supports = {dialog:{},people:{},pages:{config:{},backStack:{}},teamsCore:{}};
const runtime = JSON.stringify({apiVersion:4,isNAAChannelRecommended:false,isDeeplyNestedAuthSupported:false,isLegacyTeams:false,
  hostVersionsInfo:{adaptiveCardSchemaVersion:{majorVersion:1,minorVersion:5}},supports});
const frame = () => document.querySelector('iframe').contentWindow;
const tell = (func, args) => frame().postMessage({func, args}, '*');
addEventListener('message', ({data, source, origin}) => {
  if (!data || !data.func) return;
  heard.push(data.func + (data.func === 'registerHandler' ? ':' + data.args[0] : ''));
  if (data.func === 'settings.setSettings') saving = data.args[0];
  if (says.isSilent) return;
  const answers = {
    initialize: () => [says.frameContext || 'content', 'web', runtime, '2.1.0'],
    getContext: () => [{theme: says.theme || 'default', locale: 'nb-no', tid: 't', userObjectId: 'u', entityId: 'utvalg',
      subEntityId: says.subPageId, chatId: says.chatId, hostClientType: 'web', hostName: 'Teams',
      frameContext: says.frameContext || 'content', sessionId: 's'}],
    'authentication.getAuthToken': () => says.token ? [true, says.token] : [false, says.noToken],
    'settings.setSettings': () => [true],
    'people.selectPeople': () => [undefined, says.picks ? [says.picks] : []],
  };
  const answer = answers[data.func];
  if (answer) source.postMessage({id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args: answer()}, origin);
});
</script><iframe src="${src}" title="Utvalgsbot"></iframe></html>`;
}

/** Opens a page of the tab (`/tab/…`) as Teams does. Whoever opens it closes it. */
export async function openInTeams(
  browser: Browser,
  address: string,
  says: HostSays,
  viewport = { width: 1280, height: 800 },
): Promise<HostedTab> {
  const page = await browser.newPage({ viewport, locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === new URL(address).origin) asked.push(pathname);
  });
  await page.route(`${TEAMS}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostPage(address, says) }),
  );
  await page.goto(`${TEAMS}/v2/`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('the tab has no frame');
  return {
    page,
    frame,
    complaints,
    asked,
    heard: () => page.evaluate('heard'),
    saved: () => page.evaluate('saving'),
    say: (more) => page.evaluate(`Object.assign(says, ${JSON.stringify(more)})`),
    tell: (func, ...args) => page.evaluate(`tell(${JSON.stringify(func)}, ${JSON.stringify(args)})`),
    close: () => page.close(),
  };
}
