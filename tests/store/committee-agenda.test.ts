import { describe, expect, test } from 'vitest';
import { readAgendaSettings, reviseAgendaSettings } from '../../store/committee/rules-agenda.ts';
import { aCommittee, accepted, NOW } from '../support/records.ts';

const read = (typed: Partial<Parameters<typeof readAgendaSettings>[0]>) =>
  readAgendaSettings({ fixed: [], ...typed }, ['committee-2', 'committee-3']);

describe('how agendas are made', () => {
  test('is read in the order that was chosen, without the places that are empty', () => {
    expect(read({ fixed: ['innkalling', 'ingen', undefined, 'oppfolging', 'referatsaker', ''] })).toEqual({
      agenda: { fixed: ['innkalling', 'oppfolging', 'referatsaker'] },
    });
    expect(read({})).toEqual({ agenda: { fixed: [] } });
  });

  test.each([
    ['12/24', 12, 2024],
    [' 7/2026 ', 7, 2026],
    ['0018 / 23', 18, 2023],
    ['9999/26', 9999, 2026],
  ])('begins at «%s»', (firstNumber, number, year) => {
    expect(read({ firstNumber })).toEqual({ agenda: { fixed: [], firstNumber: { number, year } } });
  });

  test.each(['tolv', '12', '0/24', '12/4', '12/1924', '10000/24', '-1/24', '12/24x', 'x12/24', '12-24'])(
    'does not begin at «%s»',
    (firstNumber) => {
      expect(read({ firstNumber })).toEqual({ problems: ['first-number'] });
    },
  );

  test.each([
    ['0', 0],
    [' 7 ', 7],
    ['60', 60],
  ])('takes saker until «%s» days before', (proposeDays, days) => {
    expect(read({ proposeDays })).toEqual({ agenda: { fixed: [], proposeDays: days } });
  });

  test.each(['61', '-1', '7.5', 'sju', '100', '7 dager'])('does not take «%s» for days', (proposeDays) => {
    expect(read({ proposeDays })).toEqual({ problems: ['propose-days'] });
  });

  test('names committees that are known', () => {
    expect(read({ referaterFrom: 'committee-3,committee-2' })).toEqual({
      agenda: { fixed: [], referaterFrom: ['committee-3', 'committee-2'] },
    });
    expect(read({ referaterFrom: 'committee-2,committee-9' })).toEqual({ problems: ['referater-from'] });
  });

  test('has no sak twice, and what opens an agenda before what closes it', () => {
    expect(read({ fixed: ['innkalling', 'innkalling'] })).toEqual({ problems: ['fixed-twice'] });
    expect(read({ fixed: ['eventuelt', 'innkalling'] })).toEqual({ problems: ['fixed-order'] });
    expect(read({ fixed: ['innkalling', 'eventuelt', 'neste-mote', 'oppfolging'] })).toEqual({
      problems: ['fixed-order'],
    });
    expect(read({ fixed: ['oppfolging', 'innkalling', 'godkjenning-av-referat'] })).toHaveProperty('agenda');
    expect(read({ fixed: ['evaluering', 'eventuelt'] })).toHaveProperty('agenda');
  });

  test('that has several faults names them all', () => {
    expect(read({ fixed: ['eventuelt', 'innkalling', 'eventuelt'], firstNumber: 'x', proposeDays: 'x' })).toEqual({
      problems: ['fixed-twice', 'fixed-order', 'first-number', 'propose-days'],
    });
  });
});

describe('what was chosen', () => {
  const agenda = {
    fixed: ['innkalling' as const],
    firstNumber: { number: 12, year: 2024 },
    proposeDays: 7,
    referaterFrom: ['committee-2'],
  };
  const by = { personId: 'siv', now: NOW };
  const set = accepted(reviseAgendaSettings(aCommittee(), agenda, by));

  test('is kept beside the other settings, and noted', () => {
    expect(set.settings).toEqual({ ...aCommittee().settings, agenda });
    expect(set.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'agenda-settings-changed' });
  });

  test('is changed by chair and secretariat alone', () => {
    expect(reviseAgendaSettings(aCommittee(), agenda, { ...by, personId: 'lise' }).ok).toBe(true);
    for (const personId of ['nina', 'kari'])
      expect(reviseAgendaSettings(aCommittee(), agenda, { ...by, personId })).toMatchObject({
        refusal: 'not-secretariat',
      });
  });

  test('is no change when it was so before, however old the form', () => {
    expect(accepted(reviseAgendaSettings({ ...set, version: 5 }, agenda, { ...by, against: 1 }))).toMatchObject({
      version: 5,
      history: set.history,
    });
    const plain = accepted(reviseAgendaSettings(aCommittee(), { fixed: [] }, by));
    expect(accepted(reviseAgendaSettings(plain, { fixed: [], referaterFrom: [] }, by))).toBe(plain);
  });

  test.each([
    ['another order', { fixed: ['eventuelt' as const] }],
    ['another number', { firstNumber: { number: 13, year: 2024 } }],
    ['another year', { firstNumber: { number: 12, year: 2025 } }],
    ['other days', { proposeDays: 8 }],
    ['other committees', { referaterFrom: [] }],
  ])('is changed by %s', (_what, change) => {
    expect(accepted(reviseAgendaSettings(set, { ...agenda, ...change }, by)).settings.agenda).toEqual({
      ...agenda,
      ...change,
    });
  });

  test('from an older form is refused', () => {
    const newer = { ...set, version: 5 };
    const other = { ...agenda, proposeDays: 9 };
    expect(reviseAgendaSettings(newer, other, { ...by, against: 4 })).toMatchObject({ refusal: 'changed-by-another' });
    expect(reviseAgendaSettings(newer, other, { ...by, against: 5 }).ok).toBe(true);
  });
});
