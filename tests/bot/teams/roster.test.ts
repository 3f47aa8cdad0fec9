import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMetrics } from '../../../bot/metrics.ts';
import { Connectors } from '../../../bot/teams/connectors.ts';
import { JoinedCredentials } from '../../../bot/teams/credentials.ts';
import { FileTransfer } from '../../../bot/teams/files.ts';
import { limitGate } from '../../../bot/teams/limit-gate.ts';
import { readMember, readRoster } from '../../../bot/teams/roster.ts';
import { teamsSender } from '../../../bot/teams/sender.ts';
import type { Teams } from '../../../bot/turn.ts';
import { type Platform, startPlatform } from '../../support/platform.ts';
import { aMember, someone } from '../../support/setup.ts';

const TENANT = '0B7C1C7E-5D0F-4F6F-8A53-0D3B8F1E0002';
const OBJECT = '5EED0000-0000-4000-8000-00000000CA41';

let platform: Platform;
let teams: Teams;
beforeAll(async () => {
  platform = await startPlatform();
  const credentials = new JoinedCredentials({ getToken: async () => 'token' });
  teams = teamsSender(
    new Connectors(credentials, ['127.0.0.1'], 10_000),
    new FileTransfer([]),
    '28:bot',
    limitGate(createMetrics()),
  );
});
afterAll(() => platform.close());
afterEach(() => platform.reset());

describe('the members of a conversation', () => {
  const at = () => ({ serviceUrl: platform.url, conversationId: '19:a b/c@thread.v2', tenantId: 'tenant' });

  test('are given a page at a time, by the call that Teams does not hold back', async () => {
    const everybody = Array.from({ length: 150 }, (_, n) => aMember(someone(n, `Navn ${n}`)));
    platform.rosters.set(at().conversationId, everybody);
    const first = await teams.members(at());
    expect(first).toMatchObject({ members: { length: 100 }, next: '100' });
    const second = await teams.members(at(), first.next);
    expect(second).toEqual({ members: everybody.slice(100).map((member) => readMember(member)) });
    expect(platform.rosterCalls).toEqual([
      `/v3/conversations/${at().conversationId}/pagedmembers?pageSize=500`,
      `/v3/conversations/${at().conversationId}/pagedmembers?pageSize=500&continuationToken=100`,
    ]);
  });

  test('can be asked about one at a time, and there may be nobody like that', async () => {
    const kari = someone(1, 'Kari Nes');
    platform.rosters.set(at().conversationId, [aMember(kari)]);
    expect(await teams.member(at(), kari.objectId)).toEqual(readMember(aMember(kari)));
    await expect(teams.member(at(), '29:nobody')).rejects.toMatchObject({ why: 'unknown-address' });
  });

  test('cannot be read when they are nobody', async () => {
    platform.rosters.set(at().conversationId, [{ id: '28:robot', name: 'Robot' }]);
    await expect(teams.member(at(), '28:robot')).rejects.toMatchObject({ why: 'failed' });
    expect(await teams.members(at())).toEqual({ members: [] });
  });
});

describe('a member as Teams says it', () => {
  test('is read with everything that says who it is, in small letters', () => {
    const said = {
      id: '29:K',
      name: ' Kari\n Nes ',
      objectId: OBJECT,
      email: 'Kari@X.no',
      userPrincipalName: 'KN@X.no',
      tenantId: TENANT,
    };
    expect(readMember(said)).toEqual({
      teamsId: '29:K',
      name: 'Kari Nes',
      objectId: OBJECT.toLowerCase(),
      email: 'kari@x.no',
      userPrincipalName: 'kn@x.no',
      tenantId: TENANT.toLowerCase(),
    });
  });

  test('is read by the other name of the Entra id as well, and without what is odd or missing', () => {
    expect(readMember({ id: '29:K', name: 'K', aadObjectId: OBJECT })).toMatchObject({
      objectId: OBJECT.toLowerCase(),
    });
    const odd = { id: '29:K', name: 7, objectId: 'x', email: ' ', userPrincipalName: 'u'.repeat(255), tenantId: null };
    expect(readMember(odd)).toEqual({ teamsId: '29:K', name: '' });
    expect(readMember({ id: '29:K', name: 'K'.repeat(1000) })?.name).toHaveLength(200);
  });

  test.each([[null], ['29:K'], [{}], [{ id: '' }], [{ id: 7 }], [{ id: 'x'.repeat(513) }]])('is nobody: %j', (said) => {
    expect(readMember(said)).toBeUndefined();
  });
});

test.each([[undefined], [{}], [{ members: null }], [{ members: 'x' }], [{ members: [], continuationToken: '' }]])(
  'a roster that says nothing has no members: %j',
  (said) => {
    expect(readRoster(said)).toEqual({ members: [] });
  },
);
