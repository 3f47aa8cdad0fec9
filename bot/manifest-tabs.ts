import { TAB_ENTITY } from './links.ts';
import { resourcePermissions } from './manifest-permissions.ts';
import { tabRegistration } from './tab-registration.ts';

/**
 * What of the manifest needs an address: the tab in all its places, and who may ask who looks at it.
 *
 * Teams takes static tabs in group chats and meetings, without a dialog to set them up
 * (learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-personal-tab, «Extend static tabs»), but shows one for
 * each app and conversation: so one of them serves chat, meeting and side panel alike, and the page goes by
 * `page.frameContext`, which is `sidePanel` there (…/apps-in-teams-meetings/build-tabs-for-meeting, «Frame context»).
 * For a channel the schema still says that static tabs are not for teams, so there it is one that is configured; the
 * scope `team` is also that of meetings in a channel.
 */
export function tabsIn(appId: string, publicUrl: string, tabAppId?: string): object {
  const { host } = new URL(publicUrl);
  const page = pageAt(publicUrl);
  const inMeetings = ['meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'];
  return {
    staticTabs: [
      { entityId: TAB_ENTITY, name: 'Oversikt', contentUrl: page, scopes: ['personal'], context: ['personalTab'] },
      // Teams' own: the chat with the bot, and what the app says about itself
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
      {
        entityId: `${TAB_ENTITY}-chat`,
        name: 'Utvalget',
        contentUrl: `${page}?in=chat`,
        scopes: ['groupChat'],
        context: ['privateChatTab', ...inMeetings],
      },
    ],
    configurableTabs: [
      {
        configurationUrl: `${page}configure.html`,
        canUpdateConfiguration: true,
        scopes: ['team'],
        context: ['channelTab', ...inMeetings],
      },
    ],
    // cards are answered where people talk; in a meeting it is the panel that one looks at
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'tab' },
    validDomains: [host],
    webApplicationInfo: tabRegistration(host, appId, tabAppId),
    authorization: {
      permissions: { resourceSpecific: resourcePermissions.map(({ name }) => ({ name, type: 'Application' })) },
    },
  };
}

/** The page of the tab, below the address that the bot is reached at. */
function pageAt(publicUrl: string): string {
  const { origin, pathname } = new URL(publicUrl);
  return new URL('tab/', `${origin}${pathname.replace(/\/*$/, '/')}`).href;
}
