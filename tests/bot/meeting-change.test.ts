import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCalendar } from '../support/calendar.ts';
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
const move = async (meeting: Seen, typed: Readonly<Record<string, string>>) => {
  const form = await village.press(meeting, 'Flytt eller endre');
  return village.press(form, 'Lagre', { ...filledIn(form), ...typed });
};
const cancel = async (meeting: Seen, reason = '') =>
  village.press(await village.press(meeting, 'Avlys møtet'), 'Avlys møtet', { reason });
/** Everything in the committee’s channel, as one text. */
const channelOf = (committee: string) => JSON.stringify(village.channel(committee));
const taken = async (person: string) => {
  const offered = await village.offered(person);
  return { ...offered, ...readCalendar(await village.accept(person, offered)) };
};

describe('a meeting that is moved', { timeout: 30_000 }, () => {
  test('is told in the committee’s channel, once, with the time before', async () => {
    const meeting = await enter('ingrid');
    const form = await village.press(meeting, 'Flytt eller endre');
    expect(filledIn(form)).toMatchObject(APRIL);
    const moved = await move(meeting, { on: '2026-04-15', from: '13:00', to: '15:30' });
    expect(linesOf(moved.card)).toEqual(
      expect.arrayContaining([
        'Endringen er lagret. Utvalget får beskjed.',
        'Tid: Onsdag 15. april 2026 kl. 13.00–15.30',
      ]),
    );
    const told = await village.seesIn('ssu', 'marit', 'Møtet i SSU er flyttet');
    expect(linesOf(told.card)).toEqual([
      'Møtet i SSU er flyttet',
      'Før: Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt, Teams; rom 2, kl. 12\\',
      'Nå: Onsdag 15. april 2026 kl. 13.00–15.30, digitalt, Teams; rom 2, kl. 12\\',
    ]);
    expect(channelOf('ssu').split('er flyttet').length - 1).toBeLessThanOrEqual(2);
  });

  test('to what it is already is no change, and nobody is told', async () => {
    const again = await move(await enter('ingrid'), {});
    expect(linesOf(again.card)).toContain('Møtet er lagret.');
    await move(again, { place: 'UNN' });
    await village.seesIn('ssu', 'marit', 'Møtet i SSU er endret');
    expect(channelOf('ssu')).not.toContain('er flyttet"');
  });

  test('by somebody who had not seen that a colleague moved it is refused once, with what was typed', async () => {
    const meeting = await enter('ingrid');
    const old = await village.press(meeting, 'Flytt eller endre');
    const theirs = await village.press(await plan('bente'), 'Åpne 14.04.26');
    await move(theirs, { from: '10:00' });
    const again = await village.press(old, 'Lagre', { ...filledIn(old), place: 'UNN' });
    expect(wordsOf(again.card)).toContain('Møtet er endret av en annen i mellomtiden');
    expect(filledIn(again)).toMatchObject({ from: '12:00', place: 'UNN' });
    const saved = await village.press(again, 'Lagre', filledIn(again));
    expect(linesOf(saved.card)).toContain('Endringen er lagret. Utvalget får beskjed.');
  });

  test('never comes onto the day of another one', async () => {
    await enter('ingrid', MAY);
    const again = await move(await enter('ingrid'), { on: MAY.on });
    expect(wordsOf(again.card)).toContain('Utvalget har allerede et møte denne dagen.');
  });

  test('is moved by nobody else', async () => {
    const meeting = await enter('ingrid');
    const forged = await village.press({ ...(await plan('marit')), card: meeting.card }, 'Flytt eller endre');
    expect(wordsOf(forged.card)).toContain('Dette er bare for lederen, nestlederen og sekretariatet i utvalget.');
    const form = await village.press({ ...(await plan('marit')), card: meeting.card }, 'Avlys møtet');
    expect(wordsOf(form.card)).toContain('Dette er bare for lederen, nestlederen og sekretariatet i utvalget.');
  });
});

describe('a meeting that is cancelled', { timeout: 30_000 }, () => {
  test('stays readable with its reason, is told to the committee, and gives its day back', async () => {
    const gone = await cancel(await enter('bente'), '  Mye forfall ');
    const lines = ['Status: Avlyst 02.03.26 av Bente Aasland', 'Begrunnelse: Mye forfall'];
    expect(linesOf(gone.card).join('\n')).toMatch(/Status: Avlyst 02.03.26 av Bente/);
    expect(linesOf(gone.card)).toEqual(expect.arrayContaining(['Møtet er avlyst. Utvalget får beskjed.', lines[1]]));
    expect(titles(gone)).toEqual(['Til møteplanen']);
    const told = await village.seesIn('ssu', 'marit', 'Møtet i SSU er avlyst');
    expect(linesOf(told.card)).toContain('Begrunnelse: Mye forfall');
    expect(linesOf((await plan('marit')).card)).toContain('Det er ingen kommende møter i planen.');
    expect(linesOf((await enter('ingrid')).card)).toContain('Møtet er lagret.');
  });

  test('again is no news, and it is not changed any more', async () => {
    const meeting = await enter('ingrid');
    const form = await village.press(meeting, 'Avlys møtet');
    const change = await village.press(await village.press(form, 'Behold møtet'), 'Flytt eller endre');
    const gone = await village.press(form, 'Avlys møtet', { reason: '' });
    expect(linesOf(gone.card)).toContain('Møtet er avlyst. Utvalget får beskjed.');
    await village.seesIn('ssu', 'marit', 'Møtet i SSU er avlyst');
    await village.press(form, 'Avlys møtet', { reason: 'noe annet' });
    const late = await village.press(change, 'Lagre', { ...filledIn(change), place: 'UNN' });
    expect(linesOf(late.card)).toContain('Møtet er avlyst, og kan ikke endres.');
    expect(wordsOf(late.card)).not.toContain('noe annet');
  });

  test('with too long a reason is not, and the reason is kept', async () => {
    const reason = 'x'.repeat(501);
    const again = await cancel(await enter('ingrid'), reason);
    expect(wordsOf(again.card)).toContain('Begrunnelsen kan ha høyst 500 tegn.');
    expect(filledIn(again)).toEqual({ reason });
  });
});

describe('a calendar', { timeout: 30_000 }, () => {
  test('gets one meeting as a file, a newer one when it moves, and is told when it is cancelled', async () => {
    const meeting = await enter('ingrid');
    const seen = await village.press(await plan('marit'), 'Åpne 14.04.26');
    const { said } = await village.press(seen, 'Legg i kalenderen');
    expect(said).toContain('Filen er klar.');
    const first = await taken('marit');
    expect(first).toMatchObject({ name: 'Møte i SSU tirsdag 14. april 2026.ics', method: 'PUBLISH' });
    expect(first.events).toMatchObject([
      {
        sequence: 0,
        summary: 'Møte i SSU tirsdag 14. april 2026',
        location: 'digitalt, Teams; rom 2, kl. 12\\',
        status: 'CONFIRMED',
        organizer: null,
        start: '2026-04-14T10:00:00.000Z',
        end: '2026-04-14T12:00:00.000Z',
        zone: 'UTC',
      },
    ]);
    const moved = await move(meeting, { from: '15:00', to: '16:00' });
    const second = await taken('marit');
    expect(second.events).toMatchObject([{ sequence: 1, start: '2026-04-14T13:00:00.000Z' }]);
    await cancel(moved, 'Sykdom, dessverre; ny dato kommer');
    const third = await taken('marit');
    expect(third).toMatchObject({ method: 'CANCEL', description: expect.stringContaining('er avlyst') });
    expect(third.events).toMatchObject([
      { sequence: 2, status: 'CANCELLED', description: 'Sykdom, dessverre; ny dato kommer' },
    ]);
    const uids = [first, second, third].flatMap(({ events }) => events.map(({ uid }) => uid));
    expect(new Set(uids).size).toBe(1);
  });

  test('gets the whole plan at once, in summer and winter time', async () => {
    await enter('ingrid');
    await enter('ingrid', { ...MAY, on: '2026-11-10' });
    await village.press(await plan('marit'), 'Legg møteplanen i kalenderen');
    const { events, name } = await taken('marit');
    expect(name).toBe('Møteplan for SSU.ics');
    expect(events.map(({ start }) => start)).toEqual(['2026-04-14T10:00:00.000Z', '2026-11-10T08:00:00.000Z']);
    await move(await village.press(await plan('ingrid'), 'Åpne 10.11.26'), { place: 'UNN' });
    expect((await taken('marit')).events).toMatchObject([{ sequence: 1, location: 'fysisk, UNN' }]);
  });

  test('is filled from the news in the channel too', async () => {
    await move(await enter('ingrid'), { from: '13:00' });
    const told = await village.seesIn('ssu', 'marit', 'Møtet i SSU er flyttet');
    await village.press(told, 'Legg i kalenderen');
    expect((await taken('marit')).events).toMatchObject([{ sequence: 1 }]);
  });
});

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
