import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { helpCard } from '../../cards/help.ts';
import { noticeCard } from '../../cards/notice.ts';
import { overviewCard } from '../../cards/overview.ts';
import { referatFormCard, referatPreviewCard } from '../../cards/referat.ts';
import { askCard, receiptCard } from '../../cards/round.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import { closeRound } from '../../store/round/rules.ts';
import { chatOf, complaintsOfAxe, keepScreenshot, launch, openPage } from '../support/browser.ts';
import {
  aCommittee,
  accepted,
  answered,
  aReferat,
  aRound,
  aSeat,
  delivered,
  missed,
  objection,
  REAL_NOW,
  typo,
} from '../support/records.ts';
import { aMessageWith, chatPath, KARI, openRoom, type TestRoom } from '../support/room.ts';

const committees = [aCommittee(), aCommittee({ id: 'committee-2', name: 'Faglig samarbeidsutvalg', shortName: 'FSU' })];
const [committee = aCommittee()] = committees;
const referat = aReferat();
const typed = { committeeId: committee.id, meetingOn: '2026-02-26', title: 'Referat', text: 'Sak 1', deadlineOn: '' };
const round = aRound(
  { deliveries: [delivered('seat-kari'), delivered('seat-ola'), delivered('seat-siv'), missed('seat-per')] },
  aCommittee({ seats: ['kari', 'ola', 'siv', 'per', 'eva'].map((person) => aSeat(person)) }),
);
const replied = answered(round, ['kari'], ['ola', typo], ['siv', objection]);
const closed = accepted(closeRound(replied, { now: new Date('2026-03-09T14:00:06Z'), realNow: REAL_NOW }));
const receipt = (of: typeof round, person: string, problem?: string) =>
  receiptCard(
    of,
    of.answers.find(({ personId }) => personId === person),
    problem,
  );
const nothing = { waiting: [], answered: [], drafts: [], running: [] };
const everything = { waiting: [round], answered: [replied], drafts: [referat], running: [round] };

/** Every kind of card, in each of the shapes it takes. */
const cards: Readonly<Record<string, Card>> = {
  'help of a member': helpCard({ runsRounds: false, unknown: false }),
  'help of the secretariat, after a message it did not understand': helpCard({ runsRounds: true, unknown: true }),
  'an empty overview': overviewCard({ ...nothing, runsRounds: false }),
  'a full overview': overviewCard({ ...everything, runsRounds: true }),
  'an empty form': referatFormCard({ referatId: 'referat-1', committees, typed: {}, problems: [] }),
  'a form with problems': referatFormCard({
    referatId: 'referat-1',
    committees,
    typed,
    problems: ['title', 'deadline', 'text-missing'],
  }),
  'a preview': referatPreviewCard(referat, { committee, moved: true }),
  'a preview with a problem': referatPreviewCard(referat, { committee, moved: false, problem: 'deadline-passed' }),
  'the card of somebody who is asked': askCard(round, referat, 'kari'),
  'the same with a remark that could not be used': askCard(round, referat, 'kari', {
    problem: 'remark-kind-missing',
    typed: 'Feil navn',
  }),
  'the receipt of a yes': receipt(replied, 'kari'),
  'the receipt of a typo': receipt(replied, 'ola'),
  'the receipt of an objection': receipt(replied, 'siv'),
  'the receipt of a yes after the deadline': receipt(closed, 'kari', 'too-late'),
  'the receipt of no answer': receipt(closed, 'eva'),
  'the status of an open round': roundStatusCard(replied),
  'the outcome': roundStatusCard(closed),
  'a notice': noticeCard('not-asked'),
};

let open: TestRoom;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  open = await openRoom();
  browser = await launch();
  ({ page, complaints } = await openPage(browser, open.room.url, ['kari', 'ola']));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await open?.close();
});

const newest = '#pane-left .message:last-child';
async function show(card: Card): Promise<void> {
  const before = await page.locator('#pane-left .message').count();
  await open.connector('POST', `${chatPath(KARI)}/activities`, aMessageWith(card));
  await page.locator('#pane-left .message').nth(before).locator('.ac-adaptiveCard').waitFor();
}

describe('axe finds nothing against', { timeout: 30_000 }, () => {
  test.each(Object.entries(cards))('%s', async (name, card) => {
    await show(card);
    expect(await complaintsOfAxe(page, newest)).toEqual([]);
    await page.locator(newest).scrollIntoViewIfNeeded();
    await keepScreenshot(page, `card-${name.replaceAll(/[ ,]+/g, '-')}`);
  });

  test.each([
    ['the form', 'an empty form', 'Forhåndsvis'],
    ['the remark', 'the card of somebody who is asked', 'Send merknad'],
  ])('%s when required fields are empty, and each says so', async (_what, name, title) => {
    await show(cards[name] as Card);
    await page.locator(newest).getByRole('button', { name: title }).click();
    const said = page.locator(newest).locator('.ac-input-validation-failed');
    expect(await said.count()).toBeGreaterThan(1);
    expect(await complaintsOfAxe(page, newest)).toEqual([]);
    expect(open.bot.heard.filter(({ activity }) => activity.type === 'invoke')).toEqual([]);
  });
});

test('whatever people wrote is shown as they wrote it', async () => {
  const text = 'Vedtak *uendret* [se](https://eksempel.no)\n1. punkt\n# tittel\n<b>fet</b> a_b_c ~x~ `y` | z';
  await show(askCard(round, aReferat({ text }), 'kari'));
  const lines = (await page.locator(newest).innerText()).split('\n').filter(Boolean);
  for (const line of text.split('\n')) expect(lines).toContain(line);
  expect(await page.locator(newest).locator('a, b, em, ol, h1').count()).toBe(0);
});

test('the page has nothing to complain about in all this', async () => {
  await chatOf(page, 'kari').waitFor();
  expect(complaints).toEqual([]);
});
