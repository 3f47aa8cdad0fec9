import { describe, expect, test } from 'vitest';
import { type Activity, readActivity, toInbound } from '../../../bot/teams/inbound.ts';
import { APP_ID, aMessage, anActivity, type Fields, inGroup, KARI, TENANT_ID } from '../../support/activities.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const TEAM = '19:team@thread.tacv2';

function read(fields: Fields): Activity {
  const activity = readActivity({ ...fields });
  if (activity.kind === 'bad') throw new Error(activity.why.join());
  return activity;
}
const inbound = (fields: Fields) => toInbound(read(fields), false);
const message = (fields: Fields) => inbound(aMessage(SERVICE, KARI, 'referat', fields));

describe('the members of a place', () => {
  const placeOf = (channel: Fields, kind: 'channel' | 'groupChat' = 'channel') => {
    const channelData = { tenant: { id: TENANT_ID }, team: { id: TEAM }, channel: { id: '19:c', ...channel } };
    return message({ ...inGroup('19:c', kind), channelData }) as { place: { rosterId?: string } };
  };

  test.each(['standard', 'Standard'])('in a channel that is said to be open are those of its team: %s', (type) => {
    expect(placeOf({ type }).place.rosterId).toBe(TEAM);
  });

  test.each([
    ['a private channel', { type: 'private' }, 'channel'],
    ['a shared channel', { type: 'shared' }, 'channel'],
    ['a channel of a kind that may come', { type: 'secret' }, 'channel'],
    ['a channel of which nothing is said', {}, 'channel'],
    ['a channel of which something odd is said', { type: null }, 'channel'],
    ['a group chat', {}, 'groupChat'],
  ] as const)('in %s are its own', (_what, channel, kind) => {
    expect(placeOf(channel, kind).place).not.toHaveProperty('rosterId');
  });

  test('and what it is called never make an activity odd', () => {
    const channelData = { tenant: { id: TENANT_ID }, team: 7, channel: { id: {} }, eventType: [] };
    const told = message({ ...inGroup('19:c', 'channel'), channelData });
    expect(told).toMatchObject({ kind: 'message' });
    expect((told as { place: object }).place).not.toHaveProperty('rosterId');
  });
});

describe('a shared channel', () => {
  const HOST = 'cccccccc-0000-4000-8000-000000000001';
  // as Microsoft describes these events in microsoft/teams.net#100
  const news = (changed: Fields, eventType: string, more: Fields = {}) =>
    anActivity(SERVICE, KARI, {
      type: 'conversationUpdate',
      ...inGroup('19:shared@thread.tacv2', 'channel'),
      ...changed,
      channelData: {
        channel: { type: 'shared', name: 'Samarbeid', id: '19:shared@thread.tacv2' },
        team: { id: TEAM },
        eventType,
        tenant: { id: TENANT_ID },
        ...more,
      },
    });
  const bot = { id: `28:${APP_ID}` };
  const somebody = { id: '29:1x', aadObjectId: KARI };

  test('has the bot when it is let in there, and no more when it is shut out, and its own members', () => {
    const place = { conversationId: '19:shared@thread.tacv2', kind: 'channel', serviceUrl: SERVICE };
    const added = inbound(news({ membersAdded: [bot] }, 'channelMemberAdded'));
    expect(added).toMatchObject({ kind: 'installed', place, conversationName: 'Samarbeid' });
    expect((added as { place: object }).place).not.toHaveProperty('rosterId');
    expect(inbound(news({ membersRemoved: [bot] }, 'channelMemberRemoved'))).toMatchObject({ kind: 'removed', place });
  });

  test.each<[string, Fields]>([
    ['a member comes', news({ membersAdded: [somebody] }, 'channelMemberAdded')],
    [
      'a member comes by another team',
      news({ membersAdded: [somebody] }, 'channelMemberAdded', { membershipSource: {} }),
    ],
    ['a member goes', news({ membersRemoved: [somebody] }, 'channelMemberRemoved')],
    ['it is shared', news({}, 'channelShared', { sharedWithTeams: [{ id: '19:b' }] })],
    ['it is shared no more', news({}, 'channelUnshared', { unsharedFromTeams: [{ id: '19:b' }] })],
  ])('is asked for its members when they are wanted, so it is no news that %s', (_what, activity) => {
    expect(inbound(activity)).toEqual({ kind: 'ignored' });
  });

  test('names the tenant of whoever writes and its own, so that both must be let in', () => {
    const there = inGroup('19:shared@thread.tacv2', 'channel', { tenantId: HOST });
    expect(read({ ...news({}, 'channelShared'), ...there }).tenants).toEqual([TENANT_ID, HOST]);
  });
});
