import { describe, expect, test } from 'vitest';
import { type SharedCardState, sharedCard } from '../../cards/round-shared.ts';
import type { Round } from '../../store/round/record.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import {
  approves,
  closes,
  corrects,
  objects,
  play,
  replaces,
  type Step,
  takesToMeeting,
  withdraws,
} from '../support/play.ts';
import { aCommittee, aRound, aSeat, hashOf } from '../support/records.ts';

const committee = aCommittee({ seats: ['kari', 'ola', 'ida'].map((id) => aSeat(id)) });
const played = (...steps: readonly Step[]) => play({ committee }, ...steps).round;
const shown = (round: Round, state: SharedCardState = {}) => {
  const card = sharedCard(round, state);
  expectValidCard(card);
  return card;
};
const people = (count: number, name = (n: number) => `Medlem ${n}`) =>
  Array.from({ length: count }, (_, n) => ({ id: `29:${n}`, name: name(n) }));

describe('the shared card', () => {
  test('says how many have answered, until when and by which rule, and offers the ways to answer', () => {
    const card = shown(played(approves('kari'), objects('ola')));
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'E-postrunde: Referat fra møte i SSU',
        'Svar: 2 av 3 har svart',
        'Svarfrist: mandag 9. mars 2026 kl. 15.00',
      ]),
    );
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Godkjenn',
      'Ta opp i møtet',
      'Les referatet',
      'Send merknad',
    ]);
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['kind', 'sak', 'text']);
  });

  test('shows nobody’s answer and nobody’s name', () => {
    const words = wordsOf(shown(played(approves('kari'), objects('ola'))));
    for (const secret of ['KARI', 'OLA', 'IDA', 'Vedtakspunkt 2 mangler', 'kari kommune'])
      expect(words).not.toContain(secret);
  });

  test('a second round has its number, and corrected typos are said', () => {
    const second = shown({ ...played(corrects('rettet')), number: 2, changedFrom: hashOf('før') });
    expect(linesOf(second)).toEqual(
      expect.arrayContaining([
        'E-postrunde nr. 2: Referat fra møte i SSU',
        'Dette er runde nr. 2: Innholdet er endret siden forrige runde, så alle spørres på nytt.',
        'Skrivefeil er rettet etter at runden startet. Svar som er gitt, gjelder fortsatt.',
      ]),
    );
  });

  test('answers name the newest text', () => {
    expect(buttonOf(shown(played(corrects('rettet'))), 'Godkjenn').data).toMatchObject({ textHash: hashOf('rettet') });
  });

  test('whoever pressed is told that their answer is registered, or why not, and keeps what they typed', () => {
    expect(linesOf(shown(played(), { said: 'Svaret ditt er registrert.' }))).toContain('Svaret ditt er registrert.');
    const again = shown(played(), { problem: { problem: 'remark-kind-missing', typed: { text: 'Feil navn' } } });
    expect(linesOf(again)).toContain('Velg om merknaden gjelder en skrivefeil eller innholdet.');
    expect(inputsOf(again).find(({ id }) => id === 'text')?.value).toBe('Feil navn');
  });
});

describe('whom no card of their own reached', () => {
  test('is mentioned, and told that they may answer here', () => {
    const card = shown(aRound(), { unreached: people(2) });
    expect(linesOf(card)).toContain(
      'Disse har ikke fått eget kort: <at>Medlem 0</at>, <at>Medlem 1</at>. Dere kan svare her.',
    );
    expect(card.msteams.entities?.map(({ mentioned }) => mentioned.id)).toEqual(['29:0', '29:1']);
  });

  test('of 160 the first ones are mentioned, and the others are counted', () => {
    const card = shown(aRound(), { unreached: people(160) });
    expect(card.msteams.entities).toHaveLength(20);
    expect(linesOf(card).join()).toContain(' og 140 til. Dere kan svare her.');
  });

  test('nobody is mentioned when everybody was reached, nor after the round', () => {
    expect(shown(aRound())).toEqual(expect.objectContaining({ msteams: { width: 'Full' } }));
    expect(shown(played(closes), { unreached: people(2) }).msteams).not.toHaveProperty('entities');
  });
});

describe('the text in the shared card', () => {
  const long = Array.from({ length: 300 }, (_, n) => `Avsnitt ${n} ${'ord '.repeat(100)}`).join('\n\n');

  test('is read page by page by whoever pressed, with the way to answer and the way back', () => {
    const card = shown(aRound(), { reading: { text: long, page: 1 } });
    expect(linesOf(card).join()).toMatch(/Side 2 av \d+/);
    expect(buttonOf(card, 'Neste side').data).toEqual({ verb: 'round.shared', roundId: 'round_referat-1_1', page: 2 });
    expect(buttonOf(card, 'Tilbake').data).toEqual({ verb: 'round.shared', roundId: 'round_referat-1_1' });
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Godkjenn');
  });

  test('leaves room for fewer mentions when names are long, and all of them are counted', () => {
    const unreached = people(160, (n) => `Medlem ${n} ${'x'.repeat(190)}`);
    const card = shown(aRound(), { reading: { text: long, page: 0 }, unreached });
    const mentioned = card.msteams.entities?.length ?? 0;
    expect(mentioned).toBeGreaterThan(0);
    expect(mentioned).toBeLessThan(20);
    expect(linesOf(card).join()).toContain(` og ${160 - mentioned} til. Dere kan svare her.`);
  });
});

describe('after the round', () => {
  test.each([
    ['approved', [approves('kari'), approves('ola'), approves('ida')], 'Referatet er godkjent.'],
    ['undecided', [closes], 'Referatet er ikke avgjort: Regelen for godkjenning ble ikke oppfylt innen fristen.'],
    [
      'for the meeting',
      [closes, takesToMeeting],
      'Referatet ble ikke avgjort på e-postrunden og tas opp i neste møte.',
    ],
    ['withdrawn', [withdraws], 'E-postrunden er trukket. Begrunnelse: Feil vedlegg'],
    ['replaced', [replaces('nytt')], 'Innholdet er endret, og en ny e-postrunde er sendt til alle.'],
  ] as const)('it says how it ended and asks nothing: %s', (_what, steps, line) => {
    const card = shown(played(...steps));
    expect(linesOf(card)).toContain(line);
    expect([...buttonsOf(card), ...inputsOf(card)]).toEqual([]);
  });
});
