import { describe, expect, test } from 'vitest';
import type { Card, Input } from '../../cards/elements.ts';
import { extendCard, type Filled, reviseCard, withdrawCard } from '../../cards/round-forms.ts';
import { registerCard, undoCard } from '../../cards/round-register.ts';
import { roundProblemText } from '../../cards/text/problems.ts';
import { newest } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf } from '../support/cards.ts';
import { approves, moves, play, registers, type Step } from '../support/play.ts';
import { aCommittee, aReferat, aRound, aSeat } from '../support/records.ts';

const committee = aCommittee({ seats: ['kari', 'ola', 'ida'].map((id) => aSeat(id)) });
const played = (...steps: readonly Step[]) => play({ committee }, ...steps).round;
const empty: Filled = { typed: {}, problems: [] };
const drawn = (card: Card) => {
  expectValidCard(card);
  return card;
};
const choicesOf = (card: Card, id: string) => {
  const input = inputsOf(card).find((one) => one.id === id) as Extract<Input, { type: 'Input.ChoiceSet' }> | undefined;
  return input?.choices.map(({ title }) => title);
};
const valuesOf = (card: Card) => Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
const current = newest(aReferat());
const revise = (filled: Partial<Parameters<typeof reviseCard>[1]> = {}) =>
  drawn(reviseCard(aRound(), { ...empty, current, ...filled }));

/** The small forms, each filled in and with everything wrong with it. */
const forms: Readonly<
  Record<string, readonly [draw: (filled: Filled) => Card, typed: Filled['typed'], problem: string]>
> = {
  'registered answer': [
    (filled) => registerCard(aRound(), filled),
    { seatId: 'seat-ola', choice: 'remark', way: 'e-post', kind: 'realitet', sak: '12/26', text: 'Punkt 2' },
    'way',
  ],
  undo: [(filled) => undoCard(played(registers('seat-ola', 'approve')), filled), { seatId: 'seat-ola' }, 'seat'],
  extension: [
    (filled) => extendCard(aRound(), filled),
    { deadlineOn: '2026-03-12', deadlineTime: '12:00' },
    'not-later',
  ],
  withdrawal: [(filled) => withdrawCard(aRound(), filled), { reason: 'Feil vedlegg' }, 'reason-too-long'],
  'new version': [
    (filled) => reviseCard(aRound(), { ...filled, current }),
    { text: 'Ny tekst', scale: 'innhold', deadlineOn: '2026-03-12', deadlineTime: '12:00' },
    'same-text',
  ],
};

describe.each(Object.entries(forms))('the form for a %s', (_name, [draw, typed, problem]) => {
  test('is empty at first, says which round it is about, and can be left', () => {
    const card = drawn(draw(empty));
    expect(linesOf(card)).toContain('E-postrunde: Referat fra møte i SSU');
    expect(buttonOf(card, 'Avbryt').data).toEqual({ verb: 'round.status', roundId: 'round_referat-1_1' });
    expect(buttonOf(card, 'Avbryt').associatedInputs).toBe('none');
  });

  test('keeps what was typed, and says what is wrong with it', () => {
    const card = drawn(draw({ typed, problems: [problem] }));
    expect(valuesOf(card)).toEqual(typed);
    const said = roundProblemText[problem as keyof typeof roundProblemText];
    expect(linesOf(card)).toContain(`Rett dette først: ${said}`);
  });
});

describe('registering an answer', () => {
  test('offers those who have not answered here themselves, with how it came', () => {
    const card = drawn(registerCard(played(approves('kari'), registers('seat-ola', 'approve')), empty));
    expect(choicesOf(card, 'seatId')).toEqual(['OLA (ola kommune)', 'IDA (ida kommune)']);
    expect(choicesOf(card, 'choice')).toEqual(['Godkjenner', 'Har merknad', 'Vil ta referatet opp i møtet']);
    expect(choicesOf(card, 'way')).toEqual(['På e-post', 'På telefon', 'I et møte', 'På annen måte']);
  });

  test('a new holder of a seat that has an answer is offered', () => {
    const card = drawn(registerCard(played(approves('kari'), moves('seat-kari', 'vera', 'KARI')), empty));
    expect(choicesOf(card, 'seatId')).toContain('VERA (kari kommune), vara for KARI');
  });

  test('when all have answered there is nothing to register', () => {
    const all = { ...played(approves('kari'), approves('ola'), approves('ida')), status: 'open' as const };
    const card = drawn(registerCard(all, empty));
    expect(linesOf(card)).toContain('Alle har svart selv. Det er ingen svar å registrere.');
    expect(inputsOf(card)).toEqual([]);
  });
});

describe('taking a registered answer back', () => {
  test('offers only what the secretariat registered', () => {
    const card = drawn(undoCard(played(approves('kari'), registers('seat-ola', 'approve')), empty));
    expect(choicesOf(card, 'seatId')).toEqual(['OLA (ola kommune)']);
  });

  test('with nothing registered says so', () => {
    expect(linesOf(drawn(undoCard(aRound(), empty)))).toContain('Ingen svar er registrert av sekretariatet.');
  });
});

describe('160 seats with long names', () => {
  const seats = Array.from({ length: 160 }, (_, n) =>
    aSeat(`seat-0f8fad5b-d9cb-469f-a165-${String(n).padStart(12, '0')}`, {
      name: `Universitetssykehuset ${n} ${'x'.repeat(170)}`,
    }),
  );
  const big = aRound({}, aCommittee({ seats }));
  const registered: Round = {
    ...big,
    answers: big.seats.map(({ seatId, holderId }) => ({
      seatId,
      personId: holderId,
      choice: 'approve',
      textHash: current.hash,
      receivedAt: big.openedAt,
      registered: { by: 'siv', way: 'telefon' },
    })),
  };

  test.each([
    ['registering', (filled: Filled) => registerCard(big, filled), 'round.register-form'],
    ['taking back', (filled: Filled) => undoCard(registered, filled), 'round.undo-form'],
  ] as const)(
    '%s: the list is in parts, everybody is in exactly one of them, and the last leads to the first',
    (_what, draw, verb) => {
      const found: string[] = [];
      let page = 0;
      do {
        const card = drawn(draw({ ...empty, page }));
        found.push(...(choicesOf(card, 'seatId') ?? []));
        const next = buttonOf(card, 'Vis flere medlemmer').data;
        page = next.verb === verb ? (next.page ?? 0) : 0;
        expect(linesOf(card).join()).toMatch(/Dette er del \d+ av \d+\./);
      } while (page > 0);
      expect(found).toHaveLength(160);
      expect(new Set(found).size).toBe(160);
    },
  );

  test('the part with the one that was chosen is shown again, with everything else that was typed', () => {
    const typed = { seatId: big.seats[150]?.seatId ?? '', choice: 'remark', way: 'telefon', text: '"'.repeat(2000) };
    const card = drawn(registerCard(big, { typed, problems: ['remark-kind-missing'] }));
    expect(valuesOf(card)).toMatchObject(typed);
  });

  test('a page beyond the last is the last', () => {
    expect(choicesOf(drawn(registerCard(big, { ...empty, page: 99 })), 'seatId')?.at(-1)).toContain('sykehuset 159 ');
  });

  test('in an ordinary round the list is whole', () => {
    expect(buttonsOf(drawn(registerCard(aRound(), empty))).map(({ title }) => title)).toEqual([
      'Registrer svaret',
      'Avbryt',
    ]);
  });
});

describe('a longer deadline', () => {
  test('says the present one', () => {
    expect(linesOf(drawn(extendCard(aRound(), empty))).join()).toContain(
      'Fristen er nå mandag 9. mars 2026 kl. 15.00.',
    );
    expect(valuesOf(drawn(extendCard(aRound(), empty)))).toEqual({ deadlineOn: undefined, deadlineTime: '15:00' });
  });
});

describe('a new version', () => {
  test('starts with the present text, and asks what kind of change it is', () => {
    const card = revise();
    expect(valuesOf(card)).toMatchObject({ text: current.text, scale: undefined });
    expect(choicesOf(card, 'scale')).toEqual([
      'Bare skrivefeil (runden fortsetter, og svarene gjelder)',
      'Endring i innholdet (en ny runde går til alle)',
    ]);
  });

  test('from a file does not ask for the text, and sends the file along', () => {
    const card = revise({ file: { id: 'file-1', name: 'Referat_v2.docx', length: 12_345 } });
    expect(inputsOf(card).map(({ id }) => id)).not.toContain('text');
    expect(linesOf(card)).toContain('Den nye teksten er lest fra «Referat_v2.docx» (12 345 tegn).');
    expect(buttonOf(card, 'Send ny versjon').data).toMatchObject({ fileId: 'file-1' });
  });

  test('of a text too long for a card asks for a file, and offers nothing to send', () => {
    const card = revise({ current: { ...current, text: 'x'.repeat(200_000) } });
    expect(linesOf(card).join()).toContain('Teksten er for lang til å redigeres i kortet.');
    expect(inputsOf(card)).toEqual([]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Avbryt']);
  });

  test('the longest text that is edited in a card fits one, whatever it holds', () => {
    revise({ current: { ...current, text: '"'.repeat(6000) }, problems: ['same-text', 'scale', 'deadline'] });
  });
});

test('a problem that an older program stored is said in general terms', () => {
  const card = drawn(withdrawCard(aRound(), { typed: {}, problems: ['constructor'] }));
  expect(linesOf(card).join()).toContain('Rett dette først: Svaret kunne ikke leses');
});
