import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, complaintsInThemes, newestIn, press, says, write } from '../support/browser.ts';
import { type ProgramOnScreen, startOnScreen } from '../support/browser-program.ts';

const PATIENCE = { timeout: 90_000 };
const TERJE = 'Terje Myrvang';

let program: ProgramOnScreen;
beforeAll(async () => {
  program = await startOnScreen();
}, 60_000);
afterAll(() => program?.close());

test('a lay person answers three questions, and what the chair asks, in the card', PATIENCE, async () => {
  const { page, complaints } = await program.open(['samira', 'guro']);
  const samira = chatOf(page, 'Samira Nordvoll');
  const guro = chatOf(page, 'Guro Stenhaug');
  await write(samira, 'meld sak');
  await says(samira, 'Hvilket utvalg gjelder saken?');
  await press(samira, 'Neste');
  await says(samira, 'Meld sak til FSU BU');
  // what looks like a formula or like markup is shown as it was written
  const what = '=1+1 <b>Ventetid</b> **BUP**';
  await newestIn(samira)
    .getByRole('textbox', { name: /^Hva gjelder/ })
    .fill(`${what}\nDet tar lang tid.`);
  await press(samira, 'Forhåndsvis');
  await says(samira, what);
  await press(samira, 'Send inn');
  await says(guro, what);
  await press(guro, 'Be om utfyllende opplysninger');
  await newestIn(guro)
    .getByRole('textbox', { name: /^Hva trenger dere/ })
    .fill('Hvor lenge venter dere?');
  await press(guro, 'Be om utfyllende opplysninger');
  await says(samira, /Hvor lenge venter dere\?/);
  expect(await complaintsInThemes(page, 'html')).toEqual([]);
  await newestIn(samira)
    .getByRole('textbox', { name: /^Svar på/ })
    .fill('Seks uker.');
  await press(samira, 'Send svaret');
  await says(guro, /Seks uker\./);
  expect(complaints).toEqual([]);
  await page.close();
});

test('a form that is filled with nonsense says what is wrong and keeps all of it', PATIENCE, async () => {
  const { page } = await program.open(['terje', 'marit']);
  const terje = chatOf(page, TERJE);
  await write(terje, 'meld sak');
  await says(terje, 'Meld sak til SSU');
  const long = 'x'.repeat(15_000);
  const links = 'javascript:alert(1)\nhttp://x.no';
  await newestIn(terje).getByRole('textbox', { name: 'Tittel' }).fill('   ');
  await newestIn(terje)
    .getByRole('textbox', { name: /^Lenker/ })
    .fill(links);
  await newestIn(terje)
    .getByRole('textbox', { name: /^Saksframstilling/ })
    .fill(long);
  await press(terje, 'Forhåndsvis');
  await says(terje, /^Rett dette først: Skriv en tittel\. .*https:/);
  expect(
    await newestIn(terje)
      .getByRole('textbox', { name: /^Lenker/ })
      .inputValue(),
  ).toBe(links);
  await write(terje, 'møteplan');
  await says(terje, 'Møteplan for SSU');
  await press(terje, 'Lim inn møter');
  const lines = ['Tirsdag 14. april 2026 12.00-14.00 Digitalt', '31.02.26 kl 12-14', '12.01.24 12-13 fysisk'].join(
    '\n',
  );
  await newestIn(terje).getByRole('textbox').first().fill(lines);
  await press(terje, 'Forhåndsvis');
  await says(terje, 'Linje 2: Datoen finnes ikke.');
  await says(terje, /^Linje 3: Tidspunktet er passert/);
  expect(await newestIn(terje).getByRole('textbox').first().inputValue()).toBe(lines);
  await page.close();
});
