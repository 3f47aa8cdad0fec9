import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { channelOf, chatOf, groupChatOf, keepScreenshot, showRight, write } from '../support/browser.ts';
import { openChat, type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';
import { strictText } from '../support/docx.ts';

const AUD = 'Aud Solbakken';

/** A committee, where it talks, how its first round is begun, and four who answer: two there, two in their own chats. */
type Committee = {
  readonly name: string;
  readonly sharedOf: typeof channelOf;
  readonly seats: number;
  readonly members: readonly [approves: string, remarks: string, lifts: string, approvesToo: string];
  readonly begin: (aud: Locator) => Promise<void>;
};
const committees: Readonly<Record<string, Committee>> = {
  'a channel': {
    name: 'SSU',
    sharedOf: channelOf,
    seats: 16,
    members: ['Ingrid Holtevik', 'Marit Åsnes', 'Jonas Brekkmo', 'Siri Tangvik'],
    begin: async (aud) => {
      await write(aud, 'referat');
      await aud.getByRole('button', { name: 'Fortsett på utkastet' }).click();
    },
  },
  'a group chat': {
    name: 'FSU BU',
    sharedOf: groupChatOf,
    seats: 10,
    members: ['Guro Stenhaug', 'Henning', 'Liv', 'Randi'],
    begin: async (aud) => {
      await write(aud, 'hjelp');
      await aud.getByRole('button', { name: 'Nytt referat' }).last().click();
      await aud.getByRole('button', { name: 'FSU BU' }).click();
      await aud.getByRole('radio', { name: /Mer enn halvparten/ }).check();
      await aud.getByRole('radio', { name: 'Alle stemmeberettigede medlemmer' }).check();
      await aud.getByLabel('Møtedato').fill('2026-02-26');
      await aud.getByRole('textbox', { name: 'Tittel' }).fill('Referat FSU BU 26. februar');
      await aud.getByRole('textbox', { name: /^Referatet/ }).fill('Sak 1: Møteplanen er vedtatt.');
    },
  },
};

// each with a program and a browser of its own: most of the time the bot waits before it updates the shared card
test.concurrent.each(Object.entries(committees))(
  'in %s, a round is sent, answered there and in 1:1 chats, extended, closed and receipted, all by hand',
  { timeout: 150_000 },
  async (kind, committee) => {
    const program = await startOnScreen();
    try {
      await wholeRound(await program.open(['aud', 'ingrid']), kind, committee);
    } finally {
      await program.close();
    }
  },
);

async function wholeRound(
  { page, complaints }: Awaited<ReturnType<ProgramOnScreen['open']>>,
  kind: string,
  { name, sharedOf, seats, members, begin }: Committee,
): Promise<void> {
  const aud = chatOf(page, AUD);
  const [approves, remarks, lifts, approvesToo] = members;

  await openChat(page, AUD, name);
  const shared = sharedOf(page, AUD, name);
  await write(shared, 'hjelp');
  await shared.locator('.theirs .card').last().waitFor();
  await openChat(page, AUD, 'Utvalgsbot');
  await begin(aud);
  await aud.getByRole('button', { name: 'Forhåndsvis' }).click();
  await aud.getByRole('button', { name: 'Send på e-postrunde' }).click();
  await aud.getByText('E-postrunden pågår.').last().waitFor();

  // one approves and one objects at the card that all share; each sees their own receipt there, and then the count
  await openChat(page, AUD, name);
  for (const [index, member] of [approves, remarks].entries()) {
    const whole = await showRight(page, member);
    await openChat(page, whole, name);
    const there = sharedOf(page, whole, name);
    const card = there.locator('.message', { hasText: `${index} av ${seats} har svart` });
    await card.waitFor();
    if (index === 0) await card.getByRole('button', { name: 'Godkjenn' }).click();
    else {
      await card.getByRole('radio', { name: /Innholdet/ }).check();
      await card.getByRole('textbox', { name: 'Merknaden' }).fill('Vedtaket mangler fristen.');
      await card.getByRole('button', { name: 'Send merknad' }).click();
      await there.getByText('Svaret ditt er registrert.').waitFor();
      await page.locator('.people-list').evaluate((list) => list.scrollTo(0, 0));
      if (kind === 'a group chat') await keepScreenshot(page, 'group-chat', { shown: true });
    }
    await shared.getByText(`${index + 1} av ${seats} har svart`).waitFor();
  }

  // one lifts it to the meeting and one approves, in chats of their own
  const lifter = chatOf(page, await showRight(page, lifts));
  await lifter.getByRole('button', { name: 'Ta opp i møtet' }).click();
  await lifter.getByText(/^Du ba .* om at referatet tas opp i møtet/).waitFor();
  const second = chatOf(page, await showRight(page, approvesToo));
  await second.getByRole('button', { name: 'Godkjenn' }).click();
  await second.getByText(/^Du godkjente/).waitFor();
  await shared.getByText(`4 av ${seats} har svart`).waitFor();

  // the secretary looks where it stands, and gives them two more days
  await openChat(page, AUD, 'Utvalgsbot');
  const status = aud.locator('.message', { hasText: 'E-postrunden pågår.' }).last();
  await status.getByRole('button', { name: 'Oppdater' }).click();
  await status.getByText(new RegExp(`^2 av ${seats}`)).waitFor();
  await status.getByText('Vedtaket mangler fristen.').waitFor();
  await status.getByRole('button', { name: 'Forleng fristen' }).click();
  const form = aud.locator('.message').last();
  await form.getByLabel('Ny svarfrist, dato').fill('2026-03-11');
  await form.getByRole('button', { name: 'Forleng', exact: true }).click();
  await form.getByText('onsdag 11. mars 2026 kl. 15.00').waitFor();
  await openChat(page, AUD, name);
  await shared.getByText('onsdag 11. mars 2026 kl. 15.00').last().waitFor();
  await openChat(page, AUD, 'Utvalgsbot');

  await page.getByRole('button', { name: 'Til fristen' }).click();
  await page.getByLabel('Ny tid').fill('2026-03-11T15:00');
  await page.getByRole('button', { name: 'Still klokka' }).click();
  await aud.getByText('Referatet er ikke avgjort').waitFor();
  await aud.getByRole('button', { name: 'Send meg kvitteringen' }).last().click();
  await aud.getByRole('button', { name: 'Last opp til OneDrive' }).click();
  const link = aud.getByRole('link', { name: 'Last ned Kvittering' });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const receipt = await strictText(await readFile(await download.path()));
  for (const said of [`Godkjente aktivt: 2 av ${seats}.`, 'Vedtaket mangler fristen.', 'Forlenget fristen'])
    expect(receipt).toContain(said);
  expect(complaints).toEqual([]);
}
