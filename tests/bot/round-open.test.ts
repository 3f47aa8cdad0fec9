import { afterEach, beforeEach, expect, test } from 'vitest';
import { referatHandlers } from '../../bot/actions/referat.ts';
import { roundHandlers } from '../../bot/actions/round.ts';
import { sha256Of } from '../../bot/ids.ts';
import type { Deps, Turn } from '../../bot/turn.ts';
import { newest } from '../../store/referat/record.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { aCommittee, aPerson, aReferat, NOW, TENANT } from '../support/records.ts';

const ROUND = 'round_referat-1_1';
const draft = aReferat;
const textHash = sha256Of(newest(draft()).text);
const turn = (turnId: string): Turn => ({
  person: aPerson('siv'),
  tenantId: TENANT,
  place: { conversationId: 'c', kind: 'personal', serviceUrl: 'https://a.example/' },
  turnId,
  receivedAt: NOW,
});

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  await deps.committees.collection.insert(aCommittee());
  await deps.referater.collection.insert(draft());
});
afterEach(() => store.close());

const send = (revision = 1, on = deps) =>
  roundHandlers['round.open'](on, turn('send'), { verb: 'round.open', referatId: 'referat-1', revision });
const rewrite = (text: string) =>
  referatHandlers['referat.preview'](deps, turn(text), {
    verb: 'referat.preview',
    referatId: 'referat-1',
    committeeId: 'committee-1',
    meetingOn: '2026-02-26',
    title: 'Referat fra møte i SSU',
    summary: '',
    text,
    deadlineOn: '2026-03-09',
    deadlineTime: '15:00',
  });
const referatNow = () => deps.referater.collection.get('referat-1');
const roundNow = () => deps.rounds.collection.get(ROUND);

/** A bot in which something happens just after it has read the referat. */
function interrupted(meanwhile: () => Promise<unknown>): Deps {
  const { collection } = deps.referater;
  let isFirst = true;
  const get: typeof collection.get = async (id) => {
    const read = await collection.get(id);
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return read;
  };
  return { ...deps, referater: { ...deps.referater, collection: { ...collection, get } } };
}

test('a round is made about the text that was previewed, and shown to whoever sent it', async () => {
  expect(await send()).toMatchObject({ view: { view: 'round-status', roundId: ROUND }, round: { id: ROUND } });
  expect(await roundNow()).toMatchObject({ status: 'open', textHashes: [textHash], openedBy: 'siv' });
});

test('a round about another revision than the draft has is not made', async () => {
  expect(await send(2)).toMatchObject({ view: { view: 'referat-preview', problem: 'changed-since-preview' } });
  expect(await roundNow()).toBeUndefined();
  expect(await referatNow()).toEqual(draft());
});

test('a text that a colleague rewrites while it is being sent is not sent: the preview is shown again', async () => {
  expect(
    await send(
      1,
      interrupted(() => rewrite('Nytt')),
    ),
  ).toEqual({
    view: { view: 'referat-preview', referatId: 'referat-1', problem: 'changed-since-preview' },
  });
  expect(await roundNow()).toBeUndefined();
  expect(await referatNow()).toMatchObject({ state: 'draft', revision: 2 });
});

test('once the round is being opened nobody rewrites its text, though the referat is still to be told', async () => {
  await send();
  expect(await rewrite('Nytt')).toEqual({ view: { view: 'notice', notice: 'already-sent' } });
  expect(await referatNow()).toMatchObject({ revision: 1, versions: [{ hash: (await roundNow())?.textHashes[0] }] });
});

test('sent and rewritten at the same moment, the round is about the text that the referat has', async () => {
  await Promise.all([send(), rewrite('Nytt')]);
  const [round, referat] = [await roundNow(), await referatNow()];
  const hashes = referat?.versions.map(({ hash }) => hash);
  expect(round?.textHashes ?? hashes).toEqual(hashes);
});

test('a bot that died before the round was made makes it when the button is pressed again', async () => {
  const { collection } = deps.rounds;
  const dying: Deps = {
    ...deps,
    rounds: {
      ...deps.rounds,
      collection: {
        ...collection,
        insert: async () => {
          throw new Error('killed');
        },
      },
    },
  };
  await expect(send(1, dying)).rejects.toThrow('killed');
  expect(await roundNow()).toBeUndefined();
  expect(await send()).toMatchObject({ view: { view: 'round-status', roundId: ROUND } });
  expect(await roundNow()).toMatchObject({ status: 'open' });
});

test('pressed twice, also by a colleague, there is one round and both see it', async () => {
  const shown = await Promise.all([send(), send()]);
  expect(shown).toMatchObject(Array.from({ length: 2 }, () => ({ view: { view: 'round-status', roundId: ROUND } })));
  // whoever came second reads it anew: it may have gone on by then
  expect(shown.filter((answer) => 'round' in answer)).toHaveLength(1);
  expect(await roundNow()).toMatchObject({ version: 0, status: 'open' });
});
