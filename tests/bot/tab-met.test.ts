import { beforeEach, expect, test } from 'vitest';
import { anInstall, type Fields, inGroup, TENANT_ID } from '../support/activities.ts';
import { send } from '../support/load.ts';
import { aMember, type Someone, setUp } from '../support/setup.ts';
import { eva, group, kari, LINES, onStage, type Stage, siv } from '../support/setup-cast.ts';
import { tabClaims } from '../support/tab-service.ts';

let platform: Stage['platform'];
let service: Stage['service'];
let teams: Stage['teams'];
onStage(
  (stage) => {
    ({ platform, service, teams } = stage);
  },
  { PUBLIC_URL: 'https://utvalg.example' },
);
// the committee is set up by the one of them who is in its chat
beforeEach(async () => {
  platform.rosters.set(group.id, [aMember(siv)]);
  await setUp(teams, siv, group, LINES);
});

/** What Teams says of somebody in the committee's chat. */
const says = (who: Someone, fields: Fields = {}) =>
  platform.rosters.set(group.id, [aMember(siv), aMember(who, fields)]);

/** The committees that the tab shows somebody who opens it in a chat, or as their own. */
async function committeesIn(chat?: string, who: Someone = kari): Promise<readonly string[]> {
  const iss = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;
  const claims = tabClaims('ny', { iss, tid: TENANT_ID, oid: who.objectId, name: who.name });
  const headers = { authorization: `Bearer ${await platform.entra.sign(claims)}` };
  const query = new URLSearchParams({ path: 'waiting', ...(chat && { in: chat }) });
  const { text } = await send(service.port, { method: 'GET', path: `/api/tab/start?${query}`, headers }, 0);
  return JSON.parse(text).me.committees.map(({ shortName }: { shortName: string }) => shortName);
}

test('a member under an e-mail address sees the committee when they open the tab in its chat, and everywhere from then on', async () => {
  says(kari);
  expect(await committeesIn()).toEqual([]);
  expect(await committeesIn(group.id)).toHaveLength(1);
  const asked = platform.rosterCalls.length;
  expect(await committeesIn()).toHaveLength(1);
  expect(await committeesIn(group.id)).toHaveLength(1);
  expect(platform.rosterCalls).toHaveLength(asked);
});

test('nobody gets a seat by naming a chat that they are not in', async () => {
  expect(await committeesIn(group.id)).toEqual([]);
  says(kari);
  expect(await committeesIn(group.id, eva)).toEqual([]);
  // a chat that the bot was never added to is not asked about
  platform.rosters.set('19:own@thread.v2', [aMember(kari)]);
  const asked = platform.rosterCalls.length;
  expect(await committeesIn('19:own@thread.v2')).toEqual([]);
  expect(platform.rosterCalls).toHaveLength(asked);
});

test('Teams is not asked about a chat that the bot was removed from', async () => {
  says(kari);
  const removed = anInstall(platform.url, siv.objectId, 'remove', inGroup(group.id, 'groupChat'));
  expect((await service.post(removed)).status).toBe(200);
  const asked = platform.rosterCalls.length;
  expect(await committeesIn(group.id)).toEqual([]);
  expect(platform.rosterCalls).toHaveLength(asked);
});

test.each([
  ['the address is of another organisation', { tenantId: '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0099' }],
  ['Teams says nothing of the tenant', { tenantId: undefined }],
])('a member is not taken for who they are called when %s', async (_what, fields) => {
  says(kari, fields);
  expect(await committeesIn(group.id)).toEqual([]);
});

test('the tab opens all the same when Teams does not say who is in the chat', async () => {
  platform.rosters.set(group.id, 'silent');
  expect(await committeesIn(group.id)).toEqual([]);
});
