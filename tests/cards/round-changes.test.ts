import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesCard } from '../../cards/round-changes.ts';
import type { Change, Piece } from '../../cards/text/changes.ts';
import { buttonOf, buttonsOf, expectValidCard, linesOf } from '../support/cards.ts';
import { aRound } from '../support/records.ts';

const usual = (text: string): Piece => ({ text, isMarked: false });
const marked = (text: string): Piece => ({ text, isMarked: true });
const from = { verb: 'round.show', roundId: 'round_referat-1_1' } as const;
const shown = (changes: readonly Change[], wanted?: number) => {
  const card = changesCard(aRound(), changes, { from, ...(wanted !== undefined && { wanted }) });
  expectValidCard(card);
  return card;
};

describe('the changes between two texts', () => {
  test('are told paragraph by paragraph, with before and now, and the words that differ in bold', () => {
    const card = shown([
      {
        before: [usual('SSU '), marked('tar'), usual(' saken')],
        now: [usual('SSU '), marked('støtter'), usual(' saken')],
      },
      { before: [], now: [usual('Nytt punkt')] },
      { before: [usual('Gammelt punkt')], now: [] },
    ]);
    expect(linesOf(card)).toEqual([
      'Dette er endret',
      'E-postrunde: Referat fra møte i SSU',
      '3 avsnitt er endret. Ordene som er ulike, står med fet skrift.',
      '1. Endret avsnitt',
      'Før: SSU tar saken',
      'Nå: SSU støtter saken',
      '2. Nytt avsnitt',
      'Nå: Nytt punkt',
      '3. Avsnittet er tatt ut',
      'Før: Gammelt punkt',
    ]);
    expect(JSON.stringify(card.body)).toContain('Nå: SSU **støtter** saken');
    expect(buttonOf(card, 'Tilbake').data).toEqual(from);
  });

  test('texts that are the same are said to be', () => {
    expect(linesOf(shown([]))).toContain('Tekstene er like.');
  });

  test('on many pages each has the way to the others', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      before: [usual(`før ${n} ${'x'.repeat(200)}`)],
      now: [usual(`nå ${n}`)],
    }));
    const titles = (page: number) => buttonsOf(shown(many, page)).map(({ title }) => title);
    const [, pages = 0] = /Side 1 av (\d+)/.exec(linesOf(shown(many)).join())?.map(Number) ?? [];
    expect(pages).toBeGreaterThan(2);
    expect(titles(0)).toEqual(['Neste side', 'Tilbake']);
    expect(titles(1)).toEqual(['Forrige side', 'Neste side', 'Tilbake']);
    expect(titles(pages - 1)).toEqual(['Forrige side', 'Tilbake']);
    expect(titles(999)).toEqual(['Forrige side', 'Tilbake']);
    expect(buttonOf(shown(many, 1), 'Neste side').data).toEqual({
      verb: 'round.changes',
      roundId: 'round_referat-1_1',
      page: 2,
    });
  });

  test('whatever the texts hold, every page fits a message and every character is told', { timeout: 30_000 }, () => {
    const piece = fc.record({
      text: fc.oneof(
        fc.constantFrom(
          '* ',
          '\n',
          'ord ',
          '"',
          '\\'.repeat(3000),
          '*'.repeat(5000),
          '😀'.repeat(2000),
          'ord '.repeat(3000),
        ),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
      ),
      isMarked: fc.boolean(),
    });
    const side = fc.array(piece, { maxLength: 60 });
    const folded = (text: string) => text.replace(/[\s*\\]+/g, '');
    fc.assert(
      fc.property(fc.array(fc.record({ before: side, now: side }), { maxLength: 4 }), (changes) => {
        const [, pages = 1] = /Side 1 av (\d+)/.exec(linesOf(shown(changes)).join())?.map(Number) ?? [];
        let told = '';
        for (let page = 0; page < pages; page++) told += folded(linesOf(shown(changes, page)).join(''));
        for (const { before, now } of changes)
          for (const { text } of [...before, ...now])
            for (const word of text.split(/\s+/)) {
              const start = folded(word).slice(0, 10);
              if (!/\p{Surrogate}/u.test(start)) expect(told).toContain(start);
            }
      }),
      { numRuns: 60 },
    );
  });
});
