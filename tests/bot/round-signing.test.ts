import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { annualDocx } from '../../bot/documents/annual-docx.ts';
import { readDocx } from '../../bot/documents/read-docx.ts';
import { buttons, card } from '../../cards/elements.ts';
import { buttonsOf, expectValidCard, wordsOf } from '../support/cards.ts';
import { strictText } from '../support/docx.ts';
import { filledIn, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const titles = (seen: { readonly card: Parameters<typeof buttonsOf>[0] }) =>
  buttonsOf(seen.card).map(({ title }) => title);
const send = async (person = 'aud') => {
  const begun = await village.press(await village.say(person, 'referat'), 'Send til signering');
  // whoever runs one committee alone is not asked which
  const form = titles(begun).includes('SSU') ? await village.press(begun, 'SSU') : begun;
  expect(wordsOf(form.card)).toContain('Lederen og nestlederen signerer.');
  const typed = { ...filledIn(form), title: 'Årsrapport 2025', text: 'Utvalget har hatt fire møter.' };
  const preview = await village.press(form, 'Forhåndsvis', typed);
  expect(wordsOf(preview.card)).toContain('(leder)');
  expect(wordsOf(preview.card)).toContain('(nestleder)');
  return village.press(preview, 'Send til signering');
};

describe('signing on e-postrunde', { timeout: 30_000 }, () => {
  test('ends in a document that needs no signature, with who signed and when', async () => {
    await send();
    const asked = await village.sees('ingrid', 'Til signering: Årsrapport 2025');
    expectValidCard(asked.card);
    expect(titles(asked)).toEqual(['Signer', 'Send meg dokumentet som fil', 'Send merknaden']);
    const receipt = await village.press(asked, 'Signer');
    expect(wordsOf(receipt.card)).toContain('Du signerte');
    await village.press(await village.sees('bente', 'Til signering'), 'Signer');
    const status = await village.sees('aud', 'Dokumentet er godkjent elektronisk og trenger ikke signatur.');
    await village.press(status, 'Send meg det signerte dokumentet');
    const text = await strictText(await village.accept('aud', await village.offered('aud')));
    expect(text).toContain('Utvalget har hatt fire møter.');
    expect(text).toMatch(/Leder: Ingrid Holtevik, signert elektronisk 02\.03\.26 kl\. \d\d\.\d\d/);
    expect(text).toMatch(/Nestleder: [^,]+, signert elektronisk 02\.03\.26/);
    expect(text.trim().endsWith('(Dokumentet er godkjent elektronisk og trenger ikke signatur)')).toBe(true);
  });

  test('is of an edited draft that is dropped back into the chat, with its tables', async () => {
    const blocks = [
      { heading: 'Møter' },
      {
        rows: [
          ['Dato', 'Møteform'],
          ['11.03.25', 'digitalt'],
        ],
      },
      { text: 'Oppsummert av sekretariatet.' },
    ];
    const edited = await annualDocx('Årsrapport 2025 SSU', blocks);
    const received = await village.drop('aud', 'Årsrapport 2025.docx', edited);
    const form = await village.press(await village.press(received, 'Send til signering'), 'SSU');
    const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), title: 'Årsrapport 2025' });
    await village.press(preview, 'Send til signering');
    for (const person of ['ingrid', 'bente']) {
      const asked = await village.sees(person, 'Til signering');
      expect(wordsOf(asked.card)).toContain('11.03.25 | digitalt');
      await village.press(asked, 'Signer');
    }
    const done = await village.sees('bente', 'Dokumentet er godkjent elektronisk');
    await village.press(done, 'Send meg det signerte dokumentet');
    const read = await readDocx(await village.accept('bente', await village.offered('bente')));
    expect('text' in read && read.text).toContain(
      'Dato | Møteform\n11.03.25 | digitalt\n\nOppsummert av sekretariatet.',
    );
    expect('text' in read && read.text).toMatch(/trenger ikke signatur\)$/);
  });

  test('says the same in the receipt to archive', async () => {
    await send();
    for (const person of ['ingrid', 'bente'])
      await village.press(await village.sees(person, 'Til signering'), 'Signer');
    const status = await village.sees('aud', 'godkjent elektronisk');
    await village.press(status, 'Send meg kvitteringen');
    const text = await strictText(await village.accept('aud', await village.offered('aud')));
    expect(text).toContain('(Dokumentet er godkjent elektronisk og trenger ikke signatur)');
    expect(text).toContain('Signerte: 2 av 2.');
    expect(text).toContain('leder og nestleder');
  });

  test('is stopped by a remark, which the secretariat hears of, and which is not lifted to a meeting', async () => {
    await send();
    const asked = await village.sees('bente', 'Til signering');
    const empty = await village.press(asked, 'Send merknaden', { text: ' ' });
    expect(wordsOf(empty.card)).toContain('Skriv');
    const receipt = await village.press(empty, 'Send merknaden', { text: 'Antall møter er feil' });
    expect(wordsOf(receipt.card)).toContain('har ikke signert');
    await village.press(await village.sees('ingrid', 'Til signering'), 'Signer');
    await village.moveTo('2026-03-10T08:00:00Z');
    const status = await village.sees('aud', 'Dokumentet er ikke signert');
    expect(wordsOf(status.card)).toContain('Antall møter er feil');
    expect(titles(status)).toContain('Forleng fristen');
    expect(titles(status)).not.toContain('Ta opp i neste møte');
    expect(titles(status)).not.toContain('Send meg det signerte dokumentet');
  });

  test('may be sent by the leder, who signs like everybody else', async () => {
    const status = await send('ingrid');
    expect(wordsOf(status.card)).toContain('0 av 2');
    const asked = await village.sees('ingrid', 'Til signering');
    expect(wordsOf((await village.press(asked, 'Signer')).card)).toContain('Du signerte');
    expect(wordsOf((await village.press(status, 'Oppdater')).card)).toContain('1 av 2');
  });

  test('that was taken back is a draft again, to be changed and sent anew', async () => {
    const status = await send();
    const form = await village.press(status, 'Trekk runden');
    await village.press(form, 'Trekk runden', { reason: 'Feil tall' });
    await village.sees('bente', 'Begrunnelse: Feil tall');
    const overview = await village.say('aud', 'referat');
    const edit = buttonsOf(overview.card).find(({ data }) => data.verb === 'document.edit');
    const draft = await village.press(
      { ...overview, card: card(buttons(...(edit ? [edit] : []))) },
      'Fortsett på utkastet',
    );
    expect(filledIn(draft)).toMatchObject({ title: 'Årsrapport 2025', text: 'Utvalget har hatt fire møter.' });
    const preview = await village.press(draft, 'Forhåndsvis', { ...filledIn(draft), text: 'Fem møter.' });
    await village.press(preview, 'Send til signering');
    expect(wordsOf((await village.sees('bente', 'Fem møter.')).card)).toContain('Til signering');
  });

  test('is nobody’s business but that of those who sign', async () => {
    await send();
    await village.sees('ingrid', 'Til signering');
    expect(JSON.stringify(village.channel('ssu'))).not.toContain('Årsrapport 2025');
    expect(JSON.stringify(village.chat('marit'))).not.toContain('Årsrapport 2025');
  });
});
