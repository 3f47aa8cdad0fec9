import { describe, expect, test } from 'vitest';
import { fieldOf, headingKey } from '../../store/plan/rules-columns.ts';
import { readPlan } from '../../store/plan/rules-read.ts';
import { aTable, inShort } from '../support/plan-rows.ts';

describe('a column is known by its heading', () => {
  const known: readonly [heading: string, field: string][] = [
    ['innsatsomrade', 'focusArea'],
    ['Innsatsområde', 'focusArea'],
    ['SATSNINGSOMRÅDE', 'focusArea'],
    ['Hovedsatsing', 'focusArea'],
    ['hva_vil_vi', 'goal'],
    ['Hva vil vi?', 'goal'],
    ['Kva vil vi?', 'goal'],
    ['Mål', 'goal'],
    ['Hvordan få det til?', 'how'],
    ['Korleis få det til?', 'how'],
    ['punkt', 'point'],
    ['Nr.', 'point'],
    ['Tiltak', 'text'],
    ['Tiltak 2024', 'text'],
    ['Oppgaver', 'text'],
    ['ansvarlig', 'owner'],
    ['Ansvarleg', 'owner'],
    ['Ansvarlig for oppfølging', 'owner'],
    ['Tiltaksansvarlig', 'owner'],
    ['Eier', 'owner'],
    ['Hvem?', 'owner'],
    ['nar', 'due'],
    ['Når', 'due'],
    ['Frist:', 'due'],
    ['Når?/Frist', 'due'],
    ['Når?/ | Frist', 'due'],
    ['Når (frist)', 'due'],
    ['Hvem / ansvarlig', 'owner'],
    ['Status per 12.03.25', 'status'],
    ['Prioritert', 'priority'],
    ['uncertain', 'uncertain'],
  ];
  test.each(known)('«%s» is for %s', (heading, field) => {
    expect(fieldOf(heading)).toMatchObject({ field, isGuessed: false });
  });

  const guessed: readonly [heading: string, field: string][] = [
    ['Hvem er ansvarlig', 'owner'],
    ['Når er det ferdig', 'due'],
    ['Hvem / når er det ferdig', 'due'],
    ['Kort status', 'status'],
    ['Våre innsatsområder', 'focusArea'],
    ['Felles: hva vil vi', 'goal'],
    ['Slik og hvordan', 'how'],
    ['Aktuelle tiltak', 'text'],
  ];
  test.each(guessed)('«%s» is perhaps for %s', (heading, field) => {
    expect(fieldOf(heading)).toMatchObject({ field, isGuessed: true });
  });

  test.each(['', 'Merknad', 'Kommune', 'Sikre god status for alle tiltak i hele regionen vår', 'Hva'.repeat(30)])(
    '«%s» says nothing',
    (heading) => {
      expect(fieldOf(heading)).toBeUndefined();
    },
  );

  test('whatever marks, case and spaces it is written with', () => {
    expect(headingKey('  HVA_VIL-VI?: ')).toBe('hva vil vi');
    expect(headingKey('Ærlig øving på når')).toBe('aerlig oving pa nar');
  });
});

describe('the columns of a table', () => {
  const fields = (header: readonly string[], ...rows: (readonly string[])[]) =>
    readPlan([aTable([header, ...rows])]).columns.map(({ field }) => field);

  test('may be set by hand, which counts before what they are called', () => {
    const table = aTable([
      ['Oppdrag', 'Tiltak', 'Hvem gjør det'],
      ['a', 'b', 'c'],
    ]);
    const plan = readPlan([table], { oppdrag: 'text', Tiltak: 'other', 'Hvem gjør det': 'owner' });
    expect(inShort(plan)).toEqual([': a (c)']);
    expect(plan.rows[0]?.doubts).toEqual([]);
  });

  test('have what is to be done under «Hvordan få det til?», or else under the goal, where none is for tiltak', () => {
    expect(fields(['Hva vil vi?', 'Hvordan få det til?', 'Når'], ['a', 'b', ''])).toEqual(['goal', 'text', 'due']);
    const plan = readPlan([
      aTable([
        ['Mål', 'Ansvarlig'],
        ['a', 'b'],
      ]),
    ]);
    expect(inShort(plan)).toEqual([': a (b)']);
    expect(plan.rows[0]?.doubts).toEqual(['column-guessed']);
  });

  test('have one for each thing: the surer one, then the first; the newest status', () => {
    const header = ['Aktuelle tiltak', 'Tiltak', 'Oppgave', 'Status 2023', 'Status 2024'];
    expect(fields(header, ['a', 'b', 'c', 'd', 'e'])).toEqual(['other', 'text', 'other', 'other', 'status']);
  });

  test('have letters or numbers in a column without a heading, or under one that covers the next too', () => {
    expect(fields(['', 'Tiltak', 'Når'], ['a)', 'x', ''], ['b)', 'y', ''])).toEqual(['point', 'text', 'due']);
    expect(fields(['Tiltak', '<', 'Når'], ['1.', 'x', ''], ['2.', 'y', ''])).toEqual(['point', 'text', 'due']);
    expect(fields(['', 'Tiltak', 'Når'], ['Kommune', 'x', ''])).toEqual(['other', 'text', 'due']);
  });

  test('are one where a heading covers several', () => {
    const plan = readPlan([
      aTable([
        ['Tiltak', 'Ansvarlig', '<'],
        ['x', 'UNN', 'Kommunene'],
        ['y', 'SEKR', '<'],
      ]),
    ]);
    expect(inShort(plan)).toEqual([': x (UNN | Kommunene)', ': y (SEKR)']);
    expect(plan.columns).toHaveLength(2);
    expect(plan.rows[0]?.cells).toEqual(['x', 'UNN | Kommunene']);
  });

  test('may be called in words of their own, when all of them are', () => {
    const header = ['Hva vil vi oppnå sammen?', 'Aktuelle tiltak', 'Hvem er ansvarlig'];
    expect(fields(header, ['a', 'b', 'c'])).toEqual(['goal', 'text', 'owner']);
    expect(fields([...header, 'Merknad'], ['a', 'b', 'c', 'd'])).toEqual([]);
  });

  test('may stand below a title, and a row of a plan is no header', () => {
    const table = aTable([
      ['Handlingsplan', '<', '<'],
      ['Tiltak', 'Ansvarlig', 'Når'],
      ['Tiltak fra prosjektet skal være på plass', '', 'Når det passer'],
    ]);
    expect(readPlan([table]).rows).toHaveLength(1);
  });
});
