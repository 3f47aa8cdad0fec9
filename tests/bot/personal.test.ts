import { afterEach, beforeEach, expect, test } from 'vitest';
import { personalCards, serviceNear } from '../../bot/personal.ts';
import type { Deps, Teams } from '../../bot/turn.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { aCommittee, aPerson } from '../support/records.ts';

const CHAT = 'https://smba.example/chat/';
const CHANNEL = 'https://smba.example/channel/';

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  await deps.persons.collection.insert(aPerson('siv', { serviceUrl: CHAT }));
  // has used the tab alone
  await deps.persons.collection.insert(aPerson('lise'));
  const conversation = { conversationId: '19:ssu', serviceUrl: CHANNEL };
  await deps.committees.collection.insert(aCommittee({ conversation }));
  await deps.committees.collection.insert(aCommittee({ id: 'committee-2' }));
});
afterEach(() => store.close());

test.each([
  ['siv', 'committee-1', CHAT],
  ['lise', 'committee-1', CHANNEL],
  ['nobody', 'committee-1', CHANNEL],
  [undefined, 'committee-1', CHANNEL],
  ['siv', 'committee-2', CHAT],
  ['lise', 'committee-2', undefined],
  ['lise', 'nowhere', undefined],
  ['lise', undefined, undefined],
])('who was never heard from is asked by %s of %s through %s', async (by, committeeId, service) => {
  expect(await serviceNear(deps, { by, committeeId })).toBe(service);
});

test('whoever was reached for the first time is written to there from then on', async () => {
  await deps.persons.collection.insert(
    aPerson('ola', { keys: ['entra:tenant-1:00000000-0000-4000-8000-000000000001'] }),
  );
  const opened: string[] = [];
  const openPersonal = async ({ serviceUrl }: { serviceUrl: string }) => {
    opened.push(serviceUrl);
    return 'a:ola';
  };
  const { addressOf } = personalCards(deps, { openPersonal } as unknown as Teams);
  await addressOf('ola', CHANNEL);
  expect(await addressOf('ola')).toMatchObject({ serviceUrl: CHANNEL, conversationId: 'a:ola' });
  expect(opened).toEqual([CHANNEL, CHANNEL]);
});
