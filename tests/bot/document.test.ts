import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentHandlers } from '../../bot/actions/document.ts';
import type { Deps, Turn } from '../../bot/turn.ts';
import { aBotStore, type BotStore } from '../support/bot-store.ts';
import { committee, majority } from '../support/clauses.ts';
import { aDocument } from '../support/documents.ts';
import { aPerson, NOW, TENANT } from '../support/records.ts';

const ROUND = 'round_document-1_1';
/** A press by somebody who runs rounds in the committee. */
const turn = (turnId: string, minutes = 0): Turn => ({
  person: aPerson('siv'),
  tenantId: TENANT,
  place: { conversationId: 'c', kind: 'personal', serviceUrl: 'https://a.example/' },
  turnId,
  receivedAt: new Date(NOW.getTime() + minutes * 60_000),
});

let store: BotStore;
let deps: Deps;
beforeEach(async () => {
  store = aBotStore();
  deps = await store.connect();
  await deps.committees.collection.insert(committee(majority));
  await deps.documents.collection.insert(aDocument());
});
afterEach(() => store.close());

const open = (revision = 1, minutes = 0, on = deps) =>
  documentHandlers['document.open'](on, turn('open', minutes), {
    verb: 'document.open',
    documentId: 'document-1',
    revision,
  });
const rewrite = (text: string, minutes = 0) =>
  documentHandlers['document.preview'](deps, turn(text, minutes), {
    verb: 'document.preview',
    documentId: 'document-1',
    purpose: 'vedtak',
    committeeId: 'committee-1',
    title: 'Møteplan for 2027',
    text,
    proposal: 'SSU vedtar ny møteplan for 2027.',
    deadlineOn: '2026-03-09',
    deadlineTime: '15:00',
  });
const documentNow = () => deps.documents.collection.get('document-1');
const roundNow = () => deps.rounds.collection.get(ROUND);
const asked = 'Planen følger vedlagt.';

test('once its round is being opened nobody rewrites it, though the draft is still to be told', async () => {
  expect(await open()).toMatchObject({ view: { view: 'round-status', roundId: ROUND }, round: { id: ROUND } });
  expect(await rewrite('Noe annet')).toEqual({ view: { view: 'notice', notice: 'sent-before' } });
  expect(await documentNow()).toMatchObject({ state: 'draft', revision: 1, text: asked });
  // a colleague who has the same preview sees the round that there is
  expect(await open()).toEqual({ view: { view: 'round-status', roundId: ROUND } });
  expect(await roundNow()).toMatchObject({ version: 0, matter: { text: asked } });
});

test('rewritten while it is being sent, it is not sent: the preview is shown again', async () => {
  const { collection } = deps.documents;
  const reading: Deps = {
    ...deps,
    documents: {
      ...deps.documents,
      collection: {
        ...collection,
        get: async (id) => {
          const read = await collection.get(id);
          if (read?.revision === 1) await rewrite('Noe annet');
          return read;
        },
      },
    },
  };
  expect(await open(1, 0, reading)).toEqual({
    view: { view: 'document-preview', documentId: 'document-1', problem: 'changed-since-preview' },
  });
  expect(await roundNow()).toBeUndefined();
});

test('sent and rewritten at the same moment, the round is about the text that the document has', async () => {
  await Promise.all([open(), rewrite('Noe annet')]);
  const [round, document] = [await roundNow(), await documentNow()];
  expect(round?.matter?.text ?? document?.text).toBe(document?.text);
});

test('a round that has not told of itself for long is not opened with another text: it says that it was sent', async () => {
  await open();
  expect(await rewrite('Noe annet', 10)).toEqual({ view: { view: 'document-preview', documentId: 'document-1' } });
  expect(await open(2, 10)).toEqual({
    view: { view: 'document-preview', documentId: 'document-1', problem: 'sent-before' },
  });
  expect(await roundNow()).toMatchObject({ matter: { text: asked } });
});
