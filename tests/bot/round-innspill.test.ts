import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, expectValidCard, wordsOf } from '../support/cards.ts';
import { strictText } from '../support/docx.ts';
import { filledIn, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const send = async () => {
  const form = await village.press(await village.press(await village.say('aud', 'referat'), 'Be om innspill'), 'SSU');
  const typed = {
    ...filledIn(form),
    title: 'Utkast til prosedyre',
    text: 'Utkastet har tre punkter.',
    askedGroup: 'all',
  };
  const preview = await village.press(form, 'Forhåndsvis', typed);
  expect(wordsOf(preview.card)).toContain('Ingenting vedtas.');
  return village.press(preview, 'Send til innspill');
};

describe('innspill on e-postrunde', { timeout: 30_000 }, () => {
  test('asks all members, also those with the right to speak, and nobody is asked to vote', async () => {
    const status = await send();
    expectValidCard(status.card);
    const asked = await village.sees('samira', 'Til innspill: Utkast til prosedyre');
    expectValidCard(asked.card);
    expect(buttonsOf(asked.card).map(({ title }) => title)).toEqual([
      'Send meg teksten som fil',
      'Send innspill',
      'Ingen innspill',
    ]);
  });

  test('keeps what was written, and takes an empty one for a mistake', async () => {
    await send();
    const asked = await village.sees('marit', 'Til innspill');
    const empty = await village.press(asked, 'Send innspill', { sak: 'Punkt 2', text: '  ' });
    expect(wordsOf(empty.card)).toContain('Skriv innspillet, eller velg «Ingen innspill».');
    expect(filledIn(empty)).toMatchObject({ sak: 'Punkt 2' });
    const receipt = await village.press(empty, 'Send innspill', { sak: 'punkt 2', text: 'Uklart.' });
    expect(wordsOf(receipt.card)).toContain('Du sendte innspill');
    expect(wordsOf(receipt.card)).toContain('Punkt 2: Uklart.');
    const again = await village.press(await village.press(receipt, 'Endre svar'), 'Ingen innspill');
    expect(wordsOf(again.card)).toContain('uten innspill.');
  });

  test('is registered by the secretariat when it came by e-mail', async () => {
    const status = await send();
    const form = await village.press(status, 'Registrer svar mottatt på annen måte');
    const [, seatId = ''] = /"title":"Marit[^"]*","value":"(seat[^"]*)"/.exec(JSON.stringify(form.card)) ?? [];
    const registration = { seatId, choice: 'comment', way: 'e-post' };
    const empty = await village.press(form, 'Registrer svaret', registration);
    expect(wordsOf(empty.card)).toContain('Skriv innspillet');
    const after = await village.press(empty, 'Registrer svaret', { ...registration, text: 'På e-post.' });
    expect(wordsOf(after.card)).toContain('På e-post.');
    await village.sees('marit', 'innspill fra deg');
  });

  test('is collected into one document when the deadline is over', async () => {
    await send();
    await village.press(await village.sees('marit', 'Til innspill'), 'Send innspill', {
      sak: 'punkt 2',
      text: 'Uklart.\n\nOg langt.',
    });
    await village.press(await village.sees('samira', 'Til innspill'), 'Send innspill', { text: 'Bra! <&>' });
    await village.press(await village.sees('jonas', 'Til innspill'), 'Ingen innspill');
    await village.moveTo('2026-03-09T14:00:06Z');
    const collected = await village.sees(
      'aud',
      'Innspillene er samlet inn: 2 har gitt innspill, 1 har ingen innspill.',
    );
    expectValidCard(collected.card);
    expect(wordsOf(collected.card)).toContain('Bra! <&>');
    expect(buttonsOf(collected.card).map(({ title }) => title)).not.toContain('Forleng fristen');
    await village.press(collected, 'Send meg innspillene som fil');
    const offered = await village.offered('aud');
    expect(offered.name).toBe('Innspill Utkast til prosedyre.docx');
    const docx = await strictText(await village.accept('aud', offered));
    expect(docx).toContain('Innspill: Utkast til prosedyre');
    expect(docx).toMatch(/Marit [^\n]*: punkt 2\nUklart\.\nOg langt\./);
    expect(docx).toContain('Bra! <&>');
    expect(docx).toMatch(/Har svart at de ikke har innspill: Jonas [^;\n]*\.\n/);
    expect(docx).toMatch(/Har ikke svart: .*Siri/);
    await village.sees('siri', 'Du svarte ikke på denne e-postrunden.');
    const receipt = await village.sees('marit', 'Innspillene er samlet inn');
    expect(buttonsOf(receipt.card)).toEqual([]);
  });

  test('the document is for those who run the committee’s rounds', async () => {
    const status = await send();
    const { data } = buttonsOf(status.card).find(({ title }) => title === 'Send meg teksten som fil') ?? {};
    const offer = {
      ...(data && 'offer' in data && typeof data.offer === 'object' ? data.offer : {}),
      what: 'innspill',
    };
    const help = await village.say('marit', 'hjelp');
    const answer = await village.room.api.press('marit', help.messageId, {
      type: 'Action.Execute',
      verb: 'file.send',
      data: { verb: 'file.send', offer },
    } as never);
    expect(JSON.stringify(answer)).not.toContain('failed');
    await village.sees('marit', 'Dette er bare for sekretariatet og lederen i utvalget.');
  });
});
