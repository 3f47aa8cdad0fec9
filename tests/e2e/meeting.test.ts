import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  channelOf,
  chatOf,
  complaintsInThemes,
  keepScreenshot,
  newestIn,
  press,
  says,
  showRight,
  tabOf,
  write,
} from '../support/browser.ts';
import { buildFirst, planMeeting } from '../support/browser-meeting.ts';
import { startOnScreen } from '../support/browser-program.ts';

const TERJE = 'Terje Myrvang';
const MARIT = 'Marit Åsnes';
/** Everybody in the SSU who has a vote, by the beginning of their name. */
const VOTERS = [
  ...['Ingrid', 'Marit', 'Jonas', 'Siri', 'Odd', 'Hege', 'Nils', 'Geir', 'Bente', 'Pål', 'Tone', 'Kjell', 'Anne'],
  ...['Rune', 'Wenche', 'Egil'],
];
const PROPOSAL = ['SSU ber sekretariatet legge fram tall for svartid.', 'Saken tas opp igjen til høsten.'];

async function propose(channel: Locator, page: Page): Promise<void> {
  await write(channel, 'Vi venter for lenge på svar fra mottaket.');
  const message = channel.locator('.message').filter({ hasText: 'Vi venter for lenge' }).first();
  await message.hover();
  await message.getByRole('button', { name: 'Flere handlinger' }).click();
  await page.getByRole('menuitem', { name: 'Meld som sak' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tittel' }).fill('Svartid fra mottaket');
  await dialog.getByRole('textbox', { name: /^Forslag til vedtak/ }).fill(PROPOSAL.join('\n'));
  await dialog.getByRole('button', { name: 'Forhåndsvis' }).click();
  await dialog.getByRole('button', { name: 'Send inn' }).click();
  await dialog
    .getByText(/^Venter på behandling/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
}

test('a message becomes a sak, a number, a vedtak and a referat that the next agenda reports', {
  timeout: 150_000,
}, async () => {
  const program = await startOnScreen();
  try {
    const { page, complaints } = await program.open(['terje', 'marit']);
    const terje = chatOf(page, TERJE);
    const channel = channelOf(page, MARIT, 'SSU');
    await tabOf(page, MARIT, 'SSU').click();
    await propose(channel, page);

    // the chair accepts it, and the secretary calls the meeting
    // the secretary hears of it too, and goes on when they have
    await says(terje, 'Svartid fra mottaket');
    await planMeeting(terje, '2026-03-02');
    const ingrid = chatOf(page, await showRight(page, 'Ingrid'));
    await says(ingrid, 'Svartid fra mottaket');
    await press(ingrid, 'Sett på saksliste');
    await says(ingrid, /Saken er satt på saksliste/);
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await buildFirst(terje);
    await says(terje, /^\d\. Svartid fra mottaket/);
    await press(terje, 'Forhåndsvis');
    await says(terje, 'Forhåndsvisning av sakslisten');
    await press(terje, 'Send sakslisten');
    await says(terje, 'Sakslisten er sendt.');
    await says(terje, '02/26 Svartid fra mottaket');

    // a member reads it in the channel, comes, and has the papers in their own chat
    await showRight(page, 'Marit');
    await tabOf(page, MARIT, 'SSU').click();
    await says(channel, 'Innkalling og saksliste: SSU');
    await press(channel, 'Kommer');
    await says(channel, '1 (Marit Åsnes)');
    await keepScreenshot(page, 'agenda-card', { shown: true });
    await press(channel, 'Send meg sakspapirene');
    await tabOf(page, MARIT, 'Utvalgsbot').click();
    await says(chatOf(page, MARIT), 'Sakspapirer SSU 2026-03-02.docx');
    const jonas = chatOf(page, await showRight(page, 'Jonas'));
    await write(jonas, 'saksliste');
    await press(jonas, 'Åpne sakslisten');
    await press(jonas, 'Forfall');
    await says(jonas, 'Du har meldt forfall.');

    // an hour later the meeting has begun
    await page.getByRole('button', { name: '+1 time' }).click();
    await write(terje, 'referat');
    await press(terje, 'Åpne møtet');
    await press(terje, 'Til stede');
    await says(terje, 'De som har svart «Kommer», er krysset av.');
    expect(
      await newestIn(terje)
        .getByRole('checkbox', { name: /^Marit/ })
        .isChecked(),
    ).toBe(true);
    expect(
      await newestIn(terje)
        .getByRole('checkbox', { name: /^Jonas/ })
        .isChecked(),
    ).toBe(false);
    await newestIn(terje)
      .getByRole('checkbox', { name: /Siri Tangvik/ })
      .check();
    await press(terje, 'Lagre');
    await says(terje, '2 av 24');
    await newestIn(terje).getByRole('button', { name: 'Før vedtak' }).nth(1).click();
    await says(terje, 'Sak 02/26 Svartid fra mottaket');
    await press(terje, 'Vedta forslaget');
    await says(terje, 'Lagret.');
    await keepScreenshot(page, 'protocol', { shown: true });
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await press(terje, 'Tilbake til møtet');
    await press(terje, 'Lag referat');
    await says(terje, 'Referat fra møte i SSU 02.03.26');
    for (const point of PROPOSAL) await says(terje, new RegExp(point));
    await keepScreenshot(page, 'referat', { shown: true });
    await press(terje, 'Send på e-postrunde');
    await says(terje, 'E-postrunden pågår.');

    // everybody approves, and the next agenda says so
    for (const voter of VOTERS) {
      const name = await showRight(page, voter);
      const own = chatOf(page, name);
      await tabOf(page, name, 'Utvalgsbot').click();
      await press(own, 'Godkjenn');
      await own
        .getByText(/^Du godkjente/)
        .last()
        .waitFor();
    }
    await terje
      .getByText(/Referatet er godkjent/)
      .last()
      .waitFor();
    await planMeeting(terje, '2026-03-10');
    await buildFirst(terje);
    await press(terje, 'Forhåndsvis');
    await says(terje, /Referatet fra møtet 02\.03\.26 er godkjent via e-postrunde/);
    expect(complaints).toEqual([]);
  } finally {
    await program.close();
  }
});
