import { describe, expect, test } from 'vitest';
import { roundStatusCard } from '../../cards/round-status.ts';
import type { Round } from '../../store/round/record.ts';
import { buttonOf, buttonsOf, elementsOf, expectValidCard, linesOf } from '../support/cards.ts';
import {
  approves,
  closes,
  corrects,
  lifts,
  moves,
  notReached,
  objects,
  play,
  reached,
  registers,
  remarksTypo,
  replaces,
  type Step,
  takesToMeeting,
  withdraws,
} from '../support/play.ts';
import { aCommittee, aReferat, aRound, aSeat, missed } from '../support/records.ts';

const people = ['kari', 'ola', 'ida', 'jens', 'siri', 'tor'];
const committee = aCommittee({ seats: people.map((id) => aSeat(id)) });
const referat = aReferat({ presentSeatIds: people.slice(0, 5).map((id) => `seat-${id}`) });
const played = (...steps: readonly Step[]) => play({ committee, referat }, ...steps).round;
const shown = (round: Round, state: Parameters<typeof roundStatusCard>[1] = {}) => {
  const card = roundStatusCard(round, state);
  expectValidCard(card);
  return card;
};
const titles = (round: Round) => buttonsOf(shown(round)).map(({ title }) => title);

const mixed = [reached('kari', 'ola', 'ida', 'tor'), notReached('jens'), approves('kari'), objects('ola')];

describe('where a round stands', () => {
  test('active yes, silent, absent, not reached and remarks are apart, with what to do', () => {
    const lines = linesOf(shown(played(...mixed, lifts('siri'), closes)));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Utvalg: SSU',
        'Status: Ikke avgjort',
        'Godkjent aktivt: 1 av 6 (alle trengs)',
        'Ikke svart: 1',
        'Ikke til stede, ikke svart: 1',
        'Ikke nådd: 1',
        'Merknader: 1',
        'Innvendinger: 2',
        'Godkjent: KARI (kari kommune)',
        'Vil ta opp i møtet: SIRI (siri kommune)',
        'Ikke svart: IDA (ida kommune)',
        'Ikke til stede i møtet, og ikke svart: TOR (tor kommune)',
        'JENS (jens kommune): mangler appen. Be vedkommende legge til Utvalgsbot i Teams.',
        'OLA (ola kommune), merknad til innholdet: Vedtakspunkt 2 mangler',
      ]),
    );
  });

  test('while it is open somebody whose card is on its way has not answered, and is not called not reached', () => {
    const lines = linesOf(shown(aRound()));
    expect(lines).toContain('Ikke svart: KARI (kari kommune); OLA (ola kommune)');
    expect(lines.join()).not.toContain('Ikke nådd');
  });

  test('after the deadline a card that never arrived is told as that', () => {
    expect(linesOf(shown(played(closes)))).toContain(
      'KARI (kari kommune): kunne ikke nås nå. Ta kontakt på annen måte, og registrer svaret her.',
    );
  });

  test.each([
    ['not-installed', 'mangler appen. Be vedkommende legge til Utvalgsbot i Teams.'],
    ['blocked', 'har blokkert appen. Be vedkommende oppheve blokkeringen i Teams.'],
    ['other-organisation', 'hører til en annen organisasjon, som må tillate appen.'],
    ['unknown-address', 'finnes ikke i Teams. Kontroller at medlemmet er riktig registrert.'],
    ['failed', 'kunne ikke nås nå. Ta kontakt på annen måte, og registrer svaret her.'],
  ] as const)('says why somebody was not reached, and what to do: %s', (why, words) => {
    expect(linesOf(shown(aRound({ deliveries: [missed('kari', why)] })))).toContain(`KARI (kari kommune): ${words}`);
  });

  test.each([
    [{ kind: 'everyone' }, '0 av 6 (alle trengs)'],
    [{ kind: 'majority' }, '0 av 6 (minst 4 trengs)'],
    [{ kind: 'consensus' }, '0 av 6 (minst 3 trengs)'],
    [{ kind: 'consensus', atLeast: 5 }, '0 av 6 (minst 5 trengs)'],
    [{ kind: 'silent-consent' }, '0 av 6 (minst 1 trengs)'],
  ] as const)('says how many are needed: %o', (rule, words) => {
    expect(linesOf(shown({ ...played(), rule }))).toContain(`Godkjent aktivt: ${words}`);
  });

  test('a remark stands with the name of whoever made it, also after the seat moved, and with its sak', () => {
    const round = played(objects('ola'), moves('seat-ola', 'vera', 'OLA'));
    const answers = round.answers.map((one) => ({
      ...one,
      remark: { kind: 'realitet' as const, text: 'Nei', sak: 'Sak 12/26' },
    }));
    const lines = linesOf(shown({ ...round, answers }));
    expect(lines).toContain('OLA (ola kommune), merknad til innholdet, Sak 12/26: Nei');
    expect(linesOf(shown(played(moves('seat-ola', 'vera', 'OLA')))).join()).toContain(
      'VERA (ola kommune), vara for OLA',
    );
  });

  test('what was just done, or could not be, is said above', () => {
    expect(linesOf(shown(aRound(), { problem: 'reminded' }))[1]).toContain(
      'Påminnelsen går til dem som ikke har svart',
    );
  });

  test('names with Markdown and HTML in them are names', () => {
    const seats = [aSeat('kari', { name: '<b>*Sandøy*</b>' })];
    expect(linesOf(shown(aRound({}, aCommittee({ seats }))))).toContain('Ikke svart: KARI (<b>*Sandøy*</b>)');
  });
});

describe('what can be done', () => {
  const open = ['Oppdater', 'Send påminnelse til dem som ikke har svart', 'Registrer svar mottatt på annen måte'];
  const more = ['Forleng fristen', 'Send ny versjon', 'Trekk runden'];
  const receipts = ['Send meg kvitteringen', 'Kvittering for systemer (JSON)'];

  test('while it is open', () => {
    expect(titles(played())).toEqual([...open, ...more, 'Om referatet']);
    expect(titles(played(registers('seat-kari', 'approve')))).toContain('Angre registrert svar');
    expect(titles(played(corrects('rettet')))).toContain('Vis endringene');
  });

  test('undecided it asks what is to happen', () => {
    const card = shown(played(closes));
    expect(linesOf(card)).toContain(
      'Velg hva som skal skje videre: Forleng fristen, send en ny versjon, eller ta referatet opp i neste møte.',
    );
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Forleng fristen',
      'Send ny versjon',
      'Tas opp i neste møte',
      'Trekk runden',
      ...receipts,
      'Om referatet',
    ]);
  });

  test.each([
    ['approved', people.map((id) => approves(id))],
    ['for the meeting', [closes, takesToMeeting]],
    ['withdrawn', [withdraws]],
    ['replaced', [replaces('nytt')]],
  ] as const)('%s there is only the receipt and the referat', (_what, steps) => {
    expect(titles(played(...steps))).toEqual([...receipts, 'Om referatet']);
    expect(buttonOf(shown(played(...steps)), 'Send meg kvitteringen').data).toEqual({
      verb: 'file.send',
      offer: { what: 'receipt', roundId: 'round_referat-1_1', format: 'docx' },
    });
  });
});

describe('what belongs to some rounds only', () => {
  test('a later round leads back to the one before', () => {
    const before = { verb: 'round.status', roundId: 'round_referat-1_1' };
    expect(buttonOf(shown({ ...played(), id: 'round_referat-1_2', number: 2 }), 'Forrige runde').data).toEqual(before);
    expect(titles(played())).not.toContain('Forrige runde');
  });

  test('a registered answer that ended the round early can be taken back until the deadline', () => {
    const early = played(...people.slice(1).map((id) => approves(id)), registers('seat-kari', 'approve'));
    expect(early.status).toBe('approved');
    expect(titles(early)).toContain('Angre registrert svar');
    expect(titles(played(registers('seat-kari', 'approve'), closes))).not.toContain('Angre registrert svar');
  });
});

describe('160 seats', () => {
  const long = (n: number) => `Universitetssykehuset ${n} ${'med et langt navn '.repeat(8)}`.slice(0, 180);
  const many = Array.from({ length: 160 }, (_, n) => aSeat(`medlem-${n}-`, { name: long(n) }));
  const big = aCommittee({ seats: many });

  /** Every page of the card, as one turns them. */
  function pagesOf(round: Round): readonly (readonly string[])[] {
    const pages: (readonly string[])[] = [];
    for (let from: number | undefined = 0; from !== undefined && pages.length < 200; ) {
      const card = shown(round, { from });
      pages.push(linesOf(card));
      const next = buttonsOf(card).find(({ title }) => title === 'Vis mer')?.data;
      from = next?.verb === 'round.status' ? next.from : undefined;
    }
    return pages;
  }
  const found = (pages: readonly (readonly string[])[], pattern: RegExp) =>
    pages.flat().flatMap((line) => [...line.matchAll(pattern)].map(([, n]) => Number(n)));
  const everybody = many.map((_, n) => n);

  test('with long names are paged, and everybody is on exactly one page', () => {
    const { round } = play({ committee: big });
    const pages = pagesOf(round);
    expect(pages.length).toBeGreaterThan(1);
    expect(found(pages, /MEDLEM-(\d+)- \(/g)).toEqual(everybody);
    expect(pages[1]?.some((line) => line.startsWith('Ikke svart (forts.): '))).toBe(true);
  });

  test('none of them reached: each is told, on exactly one page, under a heading on every page', () => {
    const { round } = play({ committee: big }, ...many.map(({ memberId = '' }) => notReached(memberId)));
    const pages = pagesOf(round);
    expect(found(pages, /MEDLEM-(\d+)- \(.*mangler appen/g)).toEqual(everybody);
    for (const page of pages) expect(page).toContain('Ikke nådd');
  });

  test('with long remarks each remark is on exactly one page, and the card says that there are more', () => {
    const remark = (n: number) => ({ kind: 'realitet' as const, text: `merknad nummer ${n}. ${'*'.repeat(1900)}` });
    const { round } = play({ committee: big }, ...many.map(({ memberId = '' }) => objects(memberId)));
    const answers = round.answers.map((one, n) => ({ ...one, remark: remark(n) }));
    const pages = pagesOf({ ...round, answers });
    expect(found(pages, /merknad nummer (\d+)\./g)).toEqual(everybody);
    expect(pages[0]?.join()).toMatch(/Velg «Vis mer» for resten, med \d+ merknader\./);
  });

  test('from a later page one gets back to the first, and a page beyond the last is empty', () => {
    const { round } = play({ committee: big }, remarksTypo('medlem-0-'));
    expect(buttonOf(shown(round, { from: 2 }), 'Vis fra begynnelsen').data).toEqual({
      verb: 'round.status',
      roundId: round.id,
    });
    expect(found([linesOf(shown(round, { from: 5000 }))], /MEDLEM-(\d+)-/g)).toEqual([]);
  });

  test('in an ordinary round everything is on one card, with no page to turn', () => {
    expect(titles(aRound())).not.toContain('Vis mer');
    expect(elementsOf(shown(aRound())).filter(({ type }) => type === 'ActionSet')).toHaveLength(2);
  });
});
