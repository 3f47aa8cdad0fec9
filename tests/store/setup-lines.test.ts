import { describe, expect, test } from 'vitest';
import { cellsIn, type LineProblem, readLines } from '../../store/setup/rules-lines.ts';
import { representsAs, representsIn } from '../../store/setup/rules-represents.ts';

const lineOf = (text: string) => readLines(text).lines[0];
const problemsIn = (text: string) => readLines(text).problems;
const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join('\n');

describe('a line', () => {
  const kari = {
    line: 1,
    name: 'Kari Nes',
    email: 'kari.nes@eksempel.no',
    roles: ['chair'],
    seat: { name: 'Storvik kommune', represents: 'kommune', voting: true },
  };

  test.each([
    ['semicolons', 'Kari Nes; Kari.Nes@eksempel.no; Leder; Storvik kommune'],
    ['tabs, as from a spreadsheet', 'Kari Nes\tkari.nes@eksempel.no\tleder\tStorvik kommune'],
    ['commas', 'Kari Nes, kari.nes@eksempel.no, leder, Storvik kommune'],
    [
      'quotes, spaces and a link',
      ' "Kari   Nes" ;<mailto:kari.nes@eksempel.no>; LEDER ;"Storvik kommune" ;;'
        .replace('<mailto:', 'mailto:')
        .replace('>', ''),
    ],
    ['an address in brackets', 'Kari Nes;<kari.nes@eksempel.no>;leder;Storvik kommune'],
  ])('is read with %s', (_what, text) => {
    expect(readLines(text)).toEqual({ lines: [kari], problems: [] });
  });

  test('with tabs keeps its semicolons and commas, and one with semicolons its commas', () => {
    expect(lineOf('Kari Nes\t\tmedlem\tHelse; omsorg, nord')?.seat?.name).toBe('Helse; omsorg, nord');
    expect(lineOf('Kari Nes;;leder, sekretariat;Helse, nord')).toMatchObject({
      roles: ['chair', 'secretariat'],
      seat: { name: 'Helse, nord' },
    });
  });

  test('with commas has no second role where its seat is, and one with other marks may', () => {
    expect(problemsIn('Kari Nes, kari@x.no, leder, sekretariat')).toEqual([{ problem: 'role-as-seat', line: 1 }]);
    expect(problemsIn('Kari Nes; kari@x.no; leder; Sekretariat')).toEqual([]);
  });

  test('with an address for a name is odd, unless the address is in its own place as well', () => {
    expect(problemsIn('kari@x.no')).toEqual([{ problem: 'email-odd', line: 1 }]);
    expect(problemsIn('kari@x.no; kari@x.no')).toEqual([]);
  });

  test('is counted as the field shows it, empty ones too, however lines end', () => {
    expect(readLines('\n\nKari\r\nOla\rPer\n;;;\n').lines.map(({ line, name }) => [line, name])).toEqual([
      [3, 'Kari'],
      [4, 'Ola'],
      [5, 'Per'],
    ]);
  });

  test('with a name alone is a voting member with a seat of their own number', () => {
    expect(readLines('Kari\nOla;;;plass 1\nPer;;;Plass 1\nEva').lines.map(({ seat }) => seat)).toEqual([
      { name: 'Plass 2', represents: 'annet', voting: true },
      { name: 'plass 1', represents: 'annet', voting: true },
      { name: 'Plass 1', represents: 'annet', voting: true },
      { name: 'Plass 3', represents: 'annet', voting: true },
    ]);
  });

  test.each(['Ledig', 'ledig', 'VAKANT'])('called %s is a vacant seat', (name) => {
    expect(lineOf(`${name}; ; ; Storvik kommune`)).toEqual({
      line: 1,
      roles: [],
      seat: { name: 'Storvik kommune', represents: 'kommune', voting: true },
    });
    for (const called of [`${name} Hansen`, `Per ${name}`]) expect(lineOf(`${called};;;`)?.name).toBe(called);
  });
});

describe('the roles of a line', () => {
  test.each([
    ['', [], true],
    ['medlem', [], true],
    ['Fast medlem', [], true],
    ['stemmeberettiget', [], true],
    ['leder', ['chair'], true],
    ['nestleder', ['vice-chair'], true],
    ['leder, sekretariat', ['chair', 'secretariat'], true],
    ['sekretariat og nestleder', ['vice-chair', 'secretariat'], true],
    ['sekretær/medlem', ['secretariat'], true],
    ['sekretariatet + medlem', ['secretariat'], true],
    ['møte- og talerett', [], false],
    ['Møte og talerett', [], false],
    ['møte-og talerett', [], false],
    ['leiar', ['chair'], true],
    ['nestleiar og sekretær', ['vice-chair', 'secretariat'], true],
    ['Vice chair', ['vice-chair'], true],
    ['talerett', [], false],
    ['observatør', [], false],
    ['leder & observatør', ['chair'], false],
    ['sekretariat, møte- og talerett', ['secretariat'], false],
  ])('«%s»', (written, roles, voting) => {
    expect(readLines(`Kari;;${written};`)).toMatchObject({ lines: [{ roles, seat: { voting } }], problems: [] });
  });

  test('a secretary has no seat, unless one is named, and that one has no vote', () => {
    expect(lineOf('Siv;;sekretariat;')).toEqual({ line: 1, name: 'Siv', roles: ['secretariat'] });
    expect(lineOf('Siv;;sekretariat;Storvik kommune')?.seat).toMatchObject({ voting: false });
  });

  test('goes without a seat when it is said', () => {
    expect(lineOf('Kari;;leder;Uten plass')).toEqual({ line: 1, name: 'Kari', roles: ['chair'] });
    expect(lineOf('Kari;;leder;ingen plass')?.seat).toBeUndefined();
    for (const named of ['ingen plass her', 'nesten uten plass'])
      expect(lineOf(`Kari;;leder;${named}`)?.seat?.name).toBe(named);
  });

  test.each(['sjef', 'leder, sjef', 'constructor', 'leder medlem'])('«%s» is not one', (written) => {
    expect(problemsIn(`Kari;;${written};`)).toEqual([{ problem: 'role-unknown', line: 1 }]);
  });
});

describe('a heading', () => {
  test('is passed over, and says in which order the columns stand', () => {
    const text = 'Verv\tNavn\tTelefon\tE-post\tRepresenterer\nleder\tKari\t12345678\tkari@x.no\tStorvik kommune';
    expect(readLines(text)).toEqual({
      lines: [
        {
          line: 2,
          name: 'Kari',
          email: 'kari@x.no',
          roles: ['chair'],
          seat: { name: 'Storvik kommune', represents: 'kommune', voting: true },
        },
      ],
      problems: [],
    });
  });

  test.each(['Navn;E-post', 'navn;epost', 'Medlem;E-postadresse'])('«%s» names the address', (heading) => {
    expect(lineOf(`${heading}\nKari;kari@x.no`)).toMatchObject({ name: 'Kari', email: 'kari@x.no' });
  });

  test.each(['Rolle', 'roller', 'Verv'])('«%s» names the role', (heading) => {
    expect(lineOf(`Navn;${heading}\nKari;leder`)).toMatchObject({ roles: ['chair'] });
  });

  test.each(['Representerer', 'part', 'Plass', 'virksomhet'])('«%s» names whom a seat represents', (heading) => {
    expect(lineOf(`Navn;${heading}\nKari;Storvik`)).toMatchObject({ seat: { name: 'Storvik' } });
  });

  test.each(['NAMN;E-postadresse', 'Name;Email address', 'Fullt navn; E-mail', ' for- og etternavn ;e_post'])(
    '«%s» names the name, in whatever case and language',
    (heading) => {
      expect(lineOf(`${heading}\nKari;kari@x.no`)).toMatchObject({ name: 'Kari', email: 'kari@x.no' });
    },
  );

  test('may name the name in two columns, and one of them may be empty', () => {
    const text = 'Etternavn;Fornavn;Rolle\nNes;Kari;leder\n;Ola;\nVik;;';
    expect(readLines(text).lines.map(({ name }) => name)).toEqual(['Kari Nes', 'Ola', 'Vik']);
    expect(readLines('Fornavn;Etternavn\nKari;Nes').lines[0]?.name).toBe('Fornavn');
  });

  test('that names the same twice means the first', () => {
    expect(lineOf('Navn;Rolle;Verv\nKari;leder;sjef')).toMatchObject({ roles: ['chair'] });
  });

  test.each(['Navn', 'E-post;Rolle'])('«%s» is none: somebody may be called so', (line) => {
    expect(readLines(line).lines).toHaveLength(1);
  });

  test('alone has no members', () => {
    expect(problemsIn('Navn;E-post')).toEqual([{ problem: 'no-lines' }]);
  });
});

describe('a vara', () => {
  const seats = 'Kari Nes;kari@x.no;leder;Storvik kommune;\nOla Vik;ola@x.no;;Nordlys sykehus;';
  const varaOf = (...lines: string[]) => readLines([seats, ...lines].join('\n')).lines.map((line) => line.varaOf);

  test.each([
    ['the member', 'Per;per@x.no;;;kari nes'],
    ['the address of the member', 'Per;per@x.no;;;KARI@x.no'],
    ['what the seat is called', 'Per;per@x.no;;;Storvik Kommune'],
    ['the seat with its category', 'Per;per@x.no;;;kommune: Storvik kommune'],
    ['what they represent themselves, being called a vara', 'Per;per@x.no;vara;storvik kommune'],
    ['the seat, wherever else they work', 'Per;per@x.no;medlem;Havnes kommune;Storvik kommune'],
  ])('is one for a seat that is said by %s, and has none', (_what, line) => {
    expect(readLines(`${seats}\n${line}`)).toMatchObject({ problems: [] });
    expect(readLines(`${seats}\n${line}`).lines[2]).toEqual({
      line: 3,
      name: 'Per',
      email: 'per@x.no',
      roles: [],
      varaOf: 1,
    });
  });

  test('may stand before the seat, and several have one, in their order', () => {
    const text = 'Per;;vara;Storvik\nKari;;;Storvik\nEva;;;;Kari';
    expect(readLines(text).lines.map(({ name, varaOf: of }) => [name, of])).toEqual([
      ['Per', 2],
      ['Kari', undefined],
      ['Eva', 2],
    ]);
  });

  test('of a vacant seat is said by the seat', () => {
    expect(readLines('Ledig;;;Storvik\nPer;;;;Storvik').lines[1]?.varaOf).toBe(1);
  });

  test.each(['Varamedlem', 'vararepresentant', 'vara', 'deputy', 'substitute'])('is «%s» as well', (role) => {
    expect(varaOf(`Per;;${role};Storvik kommune`)).toEqual([undefined, undefined, 1]);
  });

  test('may be one for two seats, and a secretary without a seat may be one', () => {
    const twice = readLines(`${seats}\nPer;per@x.no;;;Kari Nes\nPer;per@x.no;;;Ola Vik`);
    expect(twice).toMatchObject({ problems: [] });
    expect(readLines(`${seats}\nSiv;siv@x.no;sekretariat\nSiv;siv@x.no;;;Ola Vik`).problems).toEqual([]);
  });

  test.each<[string, LineProblem, string]>([
    ['nobody', 'vara-for-missing', 'Per;;vara'],
    ['somebody who is not on the list', 'vara-unknown', 'Per;;;;Ida Lie'],
    ['another vara', 'vara-unknown', 'Per;;;;Per'],
    ['a seat while it is vacant itself', 'vara-vacant', 'Ledig;;;;Kari Nes'],
    ['a seat and leads as well', 'vara-with-role', 'Per;;nestleder;;Kari Nes'],
    ['something that is too long', 'seat-too-long', `Per;;;;${'S'.repeat(201)}`],
  ])('for %s is named as wrong', (_what, problem, line) => {
    expect(problemsIn(`${seats}\n${line}`)[0]).toEqual({ problem, line: 3 });
  });

  test('for a seat whose name two have is unclear, unless the member is named', () => {
    const two = 'Kari;;;Storvik\nOla;;;Storvik';
    expect(problemsIn(`${two}\nPer;;;;Storvik`)).toEqual([{ problem: 'vara-unclear', line: 3 }]);
    expect(readLines(`${two}\nPer;;;;Ola`).lines[2]?.varaOf).toBe(2);
  });

  test('with a seat of their own, or twice for the same one, is said with both lines', () => {
    expect(problemsIn(`${seats}\nOla Vik;ola@x.no;;;Kari Nes`)).toEqual([
      { problem: 'vara-has-seat', line: 3, other: 2 },
    ]);
    expect(problemsIn(`${seats}\nPer;p@x.no;;;Kari Nes\nPer;p@x.no;;;Storvik kommune`)).toEqual([
      { problem: 'person-twice', line: 4, other: 3 },
    ]);
  });

  test('is one of ten for a seat', () => {
    const ten = many(10, (n) => `V${n};;;;Kari Nes`);
    expect(problemsIn(`${seats}\n${ten}`)).toEqual([]);
    expect(problemsIn(`${seats}\n${ten}\nA;;;;Kari Nes\nB;;;;Kari Nes\nC;;;;Ola Vik`)).toEqual([
      { problem: 'varas-too-many', line: 13 },
    ]);
  });
});

test('the cells of a list stand in the usual columns, in whatever order they are written', () => {
  expect(cellsIn('Rolle;Etternavn;Fornavn\nsjef;Nes;Kari')).toEqual([['Kari Nes', '', 'sjef', '', '']]);
  expect(cellsIn('Kari; kari@x.no; leder; Storvik; \n\nOla')).toEqual([
    ['Kari', 'kari@x.no', 'leder', 'Storvik', ''],
    ['Ola', '', '', '', ''],
  ]);
});

describe('what is wrong', () => {
  test.each<[LineProblem, string]>([
    ['name-missing', 'Ola\n;kari@x.no'],
    ['name-too-long', `Ola\n${'K'.repeat(201)}`],
    ['email-odd', 'Ola\nKari;kari'],
    ['email-odd', 'Ola\nKari;kari@x'],
    ['email-odd', 'Ola\nKari;kari nes@x.no'],
    ['email-odd', 'Ola\nKari;kari@x.'],
    ['email-odd', 'Ola\nKari;kari@x.no.'],
    ['email-odd', 'Ola\nKari;<kari@x.no'],
    ['email-odd', 'Ola\nKari;kari@x.no> '],
    ['email-odd', `Ola\nKari;${'k'.repeat(250)}@x.no`],
    ['role-unknown', 'Ola\nKari;;sjef'],
    ['seat-too-long', `Ola\nKari;;;${'S'.repeat(201)}`],
    ['too-many-columns', 'Ola\nKari;;;Storvik;;mer'],
    ['vacant-role', 'Ola\nLedig;;leder'],
    ['neither-seat-nor-role', 'Ola\nKari;;medlem;uten plass'],
    ['neither-seat-nor-role', 'Ola\nLedig;;;ingen plass'],
  ])('is named with its line: %s', (problem, text) => {
    expect(problemsIn(text)).toEqual([{ problem, line: 2 }]);
  });

  test('is named with both lines where two collide', () => {
    expect(problemsIn('Ola;a@x.no;leder\nKari;A@X.no;nestleder\nPer;;leder\nEva;;nestleder\nIda;a@x.no')).toEqual([
      { problem: 'person-twice', line: 2, other: 1 },
      { problem: 'person-twice', line: 5, other: 1 },
      { problem: 'two-chairs', line: 3, other: 1 },
      { problem: 'two-vice-chairs', line: 4, other: 2 },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['empty lines', ' \n\t\n;;;'],
  ])('is that nobody is named by %s', (_what, text) => {
    expect(readLines(text)).toEqual({ lines: [], problems: [{ problem: 'no-lines' }] });
  });

  test('is more than 200 seats, or more than 20 secretaries', () => {
    const secretaries = (count: number) => many(count, (n) => `S${n};;sekretariat`);
    expect(problemsIn(`${many(200, (n) => `K${n}`)}\n${secretaries(20)}`)).toEqual([]);
    expect(problemsIn(many(201, (n) => `K${n}`))).toEqual([{ problem: 'too-many-lines' }]);
    expect(problemsIn(secretaries(21))).toEqual([{ problem: 'too-many-secretaries' }]);
    expect(readLines(many(621, (n) => `K${n};x`))).toEqual({ lines: [], problems: [{ problem: 'too-many-lines' }] });
    expect(readLines(many(620, (n) => `K${n};x`)).lines).toHaveLength(620);
  });

  test('is nothing when names are as long as they may be', () => {
    expect(problemsIn(`${'K'.repeat(200)};${'k'.repeat(249)}@x.no;;${'S'.repeat(200)}`)).toEqual([]);
  });
});

describe('whom a seat represents', () => {
  test.each([
    ['Storvik kommune', 'kommune'],
    ['Interkommunal samhandlingsleder', 'kommune'],
    ['Nordlys sykehus, direktør', 'helseforetak'],
    ['Helseforetaket', 'helseforetak'],
    ['Nordlys HF', 'helseforetak'],
    ['Nordlys klinikk', 'helseforetak'],
    ['Brukerutvalget ved Nordlys sykehus', 'bruker'],
    ['Pasientorganisasjonene', 'bruker'],
    ['Pårørendesenteret', 'bruker'],
    ['Ungdomsrådet', 'bruker'],
    ['Eldrerådet', 'bruker'],
    ['Fastlegene i Storvik kommune', 'fastlege'],
    ['Allmennlegeutvalget', 'fastlege'],
    ['Ansatte i kommunene', 'ansatte'],
    ['Hovedtillitsvalgt', 'ansatte'],
    ['Verneombudet', 'ansatte'],
    ['Fagforeningene', 'ansatte'],
    ['Fagforbundet', 'ansatte'],
    ['Statsforvalteren', 'annet'],
    ['Fylkeskommunen', 'annet'],
    ['Storvik kommune og Nordlys sykehus', 'annet'],
    ['Golfhfolket', 'annet'],
  ] as const)('is seen from «%s»', (name, represents) => {
    expect(representsIn(name)).toEqual({ name, represents });
    expect(representsAs({ name, represents })).toBe(name);
  });

  test.each([
    ['kommune: Storvik', 'Storvik', 'kommune'],
    ['Annet : Storvik kommune', 'Storvik kommune', 'annet'],
    ['bruker: a: b', 'a: b', 'bruker'],
    ['helseforetak', 'Helseforetak', 'helseforetak'],
    ['ANNET', 'ANNET', 'annet'],
    ['Avdeling: nord', 'Avdeling: nord', 'annet'],
  ] as const)('may be said: «%s»', (written, name, represents) => {
    expect(representsIn(written)).toEqual({ name, represents });
    expect(representsIn(representsAs({ name, represents }))).toEqual({ name, represents });
  });
});
