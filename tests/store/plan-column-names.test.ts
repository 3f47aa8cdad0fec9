import { describe, expect, test } from 'vitest';
import { fieldOf, headingKey, type KnownField } from '../../store/plan/rules-columns.ts';

/** Every name by which plans call a column, as people write it. */
const NAMES: Readonly<Record<KnownField, string>> = {
  uncertain: 'Uncertain, Usikker, Usikkert',
  owner:
    'Ansvarlig, Ansvarleg, Ansvarlige, Ansvarlege, Ansvar, Tiltaksansvarlig, Tiltaksansvarleg, Tiltakseier, Eier, Eigar, Hvem?, Kven?',
  due: 'Når?, Nar, Frist, Tidsfrist, Tidsramme, Tidsplan, Tidspunkt, Tid, Dato, Ferdig',
  status: 'Status, Framdrift, Fremdrift',
  priority: 'Prioritert, Prioritet, Prioritering',
  point: 'Punkt, Pkt., Nr., Nummer, Bokstav, Tiltak nr., Tiltaksnr, Tiltaksnummer',
  focusArea:
    'Innsatsområde, Innsatsområder, Satsningsområde, Satsingsområde, Satsningsområder, Satsingsområder, Fokusområde, Hovedsatsing, Hovedsatsning, Hovudsatsing, Satsing, Satsning, Område',
  goal: 'Hva vil vi?, Kva vil vi?, Hva vi vil, Kva vi vil, Mål, Delmål, Målsetting, Hovedmål, Hovudmål, Hva, Kva',
  how: 'Hvordan få det til?, Korleis få det til?, Hvordan, Korleis',
  text: 'Tiltak, Aktivitet, Aktiviteter, Aktivitetar, Handling, Handlinger, Oppgave, Oppgaver',
};
const EVERY = Object.entries(NAMES).flatMap(([field, names]) =>
  names.split(', ').map((name) => [name, field] as const),
);

test.each(EVERY)('«%s» alone says surely that a column holds %s', (name, field) => {
  expect(fieldOf(name)).toEqual({ field, isGuessed: false, isExact: true });
  expect(fieldOf(name.toUpperCase())).toEqual({ field, isGuessed: false, isExact: true });
});

describe('a name with more words after it', () => {
  test('is as sure, and not exact', () => {
    expect(fieldOf('Ansvarlig for dette')).toEqual({ field: 'owner', isGuessed: false, isExact: false });
    expect(fieldOf('Eigar for dette')).toEqual({ field: 'owner', isGuessed: false, isExact: false });
    expect(fieldOf('Status nå')).toEqual({ field: 'status', isGuessed: false, isExact: false });
  });

  test('is none when it is short, or goes on in the same word', () => {
    expect(fieldOf('Eier og andre')).toBeUndefined();
    expect(fieldOf('Mål for alle')).toBeUndefined();
    expect(fieldOf('Oppgavetekst')).toBeUndefined();
    expect(fieldOf('Statusrapport')).toEqual({ field: 'status', isGuessed: true, isExact: false });
  });
});

describe('two names in one heading', () => {
  test.each(['Når/Frist', 'Når | Frist', 'Når, frist', 'Når (frist)', 'Når og frist', 'Når eller frist'])(
    '«%s» is exact, as they say the same',
    (heading) => {
      expect(fieldOf(heading)).toEqual({ field: 'due', isGuessed: false, isExact: true });
    },
  );

  test('are none where they say different things', () => {
    expect(fieldOf('Hvem/Når')).toBeUndefined();
    expect(fieldOf('Merknad/Når')).toBeUndefined();
    expect(fieldOf('Når/Merknad')).toBeUndefined();
    expect(fieldOf('/')).toBeUndefined();
  });
});

test.each<[string, KnownField]>([
  ['Hovedansvarlig og ansvarlig', 'owner'],
  ['Egen frist', 'due'],
  ['Ny tidsfrist', 'due'],
  ['Helt ferdig', 'due'],
  ['Kort status', 'status'],
  ['Vår framdrift', 'status'],
  ['Vår fremdrift', 'status'],
  ['Våre innsatsområder', 'focusArea'],
  ['Våre satsningsområder', 'focusArea'],
  ['Våre satsingsområder', 'focusArea'],
  ['Dette er hva vil', 'goal'],
  ['Dette er kva vil', 'goal'],
  ['Slik og hvordan', 'how'],
  ['Slik og korleis', 'how'],
  ['Aktuelle tiltak', 'text'],
  ['Våre aktiviteter', 'text'],
])('a word in «%s» points to %s', (heading, field) => {
  expect(fieldOf(heading)).toEqual({ field, isGuessed: true, isExact: false });
});

test.each([
  'Uansvarlig',
  'Enfrist',
  'Enstatus',
  'Detiltak',
  'Hva vilje',
  'Dethvordan',
  'Hvordanlig',
  'Ominnsatsområde',
])('«%s» has such a word only within another', (heading) => {
  expect(fieldOf(heading)).toBeUndefined();
});

test('headings are compared without marks, however many stand together', () => {
  expect(headingKey('Når - /  frist…')).toBe('nar frist');
});
