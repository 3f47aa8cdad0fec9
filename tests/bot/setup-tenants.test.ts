import { afterEach, beforeEach, expect, test } from 'vitest';
import { setupHandlers } from '../../bot/actions/setup.ts';
import { conversationIdFor } from '../../bot/ids.ts';
import { beginSetup } from '../../bot/setup-begin.ts';
import type { Deps, Turn } from '../../bot/turn.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { aCommittee, aPerson, aSetup, NOW, TENANT } from '../support/records.ts';

const ELSEWHERE = '99999999-2222-4333-8444-555555555555';
const siv = aPerson('siv', { keys: [`entra:${ELSEWHERE}:siv`] });
const inTeams = { name: 'Siv', teamsId: '29:siv', objectId: 'siv', tenantId: ELSEWHERE };
const at = {
  conversationId: '19:ssu',
  serviceUrl: 'https://teams.example/',
  kind: 'groupChat',
  installed: true,
} as const;
const conversation = newConversation(conversationIdFor(ELSEWHERE, at.conversationId), ELSEWHERE, at, {
  now: NOW,
  realNow: NOW,
});
const turn: Turn = {
  person: siv,
  tenantId: TENANT,
  place: { conversationId: 'a:siv', kind: 'personal', serviceUrl: at.serviceUrl },
  turnId: 'turn-1',
  receivedAt: NOW,
};

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  const roster = { members: async () => ({ members: [inTeams] }), member: async () => inTeams };
  deps = { ...(await store.connect()), roster };
  await deps.conversations.collection.insert(conversation);
});
afterEach(() => store.close());

test('a committee for a chat is of the chat’s organisation, wherever it is asked for', async () => {
  expect(await beginSetup(deps, turn, conversation)).toMatchObject({ tenantId: ELSEWHERE });
  expect(await beginSetup(deps, { ...turn, turnId: 'turn-2' }, undefined)).toMatchObject({ tenantId: TENANT });
});

test('a committee is not made for a chat that the bot does not know', async () => {
  const line = { line: 1, name: 'Siv', roles: ['secretariat' as const], keys: siv.keys, found: 'connected' as const };
  const plan = { settled: { name: 'Utvalg', shortName: 'U', roundDays: 7 }, lines: [line] };
  await deps.setups.collection.insert(aSetup({ plan, revision: 1 }));
  expect(
    await setupHandlers['setup.save'](deps, turn, { verb: 'setup.save', setupId: 'setup-1', revision: 1 }),
  ).toEqual({
    view: { view: 'setup-preview', setupId: 'setup-1', problem: 'not-in-conversation' },
  });
  expect(await deps.committees.of('siv')).toEqual([]);
});

test('a committee does not get a chat of another organisation', async () => {
  await deps.committees.collection.insert(aCommittee());
  const conversationId = conversation.id;
  const action = { verb: 'setup.attach', committeeId: 'committee-1', conversationId } as const;
  expect(await setupHandlers['setup.attach'](deps, turn, action)).toEqual({
    view: { view: 'setup-attach', conversationId, notice: 'other-organisation' },
  });
  expect((await deps.committees.collection.get('committee-1'))?.conversation).toBeUndefined();
});
