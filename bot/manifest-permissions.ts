/**
 * What the app asks for in each team that it is added to, and why: no more than the code uses. What it asks of Teams in
 * group chats and meetings, and the tab's own sign-in, needs none.
 */
export const resourcePermissions = [
  {
    // …/build-apps-for-shared-private-channels: without it neither the members of such a channel nor its news are told
    name: 'ChannelMember.Read.Group',
    why: 'uten den får boten ikke vite hvem som er med i en delt eller privat kanal, eller at den selv er lagt til der',
  },
] as const satisfies readonly { readonly name: string; readonly why: string }[];
