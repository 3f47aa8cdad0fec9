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
