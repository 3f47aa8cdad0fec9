import { describe, expect, test } from 'vitest';
import type { WireMeeting } from '../../bot/tab-api/wire-meetings.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aForfall } from '../support/called-in.ts';
import { WHOLE } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW } from '../support/records.ts';
import { at, HOUR, meetingsTabs, said, twoSaker, verbs } from '../support/tab-meetings.ts';

const seats = ({ attendance }: WireMeeting) => attendance.map(({ seat, who, state }) => [seat, who, state.text]);

const on = meetingsTabs();

describe('who comes to a meeting', () => {
  test('members see what was said by name, and how many have said nothing', async () => {
    const page = await on.tab.meeting('per');
    expect(seats(page)).toEqual([
      ['kari kommune', 'kari', 'Kommer'],
      ['ola kommune', 'ola', 'Forfall'],
    ]);
    expect(page.coming).toBe('1 kommer, 1 forfall, 1 har ikke svart');
    expect(page.forecast).toEqual([]);
  });

  test('those who run the meeting see every seat, how far its forfall has come, and the forecast', async () => {
    const forfall = [aForfall(WHOLE, { by: 'siv', calls: [], dryAt: NOW })];
    await on.reopen(aSentMeeting(twoSaker, { forfall, answers: [said('ola', true)] }));
    const page = await on.tab.meeting('siv');
    expect(seats(page)).toEqual([
      ['kari kommune', 'kari', 'Forfall'],
      ['ola kommune', 'ola', 'Kommer'],
      ['per kommune', 'per', 'Har ikke svart'],
    ]);
    expect(page.attendance[0]?.more).toEqual(['Forfall til hele møtet. Meldt av siv. Plassen har ingen vara.']);
    expect(page.forecast[0]).toContain('stemmeberettigede plasser');
    expect((await on.tab.meeting('nina')).forecast).toEqual([]);
    expect((await on.tab.meeting('nina')).attendance[0]?.more).toEqual([]);
  });

  test('a vara stands in the place of whom they act for', async () => {
    await on.reopen(aSentMeeting(twoSaker, { forfall: [aForfall(WHOLE)], answers: [said('kari', false)] }));
    for (const person of ['ola', 'siv', 'vera'])
      expect(seats(await on.tab.meeting(person))[0], person).toEqual([
        'kari kommune',
        'Vera Lund (vara for kari)',
        'Vara møter',
      ]);
    expect((await on.tab.meeting('kari')).notes).toContain('Vera Lund møter for deg.');
  });

  test('afterwards those who run it see who was there as it was registered, and the others what was said', async () => {
    const attendance = [
      { seatId: 'seat-kari', present: true, vara: { name: 'Vera Lund', personId: 'vera' } },
      { seatId: 'seat-ola', present: false },
    ];
    await on.reopen(aSentMeeting(twoSaker, { ...at(-24), state: 'held', attendance, answers: [said('ola', true)] }));
    expect(seats(await on.tab.meeting('siv'))).toEqual([
      ['kari kommune', 'Vera Lund (vara for kari)', 'Til stede'],
      ['ola kommune', 'ola', 'Ikke til stede'],
      ['per kommune', 'per', 'Ikke til stede'],
    ]);
    expect(seats(await on.tab.meeting('per'))).toEqual([['ola kommune', 'ola', 'Kommer']]);
  });

  test('whoever has a seat answers there, with the very verbs of the agenda card', async () => {
    expect((await on.tab.meeting('kari')).notes).toEqual(['Du har svart at du kommer.']);
    expect(verbs(await on.tab.meeting('kari'))).toEqual([
      'agenda.answer',
      'agenda.answer',
      'forfall.form',
      'agenda.papers',
      'meeting.calendar',
    ]);
    expect(verbs(await on.tab.meeting('siv'))).not.toContain('agenda.answer');
    expect(verbs(await on.tab.meeting('siv'))).toEqual(
      expect.arrayContaining(['forfall.status', 'minutes.show', 'agenda.build']),
    );
  });

  test('an answer is said to be noted, and there is one reminder', async () => {
    const { actions } = await on.tab.meeting('kari');
    const said = actions.flatMap(({ action, said: words }) => (action.verb === 'agenda.answer' ? words : []));
    expect(said).toEqual(['Svaret ditt er registrert.', 'Svaret ditt er registrert.']);
    const reminders = verbs(await on.tab.meeting('siv')).filter((verb) => String(verb).endsWith('.remind'));
    expect(reminders).toEqual(['forecast.remind']);
  });

  test('whoever was called in is led to the question', async () => {
    const call = {
      varaId: 'viggo',
      varaName: 'Viggo',
      askedAt: NOW,
      answerBy: new Date(NOW.getTime() + HOUR),
      state: 'asked',
    } as const;
    await on.reopen(aMeeting({ forfall: [aForfall(WHOLE, { calls: [call] })] }));
    const [toCall] = (await on.tab.meeting('viggo')).actions;
    expect(toCall).toMatchObject({ text: 'Om å møte som vara', action: { verb: 'forfall.called' } });
  });

  test('a meeting that is not held says why, and who cancelled it', async () => {
    await on.reopen(aMeeting({ state: 'cancelled', cancelled: { at: NOW, by: 'lise', reason: 'For mange forfall' } }));
    const page = await on.tab.meeting('kari');
    expect(page.state).toEqual({ text: 'Avlyst 02.03.26 av lise', look: 'bad' });
    expect(page.notes).toEqual(['Begrunnelse: For mange forfall']);
    expect(verbs(page)).toEqual([]);
  });
});
