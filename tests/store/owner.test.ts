import { describe, expect, test } from 'vitest';
import { resolveOwner } from '../../store/tiltak/rules-owner.ts';
import { realOwners } from '../support/data.ts';
import { aDirectory, aRegion, ownerMeant } from '../support/directory.ts';

const real = realOwners();
describe.skipIf(real === undefined)('every owner of two real plans', () => {
  const area = (name: 'finnmark' | 'troms') => {
    const { owners, committees } = real?.[name] ?? { owners: [], committees: [] };
    const named = committees.filter(({ kortnavn }) => kortnavn !== 'SEKR').map((one) => [one.kortnavn, one.navn]);
    const home = aDirectory({ [name === 'troms' ? 'SSU' : 'SU']: '', ...Object.fromEntries(named) });
    return Object.fromEntries([...new Set(owners)].map((written) => [written, ownerMeant(written, home)]));
  };

  test('of Troms og Ofoten: committees and the secretariat are known, and groups are asked about', () => {
    expect(area('troms')).toEqual({
      'FSU BU': '= FSU BU',
      'FSU REST': '= FSU REST',
      SEKR: '= secretariat SSU',
      'SSU, FSU DIG': 'SSU = SSU, FSU DIG = FSU DIG',
      'FSU REST, SSU': 'FSU REST = FSU REST, SSU = SSU',
      'FSU og SSU': 'FSU = ?, SSU = SSU',
      'FSU, SSU': 'FSU = ?, SSU = SSU',
      'SEKR, UNN, kommunene': 'SEKR = secretariat SSU, UNN = ?, kommunene = ?',
      'UNN og kommunene': 'UNN = ?, kommunene = ?',
      'UNN, kommunene': 'UNN = ?, kommunene = ?',
      'Samhandl.-sjefene': 'Samhandl.-sjefene = ?',
      Utvalgsrepresentanter: 'Utvalgsrepresentanter = ?',
      Felles: 'Felles = ?',
    });
  });

  test('of Finnmark: groups are asked about, and work written where an owner belongs is no owner', () => {
    expect(area('finnmark')).toEqual({
      '': '',
      'LFSO-ene | Kommunekoordinatorene / samhandlingsrådgiverne':
        'LFSO-ene = ?, Kommunekoordinatorene = ?, samhandlingsrådgiverne = ?',
      'Kommunene | Finnmarkssykehuset': 'Kommunene = ?, Finnmarkssykehuset = ?',
      'Retningen videre – hva gjør vi i fellesskap? | Sette opp som sak på LFSO møtene for å kartlegge hva som er status i dag. | Hvilken kompetanse finnes i kommuner og sykehus?':
        '?',
      'Tas opp i LFSO-ene (Parkinsonnett, slagskole, brannskade kurs)': '?',
    });
  });
});

describe('who is meant by an owner as it is written', () => {
  test.each([
    ['FSU BU', '= FSU BU'],
    [' fsu-bu.', '= FSU BU'],
    ['BU', '= FSU BU'],
    ['FSU barn og unge', '= FSU BU'],
    ['Faglig samarbeidsutvalg for barn og unge', '= FSU BU'],
    ['FSU BU (barn, unge)', '= FSU BU'],
    ['SSU', '= SSU'],
    ['SU', '= SSU'],
    ['SSU-et', '= SSU'],
    ['Strategisk samarbeidsutvalg', '= SSU'],
    ['FSU DS', '= FSU DIG'],
    ['FSU Digital samhandling', '= FSU DIG'],
    ['FLR', '= FSU FLR'],
    ['Fastlegerådet', '= FSU FLR'],
    ['Fagråd for fastleger og sykehusleger', '= FSU FLR'],
    ['REST', '= FSU REST'],
    ['rekruttering og stabilisering', '= FSU REST'],
    ['FSU SA', '= FSU AVVIK'],
    ['Samhandlingsavvik', '= FSU AVVIK'],
    ['FSU Akuttmedisin', '= FSU AKM'],
    ['FSU\u00a0REST\u00ad', '= FSU REST'],
  ])('«%s», a committee whose name the sources vary: %s', (written, meant) => {
    expect(ownerMeant(written, aRegion())).toBe(meant);
  });

  test.each([
    ['SEKR', '= secretariat SSU'],
    ['Sekretariatet', '= secretariat SSU'],
    ['sekretær', '= secretariat SSU'],
    ['Helsefellesskapets sekretariat', '= secretariat SSU'],
    ['leder', '= chair SSU'],
    ['Utvalgsleder', '= chair SSU'],
    ['utvalsleiaren', '= chair SSU'],
    ['nestleder', '= viceChair SSU'],
    ['nestleiar i FSU BU', '= viceChair FSU BU'],
    ['leder av FSU rekruttering og stabilisering', '= chair FSU REST'],
    ['FSU BU v/leder', '= chair FSU BU'],
    ['FSU BU-leder', '= chair FSU BU'],
    ['sekretariatet for FSU DIG', '= secretariat FSU DIG'],
    ['leder i klinikken', '?'],
  ])('«%s», a role: %s', (written, meant) => {
    expect(ownerMeant(written, aRegion())).toBe(meant);
  });

  test.each([
    ['Kari Nordmann', '= kari'],
    ['KARI NORDMANN', '= kari'],
    ['Nordmann, Kari', '= kari'],
    ['Berg, Siv Anne', '= siv'],
    ['rådgiver Kari Nordmann', '= kari'],
    ['interkommunal samhandlingsleder i nord Kari Nordmann', '?'],
    ['Kari Nordmann (UNN)', '= kari'],
    ['UNN v/Kari Nordmann', '= kari'],
    ['FSU rekruttering og stabilisering v/ Kari Nordmann', '= kari'],
    ['Kari', '= kari'],
    ['Ola', '?'],
    ['Nordmann', '?'],
    ['rådgiver Kari', '?'],
    ['Kari Hansen', '?'],
    ['Kari Nordmann og Ola Ås', 'Kari Nordmann = kari, Ola Ås = ola2'],
    ['Kari og Ola', 'Kari = kari, Ola = ?'],
  ])('«%s», a person: %s', (written, meant) => {
    expect(ownerMeant(written, aRegion())).toBe(meant);
  });

  test.each([
    ['FSU barn og unge og SSU', 'FSU barn og unge = FSU BU, SSU = SSU'],
    ['SSU / FSU BU & UNN', 'SSU = SSU, FSU BU = FSU BU, UNN = ?'],
    [' SSU , UNN ', 'SSU = SSU, UNN = ?'],
    ['SSU, og UNN,', 'SSU = SSU, UNN = ?'],
    ['SSU\nFSU BU', 'SSU = SSU, FSU BU = FSU BU'],
    ['SSU, FSU BU v/Kari Nordmann', 'SSU = SSU, FSU BU v/Kari Nordmann = kari'],
    ['SSU og Kari Nordmann', 'SSU = SSU, Kari Nordmann = kari'],
    ['SEKR, FSU BU', 'SEKR = secretariat SSU, FSU BU = FSU BU'],
    ['leder/nestleder', 'leder = chair SSU, nestleder = viceChair SSU'],
    ['FSU', 'FSU = ?'],
    ['FSU-ene', 'FSU-ene = ?'],
    ['Kommunene', 'Kommunene = ?'],
    ['alle utvalg', 'alle utvalg = ?'],
    ['Begge', 'Begge = ?'],
    ['begge parter', 'begge parter = ?'],
    ['lederne', 'lederne = ?'],
    ['samhandlingsrådgivere', 'samhandlingsrådgivere = ?'],
  ])('«%s», several: %s', (written, meant) => {
    expect(ownerMeant(written, aRegion())).toBe(meant);
  });

  test.each([
    ['', ''],
    [' –\n', ''],
    ['?', '?'],
    ['UNN', '?'],
    ['FSU PHR', '?'],
    ['FSU SSU', '?'],
    ['FSU SU', '?'],
    ['nye FSU BU', '?'],
    ['Følges opp i SSU', '?'],
    ['Kommunene, som har rehabiliteringskoordinator i stilling fra før av', '?'],
    ['Hvem, og når?', '?'],
    ['(–)', ''],
    ['(a)', '?'],
    ['SSU, '.repeat(21), '?'],
  ])('«%s» is nobody whom one could ask: «%s»', (written, meant) => {
    expect(ownerMeant(written, aRegion())).toBe(meant);
  });

  test('two committees that fit alike are told apart by nobody but a person', () => {
    const two = aDirectory({
      'FSU REHAB': 'Rehabilitering i nord',
      REHAB: 'FSU Rehabilitering',
      'FSU A': 'Rehab',
      B: 'Rehab',
    });
    expect(ownerMeant('FSU REHAB', two)).toBe('= FSU REHAB');
    expect(resolveOwner('leder i Rehab', { ...two, committees: two.committees.slice(2) })).toEqual({
      kind: 'unknown',
      suggestions: ['leder FSU A', 'leder B'],
    });
    expect(
      ownerMeant('SU', aDirectory({ SSU: 'Strategisk samarbeidsutvalg', SU: 'Strategisk samarbeidsutvalg' })),
    ).toBe('= SU');
  });

  test('two people of one name are told apart by nobody but a person', () => {
    const people = { one: 'Ola Hansen', other: 'Ola Hansen', third: 'Ola Ås' };
    expect(resolveOwner('Ola Hansen', aDirectory({ SSU: '' }, people))).toEqual({
      kind: 'unknown',
      suggestions: ['one', 'other', 'third', 'leder SSU', 'nestleder SSU'],
    });
  });

  test('a name of several words that fits two is one name still', () => {
    const people = { one: 'Ola Hansen', other: 'Ola Hansen' };
    expect(resolveOwner('Hansen, Ola', aDirectory({ SSU: '' }, people)).kind).toBe('unknown');
    const two = aDirectory({ 'FSU BU': 'Barn og unge', B: 'Barn og unge' });
    expect(resolveOwner('Barn og unge', two).kind).toBe('unknown');
  });

  test('a committee called FSU is meant by «FSU», where there is one', () => {
    expect(ownerMeant('FSU', aDirectory({ FSU: 'Faglig samarbeidsutvalg' }))).toBe('= FSU');
  });
});
