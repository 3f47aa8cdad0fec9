import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { aMinutesCase, buttons, later, type MinutesCase, words } from '../support/minutes-case.ts';
import { aNumberedSak, filledIn } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';

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

describe('a tiltak', () => {
  test('is made of a vedtakspunkt in one step, once', async () => {
    const written = await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    const form = await room.click(written, 'Tiltak fra punkt 2');
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

  test('is not made of a point that the vedtak does not have', async () => {
    await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    const of = { verb: 'tiltak.new', meetingId: 'meeting-1', text: 'Hent tall' };
    for (const data of [
      { ...of, sakId: 'moteplan', point: 99 },
      { ...of, sakId: 'arsrapport', point: 1 },
    ]) {
      const again = await room.show('siv', data);
      expect(words(again)).toContain('Vedtaket har ikke dette punktet lenger.');
      expect(filledIn(again)).toMatchObject({ text: 'Hent tall' });
    }
    expect(await room.deps.tiltak.of('committee-1')).toEqual([]);
  });

  test('of the same sak and point in a later meeting is another one', async () => {
    const protocol = [{ sakId: 'moteplan', outcome: 'vedtak' as const, vedtak: ['Igjen.'], at: NOW, by: 'siv' }];
    await room.deps.meetings.collection.replace({ ...later, items: [{ sakId: 'moteplan' }], protocol, version: 1 }, 0);
    await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    for (const meetingId of ['meeting-1', 'meeting-2']) {
      const saved = await room.show('siv', {
        verb: 'tiltak.new',
        meetingId,
        sakId: 'moteplan',
        point: 1,
        text: 'Hent',
      });
      expect(words(saved)).toContain('Tiltaket er lagret.');
    }
    const sources = (await room.deps.tiltak.of('committee-1')).map(({ source }) => source?.meetingId);
    expect(sources.toSorted()).toEqual(['meeting-1', 'meeting-2']);
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
