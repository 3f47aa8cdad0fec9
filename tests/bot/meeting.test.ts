import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { filledIn, type Seen, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const APRIL = { on: '2026-04-14', from: '12:00', to: '14:00', mode: 'digitalt', place: 'Teams' };
const titles = ({ card }: Seen) => buttonsOf(card).map(({ title }) => title);
/** The plan of the SSU, as this person sees it. */
const plan = async (person: string) => {
  const seen = await village.say(person, 'møteplan');
  return titles(seen).includes('SSU') ? village.press(seen, 'SSU') : seen;
};
const enter = async (person: string, typed: Readonly<Record<string, string>> = APRIL) =>
  village.press(await village.press(await plan(person), 'Nytt møte'), 'Lagre', typed);
const preview = async (person: string, lines: string) =>
  village.press(await village.press(await plan(person), 'Lim inn møter'), 'Forhåndsvis', { lines });
const save = async (seen: Seen) => village.press(seen, 'Lagre', filledIn(seen));

describe('the plan', { timeout: 30_000 }, () => {
  test('is read by everybody in the committee, and changed by chair, vice chair and secretariat', async () => {
    for (const person of ['ingrid', 'bente', 'terje']) expect(titles(await plan(person))).toContain('Nytt møte');
    expect(linesOf((await plan('marit')).card)).toEqual(['Møteplan for SSU', 'Det er ingen kommende møter i planen.']);
    const form = await village.press(await plan('ingrid'), 'Nytt møte');
    const forged = await village.press({ ...(await plan('marit')), card: form.card }, 'Lagre', APRIL);
    expect(wordsOf(forged.card)).toContain('Dette er bare for lederen, nestlederen og sekretariatet i utvalget.');
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
  });

  test('asks somebody in several committees which, and is a button in the help', async () => {
    const asked = await village.press(await village.say('aud', 'hjelp'), 'Møteplan');
    expect(titles(asked).toSorted()).toEqual(['FSU BU', 'SSU']);
    expect(linesOf((await village.press(asked, 'FSU BU')).card)[0]).toBe('Møteplan for FSU BU');
  });

  test('is not for those outside the committee', async () => {
    const own = await village.say('marit', 'møteplan');
    const guro = await village.say('guro', 'hjelp');
    const forged = await village.press(
      { ...guro, card: (await village.press(await enter('ingrid'), 'Til møteplanen')).card },
      'Legg møteplanen i kalenderen',
    );
    expect(wordsOf(forged.card)).toContain('Møteplanen er bare for dem som er med i utvalget.');
    expect(wordsOf(own.card)).not.toContain('Nytt møte');
  });

  test('tells a vara where to find the meetings they act in', async () => {
    expect(wordsOf((await village.say('amund', 'møteplan')).card)).toContain('Skriv «forfall» for å se møtene');
  });

  test('takes one meeting, and shows it', async () => {
    const saved = await enter('ingrid');
    expect(linesOf(saved.card)).toEqual([
      'Møte i SSU tirsdag 14. april 2026',
      'Møtet er lagret.',
      'Tid: Tirsdag 14. april 2026 kl. 12.00–14.00',
      'Møteform og sted: Digitalt, Teams',
      'Status: Planlagt',
    ]);
    expect(linesOf((await plan('marit')).card)).toContain('Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt, Teams');
  });

  test.each([
    ['no day', { on: '' }, 'Datoen mangler'],
    ['a day that does not exist', { on: '31.02.26' }, 'Datoen finnes ikke.'],
    ['a day that is past', { on: '2026-02-13' }, 'Tidspunktet er passert.'],
    ['no beginning', { from: '' }, 'Klokkeslettet mangler'],
    ['no end', { to: '' }, 'Skriv også når møtet slutter'],
    ['an end before its beginning', { to: '11:00' }, 'Møtet slutter før det begynner.'],
    ['a time that does not exist', { from: '25:00' }, 'Klokkeslettet finnes ikke.'],
    ['a place that is too long', { place: 'x'.repeat(301) }, 'Stedet kan ha høyst 300 tegn.'],
  ])('refuses a meeting with %s, and keeps what was typed', async (_what, typed, words) => {
    const again = await enter('ingrid', { ...APRIL, ...typed });
    expect(wordsOf(again.card)).toContain(words);
    const { on: _on, from: _from, to: _to, ...kept } = { ...APRIL, ...typed };
    expect(filledIn(again)).toMatchObject(kept);
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
  });

  test('has one meeting a day', async () => {
    await enter('ingrid');
    const again = await enter('ingrid', { ...APRIL, from: '15:00', to: '16:00' });
    expect(wordsOf(again.card)).toContain('Utvalget har allerede et møte denne dagen.');
  });
});

describe('a plan that is pasted', { timeout: 30_000 }, () => {
  const LINES =
    'Møteplan 2026\nTirsdag 14. april 12.00-14.00 Digitalt\n12.05.26 kl. 9–11 fysisk, Rådhuset\nlørdag 6. juni kl. 10-12';

  test('is shown as it was understood, and saved then', async () => {
    const seen = await preview('ingrid', LINES);
    expect(linesOf(seen.card)).toEqual(
      expect.arrayContaining([
        'Slik er det forstått: 3 møter',
        'Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt (nytt)',
        'Tirsdag 12. mai 2026 kl. 09.00–11.00, fysisk, Rådhuset (nytt)',
        'Lørdag 6. juni 2026 kl. 10.00–12.00 (nytt). Ikke en vanlig arbeidsdag.',
      ]),
    );
    expect(titles(seen)).toEqual(['Lagre', 'Kontroller på nytt', 'Avbryt']);
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
    const saved = await save(seen);
    expect(linesOf(saved.card)).toEqual(
      expect.arrayContaining(['Møteplanen er lagret.', 'Tirsdag 12. mai 2026 kl. 09.00–11.00, fysisk, Rådhuset']),
    );
    expect(titles(saved)).toEqual(expect.arrayContaining(['Åpne 14.04.26', 'Åpne 12.05.26', 'Åpne 06.06.26']));
  });

  test('names every line that is not understood, keeps the text, and stores nothing of it', async () => {
    const lines = '14.04.26 kl. 12-14\n31.02.26 kl. 12-14\nOnsdag 14. april kl. 12-14\n13.02.26 kl. 12-14\nblåbær';
    const again = await preview('ingrid', lines);
    expect(linesOf(again.card)).toEqual(
      expect.arrayContaining([
        'Linje 2: Datoen finnes ikke.',
        'Linje 3: Ukedagen passer ikke til datoen. Det er tirsdag 14. april 2026.',
        'Linje 4: Tidspunktet er passert. Velg et tidspunkt fram i tid.',
        'Linje 5: Datoen mangler, eller ble ikke forstått. Skriv den som «13. februar 2027» eller «13.02.27».',
      ]),
    );
    expect(filledIn(again)).toMatchObject({ lines });
    expect(titles(again)).toEqual(['Forhåndsvis', 'Avbryt']);
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
  });

  test('that was changed after it was shown is shown again before anything is saved', async () => {
    const seen = await preview('ingrid', LINES);
    const again = await village.press(seen, 'Lagre', { lines: '14.04.26 kl. 15-16' });
    expect(wordsOf(again.card)).toContain('Teksten er endret etter forhåndsvisningen.');
    expect(linesOf(again.card)).toContain('Tirsdag 14. april 2026 kl. 15.00–16.00 (nytt)');
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
  });

  test('pasted again moves what is held the same day, and leaves the rest', async () => {
    await save(await preview('ingrid', LINES));
    const seen = await preview('ingrid', '14.04.26 kl. 13-15\n12.05.26 kl. 9-11\n18.08.26 kl. 12-14');
    expect(linesOf(seen.card)).toEqual(
      expect.arrayContaining([
        'Tirsdag 14. april 2026 kl. 13.00–15.00 (endres)',
        'Tirsdag 12. mai 2026 kl. 09.00–11.00 (som før)',
        'Tirsdag 18. august 2026 kl. 12.00–14.00 (nytt)',
      ]),
    );
    const saved = await save(seen);
    const meetings = linesOf(saved.card).filter((line) => line.includes(' kl. '));
    expect(meetings).toEqual([
      'Tirsdag 14. april 2026 kl. 13.00–15.00, digitalt',
      'Tirsdag 12. mai 2026 kl. 09.00–11.00, fysisk, Rådhuset',
      'Lørdag 6. juni 2026 kl. 10.00–12.00',
      'Tirsdag 18. august 2026 kl. 12.00–14.00',
    ]);
    const again = await save(await preview('ingrid', '14.04.26 kl. 13-15'));
    expect(linesOf(again.card)).toContain('Møtene sto i planen fra før. Ingenting er endret.');
  });

  test('that has no room in a card is said so beside the form, which stays', async () => {
    const form = await village.press(await plan('ingrid'), 'Lim inn møter');
    const { said } = await village.press(form, 'Forhåndsvis', { lines: 'x'.repeat(15_000) });
    expect(said).toContain('Teksten er for lang for et kort i Teams.');
  });

  test('of a hundred meetings is read page by page', async () => {
    const days = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2026, 3, 1 + n)).toISOString().slice(0, 10));
    const seen = await preview('ingrid', days.map((day) => `${day} kl. 12-14 fysisk, Rådhuset i Storvik`).join('\n'));
    expect(linesOf(seen.card)).toContain('Slik er det forstått: 100 møter');
    expect(wordsOf((await village.press(seen, 'Vis flere', filledIn(seen))).card)).toContain('Side 2 av');
    const saved = await save(seen);
    expect(linesOf(saved.card)).toContain('Møter, side 1 av 10');
    expect(linesOf((await village.press(saved, 'Vis flere møter')).card)).toEqual(
      expect.arrayContaining([
        'Møter, side 2 av 10',
        'Lørdag 11. april 2026 kl. 12.00–14.00, fysisk, Rådhuset i Storvik',
      ]),
    );
  });
});

describe('a meeting at the same time as another committee’s', { timeout: 30_000 }, () => {
  test('is shown to collide, with names for the secretariat alone', async () => {
    const form = await village.press(
      await village.press(await village.press(await village.say('aud', 'møteplan'), 'FSU BU'), 'Nytt møte'),
      'Lagre',
      { ...APRIL, from: '13:00', to: '15:00' },
    );
    expect(linesOf(form.card)).toContain('Møtet er lagret.');
    const seen = await preview('ingrid', '14.04.26 kl. 12-14\n15.04.26 kl. 12-14');
    const collides =
      'Kolliderer med møte i FSU BU tirsdag 14. april 2026 kl. 13.00–15.00: 4 personer er med i begge utvalgene';
    expect(linesOf(seen.card)).toContain(`Tirsdag 14. april 2026 kl. 12.00–14.00: ${collides}.`);
    await save(seen);
    expect(linesOf((await plan('marit')).card)).toContain(`${collides}.`);
    const named = linesOf((await plan('aud')).card).find((line) => line.startsWith('Kolliderer'));
    expect(named).toContain(collides);
    expect(named).toContain('Samira Nordvoll');
    expect(linesOf((await village.press(await plan('marit'), 'Åpne 15.04.26')).card).join()).not.toContain(
      'Kolliderer',
    );
  });
});
