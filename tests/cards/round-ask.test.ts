import { describe, expect, test } from 'vitest';
import { askCard } from '../../cards/round.ts';
import { newest } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import { moveSeat } from '../../store/round/rules-revise.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aCommittee, accepted, aReferat, aRound, aSeat, hashOf, NOW, REAL_NOW } from '../support/records.ts';

const referat = aReferat();
const text = newest(referat);
type Shown = Partial<Parameters<typeof askCard>[1]>;
const ask = (round: Round = aRound(), shown: Shown = {}) =>
  askCard(round, { referat, text, personId: 'kari', ...shown });
const withText = (written: string) => ({ ...text, text: written });
const long = Array.from(
  { length: 1800 },
  (_, n) => `Avsnitt ${n} handler om samhandling, og det er ${'langt. '.repeat(12)}`,
);

describe('the card of somebody who is asked', () => {
  const card = ask();

  test('shows text, deadline, rule and seat', () => {
    expectValidCard(card);
    const words = wordsOf(card);
    expect(words).toContain('Sak 1: Innkalling og dagsorden er godkjent.');
    expect(words).toContain('mandag 9. mars 2026 kl. 15.00');
    expect(words).toContain('Manglende svar regnes ikke som godkjenning.');
    expect(words).toContain('kari kommune');
    expect(words).not.toContain('ola kommune');
    expect(linesOf(card)).not.toContain(expect.stringContaining('Vara for'));
  });

  test('«Godkjenn» needs nothing filled in, and names the text it was pressed about', () => {
    const round = aRound({ textHashes: [text.hash, hashOf('rettet')] });
    for (const title of ['Godkjenn', 'Ta opp i møtet'])
      expect(buttonOf(ask(round), title).associatedInputs).toBe('none');
    expect(buttonOf(ask(round), 'Godkjenn').data).toEqual({
      verb: 'round.approve',
      roundId: 'round_referat-1_1',
      textHash: hashOf('rettet'),
    });
    expect(buttonOf(card, 'Ta opp i møtet').data).toMatchObject({ verb: 'round.lift', textHash: text.hash });
  });

  test('a remark says whether it is a typo or about the content, and may say which sak', () => {
    expect(buttonOf(card, 'Send merknad').associatedInputs).toBeUndefined();
    expect(inputsOf(card).map(({ id, isRequired }) => [id, isRequired])).toEqual([
      ['kind', true],
      ['sak', undefined],
      ['text', true],
    ]);
  });

  test('the text is offered as the file', () => {
    expect(buttonOf(card, 'Send meg referatet som fil').data).toEqual({
      verb: 'file.send',
      offer: { what: 'referat', referatId: 'referat-1', hash: text.hash },
    });
  });

  test('a remark that could not be used keeps what was typed and says what is wrong', () => {
    const typed = { kind: 'realitet', sak: '12/26', text: 'Feil navn' };
    const again = ask(aRound(), { problem: { problem: 'too-long-remark', typed } });
    expectValidCard(again);
    expect(linesOf(again)).toContain('Merknaden er for lang. Den kan ha høyst 2000 tegn.');
    expect(Object.fromEntries(inputsOf(again).map(({ id, value }) => [id, value]))).toEqual(typed);
  });

  test('what people wrote is shown as they wrote it, never as formatting or a link', () => {
    const written = '**fet** [lenke](https://eksempel.no)\n1. punkt\n# tittel\n- strek_under';
    const words = JSON.stringify(ask(aRound(), { text: withText(written) }).body);
    expect(words).toContain(JSON.stringify('\\*\\*fet\\*\\* \\[lenke\\](https://eksempel.no)').slice(1, -1));
    expect(words).toContain(JSON.stringify('\n\n1\\. punkt\n\n\\# tittel\n\n\\- strek\\_under').slice(1, -1));
  });

  test('names with Markdown or HTML in them are names', () => {
    const seats = [aSeat('kari', { name: '*Sandøy* <kommune>' })];
    const round = aRound({ title: '# Referat [x](y)' }, aCommittee({ seats, shortName: '_SSU_' }));
    const card = ask(round);
    expectValidCard(card);
    expect(linesOf(card)).toContain('Du svarer for: *Sandøy* <kommune>');
    expect(linesOf(card)).toContain('Til godkjenning: # Referat [x](y)');
    expect(JSON.stringify(card.body)).not.toMatch(/[^\\]\[x\]/);
  });
});

describe('a vara', () => {
  const vera = { holderId: 'vera', holderName: 'VERA', actsFor: 'KARI' };
  const round = accepted(moveSeat(aRound(), 'seat-kari', vera, 'siv', { now: NOW, realNow: REAL_NOW }));

  test('sees for whom they answer', () => {
    const card = ask(round, { personId: 'vera' });
    expectValidCard(card);
    expect(linesOf(card)).toEqual(expect.arrayContaining(['Du svarer for: kari kommune', 'Vara for: KARI']));
  });

  test('somebody in two seats sees both', () => {
    const two = aRound(
      {},
      aCommittee({ seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2', name: 'Brukerutvalget' })] }),
    );
    expect(linesOf(ask(two))).toContain('Du svarer for: kari kommune, Brukerutvalget');
  });
});

describe('a text that was changed', () => {
  test('corrected typos are said, with the way to see them', () => {
    const card = ask(aRound({ textHashes: [text.hash, hashOf('rettet')] }));
    expectValidCard(card);
    expect(linesOf(card)).toContain(
      'Skrivefeil er rettet etter at runden startet. Svar som er gitt, gjelder fortsatt.',
    );
    expect(buttonOf(card, 'Vis endringene').data).toEqual({ verb: 'round.changes', roundId: 'round_referat-1_1' });
  });

  test('a second round says that everybody is asked again', () => {
    const card = ask(aRound({ number: 2, changedFrom: hashOf('før') }));
    expectValidCard(card);
    expect(linesOf(card)).toContain(
      'Dette er runde nr. 2: Innholdet er endret siden forrige runde, så alle spørres på nytt.',
    );
    expect(buttonOf(card, 'Vis endringene').data).toMatchObject({ verb: 'round.changes' });
  });

  test('in a first round with one text there is nothing to compare', () => {
    expect(buttonsOf(ask()).map(({ title }) => title)).not.toContain('Vis endringene');
  });
});

describe('a text of 200,000 characters', () => {
  const whole = long.join('\n\n').slice(0, 200_000);
  const page = (n: number) => ask(aRound(), { text: withText(whole), page: n });
  const titles = (n: number) => buttonsOf(page(n)).map(({ title }) => title);
  const [, pages = 0] = /Side 1 av (\d+)/.exec(wordsOf(page(0)))?.map(Number) ?? [];

  test('is paged in the card: the first, the middle ones and the last each show the way', () => {
    expect(pages).toBeGreaterThan(15);
    const [first, middle, last] = [titles(0), titles(9), titles(pages - 1)];
    expect([first.includes('Forrige side'), first.includes('Neste side')]).toEqual([false, true]);
    expect([middle.includes('Forrige side'), middle.includes('Neste side')]).toEqual([true, true]);
    expect([last.includes('Forrige side'), last.includes('Neste side')]).toEqual([true, false]);
    expect(buttonOf(page(9), 'Neste side').data).toEqual({
      verb: 'round.show',
      roundId: 'round_referat-1_1',
      page: 10,
    });
  });

  test('every page can be answered on, and together they hold the whole text', () => {
    let read = '';
    for (let n = 0; n < pages; n++) {
      const card = page(n);
      expectValidCard(card);
      expect(titles(n)).toEqual(expect.arrayContaining(['Godkjenn', 'Ta opp i møtet', 'Send merknad']));
      read += linesOf(card).join('').replace(/\s+/g, '');
    }
    for (const written of [long[0], long[900], long[1500]])
      if (whole.includes(written ?? '')) expect(read).toContain((written ?? '').replace(/\s+/g, ''));
  });

  test('the summary stands on the first page only', () => {
    expect(linesOf(page(0))).toContain('Én sak.');
    expect(linesOf(page(1))).not.toContain('Én sak.');
  });
});
