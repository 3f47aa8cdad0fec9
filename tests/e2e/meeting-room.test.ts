import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelOf, chatOf, complaintsInThemes, newestIn, press, says, tabOf, write } from '../support/browser.ts';
import { buildFirst, planMeeting, rightChat } from '../support/browser-meeting.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const PATIENCE = { timeout: 90_000 };
const TITLE = '<b>Svartid</b> **fra** mottaket';

let program: ProgramOnScreen;
let page: Page;
let complaints: readonly string[];
let terje: Locator;
beforeAll(async () => {
  program = await startOnScreen();
  ({ page, complaints } = await program.open(['terje', 'marit']));
  terje = chatOf(page, 'Terje Myrvang');
}, 60_000);
afterAll(() => program?.close());

/** A field of the newest card, by its label. */
const field = (chat: Locator, label: RegExp) => newestIn(chat).getByLabel(label).last();

test(
  'the form of a sak refuses nonsense and keeps it, and what is asked is answered in the card',
  PATIENCE,
  async () => {
    await planMeeting(terje, '2026-03-02');
    const marit = await rightChat(page, 'Marit');
    await write(marit, 'meld sak');
    await says(marit, 'Meld sak til SSU');
    await field(marit, /^Fra/).fill('=1+1');
    await field(marit, /^Saksframstilling/).fill('å'.repeat(30_000));
    await field(marit, /^Lenker/).fill('javascript:alert(1)');
    await press(marit, 'Forhåndsvis');
    await says(marit, /Skriv en tittel\. «Fra» og «Til» kan ikke begynne med .* Lenker må begynne med https/);
    expect(await field(marit, /^Fra/).inputValue()).toBe('=1+1');
    expect(await field(marit, /^Lenker/).inputValue()).toBe('javascript:alert(1)');
    expect(await field(marit, /^Saksframstilling/).inputValue()).toHaveLength(30_000);
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await field(marit, /^Saksframstilling/).fill('Vi venter.');
    await field(marit, /^Fra/).fill('Marit Åsnes');
    await field(marit, /^Lenker/).fill('');
    await field(marit, /^Tittel/).fill(TITLE);
    await field(marit, /^Forslag/).fill('SSU ber om tall.');
    await press(marit, 'Forhåndsvis');
    await says(marit, TITLE);
    await press(marit, 'Send inn');
    await says(marit, 'Venter på behandling');

    const ingrid = await rightChat(page, 'Ingrid');
    await says(ingrid, TITLE);
    await press(ingrid, 'Be om utfyllende opplysninger');
    await field(ingrid, /^Hva trenger/).waitFor();
    await press(ingrid, 'Be om utfyllende opplysninger');
    await says(ingrid, /Skriv hva dere trenger å vite/);
    await field(ingrid, /^Hva trenger/).fill('Hvor lenge venter dere?');
    await press(ingrid, 'Be om utfyllende opplysninger');
    await says(ingrid, 'Venter på utfyllende opplysninger');
    const asked = await rightChat(page, 'Marit');
    await says(asked, /Hvor lenge venter dere\?$/);
    await field(asked, /^Svar/).fill('Tre timer.');
    await press(asked, 'Send svaret');
    await says(asked, 'Svaret er sendt.');
    const again = await rightChat(page, 'Ingrid');
    await says(again, /: Tre timer\.$/);
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await press(again, 'Sett på saksliste');
    await says(again, /^Godtatt for saksliste/);
  },
);

test('a closed sak is voted on openly and in secret, without the seat that is inhabil', PATIENCE, async () => {
  await buildFirst(terje);
  await field(terje, /^Velg sak/).selectOption({ label: `2. ${TITLE}` });
  await press(terje, 'Lukk saken');
  await says(terje, `2. ${TITLE} (lukket)`);
  await press(terje, 'Forhåndsvis');
  await press(terje, 'Send sakslisten');
  await says(terje, 'Sakslisten er sendt.');
  await page.getByRole('button', { name: '+1 time' }).click();
  await write(terje, 'referat');
  await says(terje, 'Før møtet til protokoll');
  await press(terje, 'Åpne møtet');
  await press(terje, 'Til stede');
  for (const name of ['Ingrid Holtevik', 'Marit Åsnes', 'Siri Tangvik'])
    await newestIn(terje)
      .getByRole('checkbox', { name: new RegExp(name) })
      .check();
  await press(terje, 'Lagre');
  await says(terje, '3 av 24');
  await newestIn(terje).getByRole('button', { name: 'Før vedtak' }).nth(1).click();
  await press(terje, 'Inhabile');
  await newestIn(terje)
    .getByRole('checkbox', { name: /Siri Tangvik/ })
    .check();
  await press(terje, 'Lagre');

  for (const how of ['Åpent', 'Hemmelig']) {
    await press(terje, 'Avstemning');
    await says(terje, 'Inhabil og ikke med: Lyngvær kommune.');
    await newestIn(terje).getByRole('radio', { name: how }).check();
    await press(terje, 'Åpne avstemningen');
    await says(terje, '0 av 2 plasser har stemt.');
    const marit = await rightChat(page, 'Marit');
    await says(marit, how === 'Åpent' ? /^Avstemningen er åpen/ : /^Avstemningen er hemmelig/);
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await press(marit, 'For');
    await says(marit, how === 'Åpent' ? /^Du har stemt: for/i : 'Stemmen din er registrert.');
    const siri = await rightChat(page, 'Siri');
    expect(await siri.getByText(/^Avstemning: /).count()).toBe(0);
    await press(terje, 'Oppdater');
    await says(terje, '1 av 2 plasser har stemt.');
    await press(terje, 'Avslutt avstemningen');
    await says(terje, /For: 1, mot: 0, avstår: 0/);
    // who voted what is named in an open one, and never in a secret one
    const named = newestIn(terje).getByText(/^For: .*Marit/);
    expect(await named.count()).toBe(how === 'Åpent' ? 1 : 0);
    await press(terje, 'Tilbake til saken');
  }
});

test('a meeting is moved and then called off, and the channel is told both', PATIENCE, async () => {
  await write(terje, 'møteplan');
  await says(terje, 'Møteplan for SSU');
  await press(terje, 'Åpne 24.03.26');
  await says(terje, 'Møte i SSU tirsdag 24. mars 2026');
  await press(terje, 'Flytt eller endre');
  await newestIn(terje).getByLabel('Dato').fill('2026-03-01');
  await press(terje, 'Lagre');
  await says(terje, /Tidspunktet er passert/);
  await newestIn(terje).getByLabel('Dato').fill('2026-03-25');
  await press(terje, 'Lagre');
  await says(terje, 'Endringen er lagret. Utvalget får beskjed.');
  await rightChat(page, 'Marit');
  await tabOf(page, 'Marit Åsnes', 'SSU').click();
  const channel = channelOf(page, 'Marit Åsnes', 'SSU');
  await says(channel, 'Møtet i SSU er flyttet');
  await press(terje, 'Avlys møtet');
  await field(terje, /^Begrunnelse/).fill('Partnerskapsmøtet er samme dag.');
  await press(terje, 'Avlys møtet');
  await says(terje, 'Møtet er avlyst. Utvalget får beskjed.');
  await says(channel, 'Møtet i SSU er avlyst');
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
});

test('a sak goes on a round for vedtak, and silence carries nothing', PATIENCE, async () => {
  await write(terje, 'referat');
  await says(terje, 'Ny e-postrunde');
  await press(terje, 'Ny vedtaksrunde');
  await says(terje, 'Vedtak på e-postrunde');
  await press(terje, 'Forhåndsvis');
  await says(terje, /Skriv en tittel\./);
  await field(terje, /^Tittel/).fill('Høring om legevakt');
  await field(terje, /^Forslag/).fill('SSU slutter seg til høringssvaret.');
  await press(terje, 'Forhåndsvis');
  await press(terje, 'Send til vedtak');
  await says(terje, 'E-postrunden pågår.');
  await rightChat(page, 'Marit');
  await tabOf(page, 'Marit Åsnes', 'Utvalgsbot').click();
  const marit = chatOf(page, 'Marit Åsnes');
  await says(marit, /Høring om legevakt/);
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await press(marit, 'For');
  await says(marit, /^Du stemte for/);
  await page.getByRole('button', { name: 'Til fristen' }).click();
  await page.getByRole('button', { name: 'Still klokka' }).click();
  await terje
    .getByText(/For få stemte for forslaget innen fristen \(1 stemte for/)
    .last()
    .waitFor();
  expect(complaints).toEqual([]);
});
