import { describe, expect, test } from 'vitest';
import { type Activity, readActivity, toInbound } from '../../../bot/teams/inbound.ts';
import {
  APP_ID,
  aMessage,
  anActivity,
  anInstall,
  aPress,
  type Fields,
  inGroup,
  KARI,
  TENANT_ID,
} from '../../support/activities.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const TEAM = '19:team@thread.tacv2';

function read(fields: Fields): Activity {
  const activity = readActivity({ ...fields });
  if (activity.kind === 'bad') throw new Error(activity.why.join());
  return activity;
}
const inbound = (fields: Fields, local = false) => toInbound(read(fields), local);
const message = (fields: Fields) => inbound(aMessage(SERVICE, KARI, 'referat', fields));

describe('an activity', () => {
  test('says who sent it, from where, and through which service it is answered', () => {
    expect(message({ id: 'f:7' })).toEqual({
      kind: 'message',
      activityId: 'f:7',
      text: 'referat',
      files: [],
      from: { tenantId: TENANT_ID, objectId: KARI, teamsId: `29:${KARI}`, name: KARI },
      place: { conversationId: `a:${KARI}`, kind: 'personal', serviceUrl: SERVICE },
    });
  });

  test('that is odd says which fields are, and nothing of what is in them', () => {
    const odd = readActivity({ ...aMessage(SERVICE, KARI, 'hemmelig'), id: 7, from: { name: 'Kari' } });
    expect(odd).toEqual({ kind: 'bad', why: ['id', 'from.id'] });
  });

  test('names every tenant it has to do with, in small letters', () => {
    const tenants = (fields: Fields) => read(aMessage(SERVICE, KARI, '', fields)).tenants;
    const conversation = { id: 'a:1', tenantId: 'BBBB' };
    expect(tenants({ conversation, channelData: { tenant: { id: 'AAAA' } } })).toEqual(['aaaa', 'bbbb']);
    expect(tenants({ conversation, channelData: undefined })).toEqual(['bbbb']);
    expect(tenants({ conversation: { id: 'a:1' }, channelData: {} })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['none', null, ''],
    ['white space', ' \t ', ''],
    ['white space around it', ' Kari Nordmann ', 'Kari Nordmann'],
    ['more than the store takes', 'n'.repeat(201), 'n'.repeat(200)],
    ['a character cut in two', `${'n'.repeat(199)}😀`, 'n'.repeat(199)],
  ])('has a name that can be stored, though it came with %s', (_what, name, stored) => {
    expect(message({ from: { id: '29:1', name } })).toMatchObject({ from: { name: stored } });
  });

  test.each([undefined, null, ''])('of an anonymous guest has no Entra id: %s', (aadObjectId) => {
    const { from } = message({ from: { id: '29:guest', name: 'Gjest', aadObjectId } }) as { from: object };
    expect(from).toEqual({ tenantId: TENANT_ID, teamsId: '29:guest', name: 'Gjest' });
  });
});

describe('a place', () => {
  test.each<[string, Fields, string]>([
    ['a 1:1 chat', { id: 'a:1', conversationType: 'personal' }, 'personal'],
    ['a group chat', { id: '19:x', conversationType: 'groupChat' }, 'groupChat'],
    ['a channel', { id: '19:x', conversationType: 'channel' }, 'channel'],
    ['a 1:1 chat by its id alone', { id: 'a:1' }, 'personal'],
    ['a group by its flag', { id: 'a:1', isGroup: true }, 'groupChat'],
    ['a group when nothing is said', { id: '19:x' }, 'groupChat'],
    ['a group when something unknown is said', { id: 'a:1', conversationType: 'meeting' }, 'groupChat'],
  ])('is %s', (_what, conversation, kind) => {
    expect(message({ conversation })).toMatchObject({ place: { kind } });
  });
});

describe('a message', () => {
  test.each([undefined, null, ''])('may be without text: %s', (text) => {
    expect(message({ text })).toMatchObject({ kind: 'message', text: '' });
  });

  test('from an old client carries what its button does', () => {
    expect(message({ value: { verb: 'help.show' } })).toMatchObject({ value: { verb: 'help.show' } });
  });

  test.each<[unknown]>([[null], ['referat'], [7], [[]]])('carries nothing when its value is %j', (value) => {
    expect(message({ value })).not.toHaveProperty('value');
  });
});

describe('a press', () => {
  const press = (action: Fields) => inbound(aPress(SERVICE, KARI, {}, { value: { action } }));

  test.each<[string, Fields, unknown]>([
    ['its data', { verb: 'a', data: { verb: 'b', roundId: '1' } }, { verb: 'b', roundId: '1' }],
    ["the action's verb when the data has none", { verb: 'a', data: { roundId: '1' } }, { verb: 'a', roundId: '1' }],
    ["the action's verb when there is no data", { verb: 'a' }, { verb: 'a' }],
    ['data that is no object as it is', { verb: 'a', data: 'text' }, 'text'],
    ['nothing', {}, undefined],
  ])('carries %s', (_what, action, data) => {
    expect(press(action)).toMatchObject({ kind: 'card-action', data });
  });
});

describe('the app', () => {
  test.each([
    ['add', 'installed'],
    ['add-upgrade', 'installed'],
    ['remove', 'removed'],
    ['remove-upgrade', 'ignored'],
    ['other', 'ignored'],
    [undefined, 'ignored'],
  ])('with installationUpdate %s is %s', (action, kind) => {
    expect(inbound(anInstall(SERVICE, KARI, action as string))).toMatchObject({ kind });
  });

  test('says of a newer version alone that it was there before', () => {
    expect(inbound(anInstall(SERVICE, KARI, 'add-upgrade'))).toMatchObject({ isUpgrade: true });
    expect(inbound(anInstall(SERVICE, KARI, 'add'))).not.toHaveProperty('isUpgrade');
  });

  test.each([
    ['its own', { channel: { id: TEAM, name: 'Generelt' }, team: { id: TEAM, name: 'SSU' } }, 'Generelt'],
    ['its team’s', { team: { id: TEAM, name: 'SSU' } }, 'SSU'],
  ])('in a channel without a name in the envelope takes %s', (_what, named, conversationName) => {
    const channelData = { tenant: { id: TENANT_ID }, ...named };
    expect(inbound(anInstall(SERVICE, KARI, 'add', { ...inGroup(TEAM, 'channel'), channelData }))).toMatchObject({
      conversationName,
    });
  });

  const bot = { id: `28:${APP_ID}` };
  const somebody = { id: '29:1' };
  test.each<[string, Fields, string]>([
    ['the bot is added to a channel', { membersAdded: [somebody, bot] }, 'installed'],
    ['the bot is taken out of a channel', { membersRemoved: [bot] }, 'removed'],
    ['somebody else is added', { membersAdded: [somebody] }, 'ignored'],
    ['somebody else is taken out', { membersRemoved: [somebody] }, 'ignored'],
    ['nobody is named', {}, 'ignored'],
    ['the list is none', { membersAdded: { 0: bot } }, 'ignored'],
    ['the list has odd members', { membersAdded: [null, bot] }, 'ignored'],
    ['nobody is the recipient', { membersAdded: [bot], recipient: undefined }, 'ignored'],
    ['the chat is a 1:1 chat', { membersAdded: [bot], conversation: { id: 'a:1' } }, 'ignored'],
  ])('when %s is told so: %s', (_what, fields, kind) => {
    const activity = { ...inGroup(TEAM, 'channel', { name: 'Generelt' }), ...fields };
    const told = inbound(anActivity(SERVICE, KARI, { type: 'conversationUpdate', ...activity }));
    expect(told).toMatchObject({ kind });
    if (kind !== 'ignored') expect(told).toMatchObject({ conversationName: 'Generelt' });
  });
});

describe('a team', () => {
  const told = (channelData: Fields, fields: Fields = {}) =>
    inbound(
      anActivity(SERVICE, KARI, {
        type: 'conversationUpdate',
        ...inGroup(TEAM, 'channel'),
        channelData: { tenant: { id: TENANT_ID }, team: { id: TEAM }, ...channelData },
        ...fields,
      }),
    );
  const leaves = { membersRemoved: [{ id: `28:${APP_ID}` }] };

  test.each<[string, Fields, string | undefined]>([
    ['no channel', {}, TEAM],
    ['an open one', { channel: { id: '19:c', type: 'standard' } }, TEAM],
    ['one that is not open to the team', { channel: { id: '19:c', type: 'private' } }, undefined],
    ['one of a kind that is new', { channel: { id: '19:c', type: 'Shared' } }, undefined],
  ])('is left as a whole when Teams names %s', (_what, channelData, teamId) => {
    const left = told(channelData, leaves);
    expect(left).toMatchObject({ kind: 'removed' });
    expect('teamId' in left ? left.teamId : undefined).toBe(teamId);
  });

  test('that is deleted is left as a whole, and a channel alone', () => {
    for (const eventType of ['teamDeleted', 'teamHardDeleted'])
      expect(told({ eventType })).toMatchObject({ kind: 'removed', teamId: TEAM });
    const channel = told({ eventType: 'channelDeleted', channel: { id: '19:c', name: 'SSU' } });
    expect(channel).toMatchObject({ kind: 'removed', place: { conversationId: '19:c', kind: 'channel' } });
    expect(channel).not.toHaveProperty('teamId');
    expect(told({ eventType: 'channelDeleted' })).toEqual({ kind: 'ignored' });
    expect(told({ eventType: 'teamArchived' })).toEqual({ kind: 'ignored' });
  });

  test('is not what a group chat belongs to', () => {
    expect(told({}, { ...leaves, conversation: { id: '19:g', conversationType: 'groupChat' } })).not.toHaveProperty(
      'teamId',
    );
  });
});

describe('a new name', () => {
  const told = (fields: Fields, kind: 'channel' | 'groupChat' = 'channel') =>
    inbound(anActivity(SERVICE, KARI, { type: 'conversationUpdate', ...inGroup(TEAM, kind), ...fields }));
  const renamed = (channel: unknown, eventType = 'channelRenamed') => ({
    channelData: { tenant: { id: TENANT_ID }, team: { id: TEAM }, channel, eventType },
  });

  test('of a channel is told of that channel, wherever it is told', () => {
    expect(told(renamed({ id: '19:c', name: ' SSU ' }))).toMatchObject({
      kind: 'renamed',
      conversationName: 'SSU',
      place: { conversationId: '19:c', kind: 'channel' },
    });
  });

  test('of a group chat is its topic', () => {
    expect(told({ topicName: 'SSU' }, 'groupChat')).toMatchObject({
      kind: 'renamed',
      conversationName: 'SSU',
      place: { conversationId: TEAM },
    });
  });

  test.each([
    ['another event', renamed({ id: '19:c', name: 'SSU' }, 'channelCreated')],
    ['a channel without a name', renamed({ id: '19:c' })],
    ['no channel', renamed(undefined)],
    ['an odd topic', { topicName: 7 }],
    ['an empty topic', { topicName: ' ' }],
  ])('is none with %s', (_what, fields) => {
    expect(told(fields)).toEqual({ kind: 'ignored' });
  });
});

describe("the try-out room's clock", () => {
  const clock = (value: unknown, local = true) =>
    inbound(anActivity(SERVICE, KARI, { type: 'event', name: 'utvalgsbot/clock', value }), local);

  test.each([1000, 0, -1000])('is heeded in local mode: %i ms ahead', (offsetMs) => {
    expect(clock({ offsetMs })).toEqual({ kind: 'clock', offsetMs });
  });

  test('is nothing to a deployed bot', () => {
    expect(clock({ offsetMs: 1000 }, false)).toEqual({ kind: 'ignored' });
  });

  test.each([undefined, {}, { offsetMs: '1' }, { offsetMs: -1e15 }, { offsetMs: 1e15 }, { offsetMs: null }])(
    'does not move to %j',
    (value) => {
      expect(clock(value)).toEqual({ kind: 'bad', why: ['value.offsetMs'] });
    },
  );
});
