import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
    const withPhrase = await room.click(form, 'Sett inn i vedtaket', {
      ...filledIn(form),
      text: 'Kort runde.',
      phrase: 'sak-til-orientering',
    });
    expect(filledIn(withPhrase)).toMatchObject({ text: 'Kort runde.', vedtak: 'SSU tar saken til orientering.' });
    const both = await room.click(withPhrase, 'Sett inn i vedtaket', {
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

describe('a tiltak', () => {
  test('is made of a vedtakspunkt in one step, once', async () => {
    const written = await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    const form = await room.click(written, 'Tiltak av punkt 2');
    expect(filledIn(form)).toMatchObject({ text: 'SSU ber sekretariatet sende innkallinger.' });
    const typed = { ...filledIn(form), owner: 'Sekretariatet', due: 'innen 12.04.26' };
    expect(words(await room.click(form, 'Lagre tiltaket', typed))).toContain('Tiltaket er lagret.');
    expect(words(await room.click(form, 'Lagre tiltaket', { ...typed, owner: 'En annen' }))).toContain(
      'allerede lagret',
    );
    expect(await room.deps.tiltak.of('committee-1')).toMatchObject([
      {
        text: 'SSU ber sekretariatet sende innkallinger.',
        owner: 'Sekretariatet',
        due: 'innen 12.04.26',
        dueOn: '2026-04-12',
        source: { sakId: 'moteplan', number: '13/26', point: 2, meetingId: 'meeting-1' },
      },
    ]);
  });

  test('is made of a sak that is followed up', async () => {
    const form = await room.openSak('arsrapport');
    const written = await room.click(form, 'Følges opp', filledIn(form));
    const tiltak = await room.click(written, 'Nytt tiltak');
    await room.click(tiltak, 'Lagre tiltaket', { text: 'Hent tall', due: 'i løpet av våren' });
    expect(await room.deps.tiltak.of('committee-1')).toMatchObject([{ text: 'Hent tall', due: 'i løpet av våren' }]);
  });

  test.each([
    ['no text', { text: '  ' }, 'Skriv hva som skal gjøres.'],
    ['a day that no calendar has', { text: 'Hent', due: '31.02.26' }, 'Datoen i fristen finnes ikke i kalenderen.'],
    ['a text without an end', { text: 'x'.repeat(4001) }, 'Et tiltak kan ha høyst 4000 tegn.'],
  ])('with %s is refused kindly, and what was typed stays', async (_what, typed, said) => {
    const form = await room.show('siv', { verb: 'tiltak.new-form', meetingId: 'meeting-1', sakId: 'moteplan' });
    const again = await room.click(form, 'Lagre tiltaket', typed);
    expect(words(again)).toContain(said);
    expect(filledIn(again)).toMatchObject(typed);
    expect(await room.deps.tiltak.of('committee-1')).toEqual([]);
  });
});
