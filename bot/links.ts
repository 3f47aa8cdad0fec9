import type { Config } from './config.ts';

/** Addresses that cards and messages give people. */
export type Links = {
  /** A page of the tab, such as `saker/ID`; undefined where the app has no tab. */
  readonly tab: (path: string) => string | undefined;
  /** The 1:1 chat with the bot. */
  readonly chat: string;
  /** Where the app is installed from. */
  readonly app: string;
};

/** The tab's name in the manifest, which links name it by. */
export const TAB_ENTITY = 'utvalg';

/**
 * The links of this configuration: Teams' own, and in local mode this machine's. Source:
 * learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function linksOf(config: Config): Links {
  if (config.mode === 'local') {
    const { port, roomUrl } = config;
    return { app: roomUrl, chat: `${roomUrl}/`, tab: (path) => `http://127.0.0.1:${port}/tab/#/${path}` };
  }
  const { appId, teamsAppId, publicUrl, tenantId } = config;
  return {
    // whoever is a guest elsewhere as well finds it in this organisation
    app: `https://teams.microsoft.com/l/app/${teamsAppId}?tenantId=${tenantId}`,
    chat: `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`,
    tab: (path) => {
      if (publicUrl === undefined) return undefined;
      const context = encodeURIComponent(JSON.stringify({ subEntityId: path }));
      return `https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB_ENTITY}?context=${context}`;
    },
  };
}
