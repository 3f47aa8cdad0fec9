/** The app registration that Entra signs people in to the tab with. */
export type TabRegistration = {
  readonly id: string;
  /** What a token for the tab is asked for by; Teams takes only one that names the host. */
  readonly resource: string;
};

/**
 * The bot's own registration, unless there is another one for the tab: a managed identity has none, and both the sign-in and
 * the permissions in teams and chats go by one (learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-manifest).
 * `botid-` says that it serves the bot as well.
 */
export function tabRegistration(host: string, appId: string, tabAppId: string = appId): TabRegistration {
  const own = tabAppId === appId ? 'botid-' : '';
  return { id: tabAppId, resource: `api://${host}/${own}${tabAppId}` };
}
