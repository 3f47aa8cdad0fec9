import { describe, expect, test } from 'vitest';
import { receiptText } from '../../cards/text/receipt.ts';
import { type Receipt, receiptOf } from '../../store/round/receipt.ts';
import {
  approves,
  closes,
  corrects,
  extendsBy,
  lifts,
  moves,
  notReached,
  objects,
  play,
  reached,
  registers,
  remarksTypo,
  reminded,
  replaces,
  type Step,
  takesToMeeting,
  undoes,
  withdraws,
} from '../support/play.ts';
import { aCommittee, aFile, aReferat, aSeat } from '../support/records.ts';

const people = ['kari', 'ola', 'ida', 'jens', 'siri'];
const committee = aCommittee({ seats: people.map((id) => aSeat(id)) });
const referat = aReferat({ presentSeatIds: people.slice(0, 4).map((id) => `seat-${id}`) });
const receipt = (...steps: readonly Step[]): Receipt =>
  receiptOf(play({ committee, referat }, ...steps).round, {
    committee,
    referat,
    nameOf: (id) => id.slice(0, 1).toUpperCase() + id.slice(1),
  });
const seatOf = (who: string, ...steps: readonly Step[]) => {
  const line = receipt(...steps).seats.find(({ holder }) => holder === who);
  return line && receiptText.seat(line, 'godkjenning');
};

describe('the receipt in words', () => {
  test('says what was asked, of whom, by which rule and when', () => {
    const all = receipt(closes);
    expect(receiptText.title({ referat: { title: 'Referat fra møte', meetingOn: '2026-02-26' } })).toBe(
      'Kvittering for e-postrunde: Referat fra møte',
    );
    expect(receiptText.facts(all)).toEqual([
      ['Utvalg', 'Strategisk samarbeidsutvalg'],
      ['Møtedato', '26.02.26'],
      ['Runde', 'nr. 1'],
      ['Sendt', '02.03.26 kl. 10.00 av Siv'],
      ['Svarfrist', 'mandag 9. mars 2026 kl. 15.00'],
      ['Avsluttet', '09.03.26 kl. 15.00'],
      ['Spurt', '5 plasser: alle stemmeberettigede medlemmer'],
      ['Regel', expect.stringContaining('Manglende svar regnes ikke som godkjenning.')],
    ]);
    expect(receiptText.facts(receipt()).map(([title]) => title)).not.toContain('Avsluttet');
  });

  test('active yes, objections, silent, absent, not reached and remarks stand apart', () => {
    const steps = [reached('ola', 'siri'), approves('kari'), remarksTypo('ida'), notReached('jens'), closes];
    expect(receiptText.outcome(receipt(...steps), 'e-postrunde')).toEqual([
      'Referatet ble ikke avgjort.',
      'Godkjente aktivt: 2 av 5.',
      'Innvendinger: 0.',
      'Svarte ikke: 1.',
      'Ikke til stede i møtet, og svarte ikke: 1.',
      'Ikke nådd: 1.',
      'Merknader: 1.',
    ]);
  });

  test.each([
    ['open', [], 'Runden pågår. Kvitteringen viser hvordan den står nå.'],
    ['approved', people.map((id) => approves(id)), 'Referatet er godkjent via e-postrunde.'],
    ['for the meeting', [closes, takesToMeeting], 'Referatet ble ikke avgjort og tas opp i neste møte.'],
    ['withdrawn', [withdraws], 'Runden ble trukket. Begrunnelse: Feil vedlegg'],
    ['replaced', [replaces('nytt')], 'Innholdet ble endret, og en ny runde ble sendt.'],
  ] as const)('says how it ended: %s', (_what, steps, line) => {
    expect(receiptText.outcome(receipt(...steps), 'e-postrunde')[0]).toBe(line);
  });

  test('«elektronisk» where the committee says so, and nobody absent when nobody was', () => {
    const said = receiptText.outcome(receipt(...people.map((id) => approves(id))), 'elektronisk');
    expect(said[0]).toBe('Referatet er godkjent elektronisk.');
    expect(said.join()).not.toContain('Ikke til stede');
  });

  test('a version has its number, time and hash, and the file it came from', () => {
    const { name, sha256 } = aFile();
    const version = { textSha256: 'abc', at: '2026-03-02T09:00:00.000Z' };
    expect(receiptText.version(version, 0)).toBe('Versjon 1, 02.03.26 kl. 10.00. SHA-256 av teksten: abc.');
    expect(receiptText.version({ ...version, file: { name, sha256 } }, 1)).toBe(
      `Versjon 2, 02.03.26 kl. 10.00. SHA-256 av teksten: abc. Fil: Referat.docx, SHA-256: ${sha256}.`,
    );
  });
});

describe('a seat of the receipt', () => {
  const at = '02.03.26 kl. 10.00';
  test.each([
    ['a yes', [approves('kari')], ['Godkjente', `${at}, i Teams`]],
    ['a typo', [remarksTypo('kari')], ['Godkjente, merknad om skrivefeil', `${at}, i Teams`]],
    ['a remark on the content', [objects('kari')], ['Merknad til innholdet', `${at}, i Teams`]],
    ['a wish to take it to the meeting', [lifts('kari')], ['Ta opp i møtet', `${at}, i Teams`]],
    ['by e-mail', [registers('seat-kari', 'approve', 'e-post')], ['Godkjente', `${at}, på e-post, registrert av Siv`]],
    ['by telephone', [registers('seat-kari', 'approve')], ['Godkjente', `${at}, på telefon, registrert av Siv`]],
    ['in a meeting', [registers('seat-kari', 'approve', 'møte')], ['Godkjente', `${at}, i et møte, registrert av Siv`]],
    [
      'in another way',
      [registers('seat-kari', 'approve', 'annet')],
      ['Godkjente', `${at}, på annen måte, registrert av Siv`],
    ],
    ['silent', [reached('kari'), closes], ['Svarte ikke', '–']],
    ['not reached', [closes], ['Ikke nådd', '–']],
  ] as const)('%s', (_what, steps, [said, how]) => {
    expect(seatOf('KARI', ...steps)?.slice(0, 4)).toEqual(['kari kommune', 'KARI', said, how]);
  });

  test('absent from the meeting is told as that', () => {
    expect(seatOf('SIRI', reached('siri'), closes)?.[2]).toBe('Ikke til stede i møtet, svarte ikke');
  });

  test.each([
    ['arrived', [reached('kari')], `Nådd ${at}`],
    [
      'arrived, with reminders',
      [reached('kari'), reminded('kari'), reminded('kari')],
      `Nådd ${at}, påminnelse sendt ${at} og ${at}`,
    ],
    ['did not arrive', [notReached('kari')], 'Ikke nådd: mangler appen'],
    ['was never sent', [], 'Ikke sendt'],
  ] as const)('whose card %s', (_what, steps, said) => {
    expect(seatOf('KARI', ...steps)?.[4]).toBe(said);
  });

  test('that moved says who holds it, for whom, and whose answer stands', () => {
    expect(seatOf('VERA', approves('kari'), moves('seat-kari', 'vera', 'KARI'))).toEqual([
      'kari kommune',
      'VERA, vara for KARI',
      'Godkjente',
      `${at}, i Teams av KARI`,
      'Ikke sendt',
    ]);
  });
});

describe('remarks and history', () => {
  const remark = (...steps: readonly Step[]) => receipt(...steps).remarks.map(receiptText.remark);

  test.each([
    [
      'one that stands',
      [objects('kari')],
      'KARI, merknad til innholdet: Vedtakspunkt 2 mangler (Innvendingen er ikke trukket tilbake.)',
    ],
    [
      'a typo nobody corrected',
      [remarksTypo('kari')],
      'KARI, merknad om skrivefeil: Navnet er skrevet feil (Teksten er ikke endret etter merknaden.)',
    ],
    [
      'a corrected typo',
      [remarksTypo('kari'), corrects('rettet')],
      'KARI, merknad om skrivefeil: Navnet er skrevet feil (Skrivefeil er rettet i en senere versjon.)',
    ],
    [
      'changed content',
      [objects('kari'), replaces('nytt')],
      'KARI, merknad til innholdet: Vedtakspunkt 2 mangler (Innholdet er endret og sendt i en ny runde.)',
    ],
  ] as const)('%s', (_what, steps, line) => {
    expect(remark(...steps)).toEqual([line]);
  });

  test.each(['12/26', 'sak 12/26', 'Sak  12/26'])('its sak is told however it was written: %s', (sak) => {
    const [one] = receipt(objects('kari')).remarks;
    expect(one && receiptText.remark({ ...one, sak })).toContain('KARI, merknad til innholdet, sak 12/26: ');
  });

  test('tells what happened in words, with who did it and on whose behalf', () => {
    const lines = receipt(
      approves('kari'),
      remarksTypo('ola'),
      objects('ida'),
      lifts('jens'),
      registers('seat-siri', 'approve'),
      undoes('seat-siri'),
      moves('seat-siri', 'vera', 'SIRI'),
      registers('seat-siri', 'lift-to-meeting'),
      corrects('rettet'),
      extendsBy(1),
      closes,
      takesToMeeting,
    ).history.map((line) => receiptText.history(line, 'godkjenning').replace(/^\d\d\.\d\d\.\d\d kl\. \d\d\.\d\d /, ''));
    expect(lines).toEqual([
      'Siv: Runden ble sendt.',
      'Kari: Godkjente (kari kommune).',
      'Ola: Godkjente med merknad om skrivefeil (ola kommune).',
      'Ida: Sendte merknad til innholdet (ida kommune).',
      'Jens: Ba om at referatet tas opp i møtet (jens kommune).',
      'Siv: Registrerte godkjenning (siri kommune), på vegne av Siri.',
      'Siv: Angret registrert svar (siri kommune), på vegne av Siri.',
      'Siv: Flyttet plassen (siri kommune) fra Siri til en annen.',
      'Siv: Registrerte ønske om å ta referatet opp i møtet (siri kommune), på vegne av Vera.',
      'Siv: Sendte ny versjon, bare skrivefeil.',
      'Siv: Forlenget fristen.',
      'Utvalgsbot: Runden ble avsluttet uten å være avgjort.',
      'Siv: Bestemte at referatet tas opp i neste møte.',
    ]);
  });

  test.each([
    ['seat-inhabil', 'Siv: Tok plassen (kari kommune) ut av runden, fordi medlemmet er inhabilt.'],
    ['seat-covered', 'Siv: Tok plassen (kari kommune) med i runden, med Vera som vara.'],
  ])('a seat of an inhabil member is told of in words: %s', (what, said) => {
    const line = { at: '2026-03-02T09:00:00.000Z', by: 'Siv', what, seat: 'kari kommune', onBehalfOf: 'Vera' };
    expect(receiptText.history(line, 'vedtak')).toContain(said);
  });

  test('the end of an approved round is not called an answer of the bot’s', () => {
    const last = receipt(...people.map((id) => approves(id))).history.at(-1);
    expect(last && receiptText.history(last, 'godkjenning')).toBe(
      '02.03.26 kl. 10.00 Utvalgsbot: Runden ble avsluttet, og referatet er godkjent.',
    );
  });

  test('a word that an older program wrote stands as it is', () => {
    const line = { at: '2026-03-02T09:00:00.000Z', by: 'bot', what: 'constructor' };
    expect(receiptText.history(line, 'godkjenning')).toBe('02.03.26 kl. 10.00 Utvalgsbot: constructor.');
  });
});
