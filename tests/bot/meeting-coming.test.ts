import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { filledIn, type Seen, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const APRIL = { on: '2026-04-14', from: '12:00', to: '14:00', mode: 'digitalt', place: 'Teams; rom 2, kl. 12\\' };
const MAY = { on: '2026-05-12', from: '09:00', to: '11:00', mode: 'fysisk', place: 'Rådhuset' };
const titles = ({ card }: Seen) => buttonsOf(card).map(({ title }) => title);
const plan = async (person: string) => {
  const seen = await village.say(person, 'møteplan');
  return titles(seen).includes('SSU') ? village.press(seen, 'SSU') : seen;
};
const enter = async (person: string, typed: Readonly<Record<string, string>> = APRIL) =>
  village.press(await village.press(await plan(person), 'Nytt møte'), 'Lagre', typed);
const cancel = async (meeting: Seen, reason = '') =>
  village.press(await village.press(meeting, 'Avlys møtet'), 'Avlys møtet', { reason });

describe('«Kommende saker»', { timeout: 30_000 }, () => {
  const list = async (person = 'ingrid') => village.press(await plan(person), 'Kommende saker');

  test('are named, wished for a meeting and taken away, and stand in the plan', async () => {
    const meeting = await enter('ingrid');
    await enter('ingrid', MAY);
    const first = await village.press(await list(), 'Legg til', { title: 'Rekruttering, del 2', wished: 'ingen' });
    expect(first.said).toBeUndefined();
    expect(linesOf(first.card)).toContain('Listen er lagret.');
    const second = await village.press(first, 'Legg til', { title: '<b>Beredskap</b>', wished: 'ingen' });
    expect(linesOf((await plan('marit')).card)).toEqual(
      expect.arrayContaining(['Kommende saker', 'Rekruttering, del 2', '<b>Beredskap</b>']),
    );
    const choices = second.card.body.flatMap((one) => (one.type === 'Input.ChoiceSet' ? [one] : []));
    const chosen = choices.find(({ id }) => id === 'chosen')?.choices.find(({ title }) => title.startsWith('Rek'));
    const may = choices.find(({ id }) => id === 'wished')?.choices.at(-1);
    const typed = { chosen: chosen?.value ?? '', wished: may?.value ?? '' };
    await village.press(second, 'Sett ønsket møte for de valgte', typed);
    expect(linesOf((await plan('marit')).card)).toContain('Rekruttering, del 2 (ønsket 12.05.26)');
    expect(linesOf((await village.press(await plan('marit'), 'Åpne 12.05.26')).card)).toContain(
      'Ønsket hit: Rekruttering, del 2',
    );
    expect(wordsOf((await village.press(await plan('marit'), 'Åpne 14.04.26')).card)).not.toContain('Ønsket hit');
    const rest = await village.press(await list(), 'Fjern de valgte', typed);
    expect(wordsOf(rest.card)).not.toContain('Rekruttering');
    await cancel(await village.press(meeting, 'Til møteplanen').then((seen) => village.press(seen, 'Åpne 14.04.26')));
    await village.seesIn('ssu', 'marit', 'Møtet i SSU er avlyst');
    expect(linesOf((await village.press(await plan('marit'), 'Åpne 12.05.26')).card)[0]).toContain('12. mai');
    await expect.poll(async () => linesOf((await plan('marit')).card), { timeout: 8000 }).toContain('<b>Beredskap</b>');
  });

  test.each([
    ['an empty title', 'Legg til', { title: ' ' }, 'Skriv hva saken gjelder'],
    ['a title that is too long', 'Legg til', { title: 'x'.repeat(301) }, 'Skriv hva saken gjelder'],
    ['a meeting that is gone', 'Legg til', { title: 'Sak', wished: 'meeting_x' }, 'Møtet er ikke lenger i planen.'],
  ])('are not changed by %s, and what was typed is kept', async (_what, button, typed, words) => {
    await enter('ingrid');
    const again = await village.press(await list(), button, typed);
    expect(wordsOf(again.card)).toContain(words);
    expect(filledIn(again).title).toBe(typed.title);
  });

  test('that are chosen must be some', async () => {
    await enter('ingrid');
    const some = await village.press(await list(), 'Legg til', { title: 'Sak' });
    expect(wordsOf((await village.press(some, 'Fjern de valgte', { chosen: '' })).card)).toContain(
      'Kryss av for hvilke',
    );
  });
});

describe('how agendas are made', { timeout: 30_000 }, () => {
  const form = async (person = 'ingrid') =>
    village.press(await village.say(person, 'oppsett'), 'Saksliste og innmelding');

  test('is chosen in a form of its own, and stands there again', async () => {
    const empty = await form();
    expect(filledIn(empty)).toMatchObject({
      fixed1: 'innkalling',
      fixed2: 'eventuelt',
      fixed3: 'neste-mote',
      fixed4: 'ingen',
    });
    const others = empty.card.body.flatMap((one) =>
      one.type === 'Input.ChoiceSet' && one.id === 'referaterFrom' ? one.choices : [],
    );
    expect(others.map(({ title }) => title)).toEqual(['FSU BU']);
    const typed = {
      ...filledIn(empty),
      fixed2: 'godkjenning-av-referat',
      fixed3: 'ingen',
      fixed4: 'referatsaker',
      firstNumber: ' 12/24 ',
      proposeDays: '7',
      referaterFrom: others[0]?.value ?? '',
    };
    const saved = await village.press(empty, 'Lagre endringene', typed);
    expect(linesOf(saved.card)).toContain('Endringene er lagret.');
    expect(filledIn(await form())).toMatchObject({
      fixed1: 'innkalling',
      fixed2: 'godkjenning-av-referat',
      fixed3: 'referatsaker',
      fixed4: 'ingen',
      firstNumber: '12/24',
      proposeDays: '7',
      referaterFrom: others[0]?.value,
    });
  });

  test('that cannot be used is named, and kept as typed', async () => {
    const empty = await form();
    const typed = {
      ...filledIn(empty),
      fixed4: 'innkalling',
      firstNumber: 'tolv',
      proposeDays: '61',
      referaterFrom: 'x',
    };
    const again = await village.press(empty, 'Lagre endringene', typed);
    expect(linesOf(again.card)).toEqual(
      expect.arrayContaining([
        'Samme faste sak er valgt to ganger.',
        expect.stringContaining('Sett dem før de andre faste sakene.'),
        expect.stringContaining('for eksempel «12/24»'),
        expect.stringContaining('fra 0 til 60'),
        'Ett av utvalgene finnes ikke lenger. Velg på nytt.',
      ]),
    );
    expect(filledIn(again)).toMatchObject({ fixed4: 'innkalling', firstNumber: 'tolv', proposeDays: '61' });
  });

  test('is not changed over what a colleague has changed meanwhile, or by others', async () => {
    const mine = await form();
    const theirs = await village.press(
      await village.press(await village.say('aud', 'oppsett'), 'SSU'),
      'Saksliste og innmelding',
    );
    await village.press(theirs, 'Lagre endringene', { ...filledIn(theirs), proposeDays: '14' });
    const again = await village.press(mine, 'Lagre endringene', { ...filledIn(mine), proposeDays: '7' });
    expect(wordsOf(again.card)).toContain('Utvalget er endret av en annen i mellomtiden');
    expect(filledIn(again)).toMatchObject({ proposeDays: '7' });
    const forged = await village.press(
      { ...(await village.say('marit', 'oppsett')), card: mine.card },
      'Lagre endringene',
      filledIn(mine),
    );
    expect(wordsOf(forged.card)).toContain('Dette er bare for sekretariatet og lederen i utvalget.');
  });
});
