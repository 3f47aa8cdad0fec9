import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerWith } from '../../bot/receive-turn.ts';
import { tabPaths } from '../../bot/tab-api/pages.ts';
import { withTabLink } from '../../bot/tab-link.ts';
import { tabPathOf } from '../../bot/tab-path.ts';
import type { Deps } from '../../bot/turn.ts';
import { type Card, card, heading, paragraph } from '../../cards/elements.ts';
import { noticeCard } from '../../cards/notice.ts';
import { MAX_MESSAGE_BYTES, messageBytes } from '../../cards/size.ts';
import { openBallot } from '../../store/ballot/rules-open.ts';
import { conversationKey } from '../../store/committee/record.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { newPlanImport } from '../../store/plan/import-record.ts';
import { type View, viewSchema } from '../../store/view.ts';
import { aBotStore } from '../support/bot-store.ts';
import { expectValidCard } from '../support/cards.ts';
import { aDocument } from '../support/documents.ts';
import { gallery } from '../support/gallery.ts';
import { someLinks } from '../support/links.ts';
import { aBegunMeeting, aNumberedSak } from '../support/minutes-room.ts';
import { aNomination } from '../support/nominations.ts';
import { aPlan } from '../support/plans.ts';
import { aCommittee, accepted, aPerson, aReferat, aSetup, NOW, REAL_NOW, TENANT } from '../support/records.ts';

const WITHOUT: Readonly<Record<string, string>> = {
  notice: 'a sentence',
  'said-to': 'a sentence',
  'file-received': 'a file that is used for nothing yet',
  'document-committee': 'a choice before there is a document',
  'choose-committee': 'a choice before there is a referat',
  'sak-committee': 'a choice before there is a sak',
  'setup-greeting': 'there is no committee yet',
  'setup-attach': 'there is no committee yet',
  'plan-unread': 'there is no plan yet',
  'plan-preview': 'there is no plan yet',
  'plan-row-form': 'there is no plan yet',
  'plan-split-form': 'there is no plan yet',
  'plan-columns-form': 'there is no plan yet',
  'plan-choose-form': 'there is no plan yet',
  'plan-difference': 'there is no plan yet',
};

// what stands in views; the records that are looked up are in the store
const FIELDS: Readonly<Record<string, unknown>> = {
  committeeId: 'committee-1',
  meetingId: 'meeting-1',
  sakId: 'sak-1',
  otherId: 'sak-2',
  roundId: 'round_1-x@y.no',
  tiltakId: 'tiltak-1',
  planId: 'plan-1',
  importId: 'import-1',
  referatId: 'referat-1',
  documentId: 'document-1',
  ballotId: 'ballot-1',
  nominationId: 'nomination-1',
  setupId: 'setup-1',
  seatId: 'seat-1',
  forfallId: 'forfall-1',
  candidateId: 'candidate-1',
  conversationId: 'conversation-1',
  personId: 'kari',
  fileId: 'file-1',
  newId: 'new-1',
  notice: 'not-found',
  name: 'plan.docx',
  unread: [],
  purpose: 'vedtak',
  kind: 'vara',
  scope: 'owner',
  outcome: 'moved',
  at: 0,
  on: '2026-03-02',
  what: 'ends',
  why: 'on-round',
};

/** Every view by its name, with all that it may name or only what it must. */
const views = (isFull: boolean): readonly View[] =>
  viewSchema.options.map(({ shape }) => {
    const named = Object.entries(shape).filter(([name, field]) => name in FIELDS && (isFull || !field.isOptional()));
    const fields = Object.fromEntries(named.map(([name]) => [name, FIELDS[name]]));
    return viewSchema.parse({ ...fields, view: shape.view.value });
  });

/** A ballot about the sak «a». */
function aBallot() {
  const sak = aNumberedSak('a');
  const about = { meeting: aBegunMeeting([sak]), committee: aCommittee(), sak, number: 1, question: 'Ja?' };
  const opening = { ...about, openedBy: 'siv', secret: false, nameOf: (id: string) => id };
  return { ...accepted(openBallot(opening, { now: NOW, realNow: REAL_NOW })), id: 'ballot-1' };
}

const store = aBotStore();
let deps: Deps;
beforeAll(async () => {
  deps = await store.connect();
  const conversationId = '19:ssu@thread.tacv2';
  const conversation = { serviceUrl: 'https://a.example/', conversationId };
  await deps.committees.collection.insert(
    aCommittee({ conversation, keys: [conversationKey(TENANT, conversationId)] }),
  );
  const sighting = { ...conversation, kind: 'channel', installed: true } as const;
  const clocks = { now: NOW, realNow: REAL_NOW };
  await deps.conversations.collection.insert(newConversation('conversation-1', TENANT, sighting, clocks));
  await deps.referater.collection.insert(aReferat({ id: 'referat-1', committeeId: 'committee-1' }));
  await deps.referater.collection.insert(
    aReferat({ id: 'asked', round: { id: 'round_asked_2', number: 2, version: 1 } }),
  );
  await deps.documents.collection.insert(aDocument({ id: 'document-1', committeeId: 'committee-1' }));
  await deps.ballots.collection.insert(aBallot());
  await deps.nominations.collection.insert(aNomination());
  await deps.plans.collection.insert(aPlan());
  await deps.setups.collection.insert(aSetup({ id: 'setup-1', committeeId: 'committee-1' }));
  const read = { id: 'import-1', tenantId: TENANT, by: 'siv', fileId: 'f', fileName: 'x', sha256: 'a'.repeat(64) };
  const made = newPlanImport({ ...read, planName: 'Plan', columns: [], rows: [], committeeId: 'committee-1' });
  await deps.imports.collection.insert({ ...made, state: 'used', planId: 'plan-1' });
});
afterAll(() => store.close());

describe('the page of a card', () => {
  test.each([
    ['all that it can name', true],
    ['only what it must name', false],
  ])('is one that the tab has, for every view with %s; or it has none, for a reason', async (_what, isFull) => {
    const patterns = new Map<string, string>();
    for (const view of views(isFull)) {
      const path = await tabPathOf(deps, view);
      if (path !== undefined) patterns.set(view.view, path.replace(/\?.*/, '').replace(/(?<=^\w+\/)[^/]+/, 'ID'));
    }
    const all = new Set<string>(views(isFull).map(({ view }) => view));
    expect([...all].filter((name) => !patterns.has(name)).toSorted()).toEqual(Object.keys(WITHOUT).toSorted());
    for (const [name, pattern] of patterns) expect(tabPaths, name).toContain(pattern);
  });

  test.each<[View, string | undefined]>([
    [{ view: 'round', roundId: 'round_1' }, 'rounds/round_1'],
    [{ view: 'setup', committeeId: 'c' }, 'committees/c'],
    [{ view: 'setup' }, 'waiting'],
    [{ view: 'meeting-form', committeeId: 'c' }, 'committees/c/meetings'],
    [{ view: 'meeting-form', committeeId: 'c', meetingId: 'm' }, 'meetings/m'],
    [{ view: 'tiltak-plan', committeeId: 'c', planId: 'plan:c:år 1' }, 'committees/c/tiltak?plan=plan%3Ac%3A%C3%A5r+1'],
    [{ view: 'tiltak-plan', committeeId: 'c' }, 'committees/c/tiltak?plan=loose'],
    [{ view: 'plan-ask', planId: 'plan-1' }, 'committees/committee-1/tiltak?plan=plan-1'],
    [{ view: 'plan-done', importId: 'import-1' }, 'committees/committee-1/tiltak?plan=plan-1'],
    [{ view: 'referat', referatId: 'referat-1' }, 'committees/committee-1/rounds'],
    [{ view: 'referat', referatId: 'asked' }, 'rounds/round_asked_2'],
    [{ view: 'ballot', ballotId: 'ballot-1' }, 'saker/a'],
    [{ view: 'setup-form', setupId: 'setup-1' }, 'committees/committee-1'],
    [{ view: 'nomination-status', nominationId: 'nomination-1' }, 'committees/committee-1'],
    [{ view: 'conversation-left', conversationId: 'conversation-1' }, 'committees/committee-1'],
    [{ view: 'referat', referatId: 'gone' }, undefined],
    [{ view: 'conversation-left', conversationId: 'gone' }, undefined],
    [{ view: 'document-form', documentId: 'new', purpose: 'innspill' }, undefined],
    [{ view: 'setup-form', setupId: 'gone' }, undefined],
    [{ view: 'plan-done', importId: 'gone' }, undefined],
  ])('of %j is %s', async (view, path) => {
    expect(await tabPathOf(deps, view)).toBe(path);
  });
});

describe('the link to it', () => {
  const view = { view: 'sak', sakId: 'sak-1' } as const;
  const link = { type: 'Action.OpenUrl', title: 'Åpne i fanen', url: someLinks.tab('saker/sak-1') };
  const linked = (shown: Card, about: View = view, links = someLinks) => withTabLink({ ...deps, links }, about, shown);

  test('stands below every card of every kind, as Teams takes it', async () => {
    for (const shown of Object.values(gallery)) {
      const after = await linked(shown);
      expect(after.body).toBe(shown.body);
      if (after !== shown) expect(after.actions).toEqual([link]);
      expectValidCard(after);
    }
  });

  test('does not stand below a single sentence, nor where there is no page or no tab', async () => {
    const shown = card(heading('Sak 1'), paragraph('Møteplan'));
    expect(await linked(noticeCard('not-found'))).toEqual(noticeCard('not-found'));
    expect(await linked(shown, { view: 'choose-committee' })).toBe(shown);
    expect(await linked(shown, view, { ...someLinks, tab: () => undefined })).toBe(shown);
    expect(await linked(shown)).toEqual({ ...shown, actions: [link] });
  });

  test('gives way where the card is as large as Teams takes it', async () => {
    const ofBytes = (bytes: number) => {
      const less = card(heading('Sak 1'), paragraph(''));
      return card(heading('Sak 1'), paragraph('x'.repeat((bytes - messageBytes(less)) / 2)));
    };
    const full = ofBytes(MAX_MESSAGE_BYTES);
    expect(messageBytes(full)).toBe(MAX_MESSAGE_BYTES);
    expect(await linked(full)).toBe(full);
    const room = messageBytes(await linked(ofBytes(4000))) - 4000;
    const justFits = await linked(ofBytes(MAX_MESSAGE_BYTES - room));
    expect(justFits.actions).toEqual([link]);
    expect(messageBytes(justFits)).toBe(MAX_MESSAGE_BYTES);
    expect((await linked(ofBytes(MAX_MESSAGE_BYTES - room + 2))).actions).toBeUndefined();
  });

  test.each([
    ['the 1:1 chat', 'personal', true],
    ['a group chat', 'groupChat', true],
    ['a channel', 'channel', true],
    ['a dialog, which has no room for it', 'dialog', false],
    ['the tab, which one is in already', 'tab', false],
  ] as const)('is given with what is shown in %s: %s, %s', async (_where, kind, isThere) => {
    const place = { conversationId: 'chat-1', kind, serviceUrl: 'https://a.example/' };
    const answer = await answerWith(deps, { person: aPerson('kari'), place }, { view: { view: 'help' } });
    const { actions } = 'card' in answer ? answer.card : {};
    const wanted = [{ type: 'Action.OpenUrl', title: 'Åpne i fanen', url: someLinks.tab('waiting') }];
    expect(actions).toEqual(isThere ? wanted : undefined);
  });
});
