import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { aMinutesCase, buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { aNumberedSak, filledIn } from '../support/minutes-room.ts';

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase();
});
afterEach(() => room.end());

describe('a sak in the meeting', () => {
  test('has its vedtak filled in from the proposal, point by point', async () => {
    const form = await room.openSak('moteplan');
    expect(filledIn(form)).toMatchObject({
      outcome: 'vedtak',
      vedtak: '1. SSU vedtar planen.\n2. SSU ber sekretariatet sende innkallinger.',
    });
  });

  test('takes the proposal as it stands in one press', async () => {
    const after = await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    expect(words(after)).toContain('Lagret.');
    expect((await room.meeting()).protocol).toMatchObject([
      {
        sakId: 'moteplan',
        outcome: 'vedtak',
        vedtak: ['SSU vedtar planen.', 'SSU ber sekretariatet sende innkallinger.'],
        by: 'siv',
      },
    ]);
  });

  test('takes a standard phrase with the committee’s short form, and keeps what was typed', async () => {
    const form = await room.openSak('evaluering');
    const withPhrase = await room.click(form, 'Sett inn', {
      ...filledIn(form),
      text: 'Kort runde.',
      phrase: 'sak-til-orientering',
    });
    expect(filledIn(withPhrase)).toMatchObject({ text: 'Kort runde.', vedtak: 'SSU tar saken til orientering.' });
    const both = await room.click(withPhrase, 'Sett inn', {
      ...filledIn(withPhrase),
      phrase: 'sak-til-etterretning',
    });
    expect(filledIn(both)).toMatchObject({
      vedtak: 'SSU tar saken til orientering.\n\nSSU tar saken til etterretning.',
    });
    await room.click(both, 'Lagre', filledIn(both));
    expect((await room.meeting()).protocol).toMatchObject([
      { text: 'Kort runde.', vedtak: ['SSU tar saken til orientering.', 'SSU tar saken til etterretning.'] },
    ]);
  });

  test('that there was no time for says so in the committees’ own words when that is chosen', async () => {
    const form = await room.openSak('evaluering');
    const chosen = await room.click(form, 'Sett inn', { ...filledIn(form), phrase: 'ikke-tid' });
    expect(filledIn(chosen)).toMatchObject({ outcome: 'utgikk', text: 'Utgikk – ikke tid.', vedtak: '' });
    await room.click(chosen, 'Lagre', filledIn(chosen));
    await room.click(await room.openSak('arsrapport'), 'Utgikk', { text: 'Saksbehandler var syk.' });
    await room.click(await room.openSak('moteplan'), 'Utgikk', { text: '' });
    await room.click(await room.open(), 'Lag referat');
    const { text } = newest(await room.referat());
    expect(text).toContain('Sak 15/26 Evaluering av møtet\n\nUtgikk – ikke tid.\n\nNeste møte');
    expect(text).toContain('Sak 14/26 Årsrapport\n\nSaksbehandler var syk.\n\nUtgikk.\n\n');
    expect(text).toContain('Sak 13/26 Møteplan\n\nUtgikk.\n\n');
  });

  test.each([
    ['Utsett', 'utsatt'],
    ['Utgikk', 'utgikk'],
    ['Følges opp', 'folges-opp'],
  ])('is «%s» in one press, with no vedtak and what was typed about it', async (title, outcome) => {
    const form = await room.openSak('arsrapport');
    await room.click(form, title, { ...filledIn(form), text: 'Mangler tall.' });
    expect((await room.meeting()).protocol).toMatchObject([
      { sakId: 'arsrapport', outcome, vedtak: [], text: 'Mangler tall.' },
    ]);
  });

  test('that every meeting has is not put off', async () => {
    expect(buttons(await room.openSak('innkalling'))).not.toContain('Utsett');
    const again = await room.show('siv', {
      verb: 'minutes.record',
      meetingId: 'meeting-1',
      sakId: 'innkalling',
      quick: 'utsatt',
    });
    expect(words(again)).toContain('Denne saken hører til hvert møte');
  });

  const long = 'x'.repeat(4001);
  test.each([
    ['no vedtak', { vedtak: ' \n ' }, 'Skriv vedtaket, eller velg et annet utfall.'],
    ['an unfinished phrase', { vedtak: 'SSU støtter …' }, 'Et vedtakspunkt er ikke ferdig utfylt.'],
    ['a placeholder', { vedtak: 'Vedtak utformes i møtet' }, 'Et vedtakspunkt er ikke ferdig utfylt.'],
    ['a point without an end', { vedtak: long }, 'Et vedtakspunkt kan ha høyst 4000 tegn'],
    [
      'too many points',
      { vedtak: Array.from({ length: 31 }, (_, n) => `${n + 1}. Punkt`).join('\n') },
      'Et vedtak kan ha høyst 30 punkter.',
    ],
    ['an outcome that there is not', { outcome: 'kanskje' }, 'Velg hva utfallet ble.'],
  ])('with %s is refused kindly, and what was typed stays', async (_what, typed, said) => {
    const form = await room.openSak('moteplan');
    const again = await room.click(form, 'Lagre', { ...filledIn(form), text: 'Drøftet.', ...typed });
    expect(words(again)).toContain(said);
    expect(filledIn(again)).toMatchObject({
      text: 'Drøftet.',
      ...typed,
      ...('vedtak' in typed && { vedtak: typed.vedtak }),
    });
    expect((await room.meeting()).protocol).toEqual([]);
  });

  test('with 30,000 characters is told what is too long, and the card on the screen keeps them', async () => {
    const form = await room.openSak('moteplan');
    const typed = { ...form.card, text: 'x'.repeat(30_000) };
    const answer = await room.press('siv', {
      verb: 'minutes.record',
      meetingId: 'meeting-1',
      sakId: 'moteplan',
      outcome: 'vedtak',
      vedtak: 'Ja.',
      text: typed.text,
    });
    expect(JSON.stringify(answer)).toContain('20 000 tegn');
    expect((await room.meeting()).protocol).toEqual([]);
  });

  test('shows HTML, Markdown and formulas as they were typed, and drops control characters', async () => {
    const form = await room.openSak('moteplan');
    await room.click(form, 'Lagre', {
      ...filledIn(form),
      text: '<b>a</b> **b** =1+1\u0007',
      vedtak: '[x](javascript:alert(1))',
    });
    expect((await room.meeting()).protocol).toMatchObject([
      { text: '<b>a</b> **b** =1+1', vedtak: ['[x](javascript:alert(1))'] },
    ]);
  });

  test('of another meeting is not written into this one', async () => {
    await room.deps.saker.collection.insert(aNumberedSak('fremmed', { meetingId: 'meeting-2' }));
    const shown = await room.show('siv', { verb: 'minutes.adopt', meetingId: 'meeting-1', sakId: 'fremmed' });
    expect(words(shown)).toContain('Saken står ikke på sakslisten for møtet.');
  });
});
