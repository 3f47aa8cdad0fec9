import { describe, expect, test } from 'vitest';
import { askCard, receiptCard } from '../../cards/round.ts';
import { roundStatusCard } from '../../cards/round-status.ts';
import type { Round } from '../../store/round/record.ts';
import { answerRound } from '../../store/round/rules.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, wordsOf } from '../support/cards.ts';
import { aCommittee, accepted, aReferat, aRound, aSeat, DEADLINE, NOW, REAL_NOW } from '../support/records.ts';

const textHash = aReferat().textHash;
const realitet = (text: string) => ({ kind: 'realitet', text }) as const;
const approve = (round: Round, personId: string, at = NOW) =>
  accepted(answerRound(round, { personId, textHash }, at, REAL_NOW));

describe('the card of somebody who is asked', () => {
  const card = askCard(aRound(), aReferat(), 'kari');

  test('shows text, deadline, rule and seat, and is a valid card', () => {
    expectValidCard(card);
    const words = wordsOf(card);
    expect(words).toContain('Sak 1: Innkalling og dagsorden er godkjent.');
    expect(words).toContain('mandag 9. mars 2026 kl. 15.00');
    expect(words).toContain('Den som ikke svarer, regnes ikke som et ja.');
    expect(words).toContain('kari kommune');
    expect(words).not.toContain('ola kommune');
  });

  test('«Godkjenn» needs nothing filled in, and names the text it was pressed about', () => {
    const button = buttonOf(card, 'Godkjenn');
    expect(button.associatedInputs).toBe('none');
    expect(button.data).toEqual({ verb: 'round.approve', roundId: 'round_referat-1_1', textHash });
  });

  test('a remark says whether it is a typo or about the content', () => {
    expect(buttonOf(card, 'Send merknad').associatedInputs).toBeUndefined();
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['kind', 'text']);
  });

  test('a remark that could not be used keeps what was typed and says what is wrong', () => {
    const again = askCard(aRound(), aReferat(), 'kari', { problem: 'remark-kind-missing', typed: 'Feil navn' });
    expectValidCard(again);
    expect(wordsOf(again)).toContain('Velg om merknaden gjelder en skrivefeil eller innholdet.');
    expect(inputsOf(again).find(({ id }) => id === 'text')?.value).toBe('Feil navn');
  });

  test('what people wrote is shown as they wrote it, never as formatting or a link', () => {
    const text = '**fet** [lenke](https://eksempel.no)\n1. punkt\n# tittel\n- strek_under';
    const words = JSON.stringify(askCard(aRound(), aReferat({ text }), 'kari').body);
    expect(words).toContain(JSON.stringify('\\*\\*fet\\*\\* \\[lenke\\](https://eksempel.no)').slice(1, -1));
    expect(words).toContain(JSON.stringify('\n\n1\\. punkt\n\n\\# tittel\n\n\\- strek\\_under').slice(1, -1));
  });
});

describe('the receipt', () => {
  test('says when one approved, in Oslo time, and offers to change the answer', () => {
    const round = approve(aRound(), 'kari');
    const card = receiptCard(round, round.answers[0]);
    expectValidCard(card);
    expect(wordsOf(card)).toContain('Du godkjente 02.03.26 kl. 10.00.');
    expect(buttonOf(card, 'Endre svar').data).toEqual({ verb: 'round.change', roundId: round.id });
  });

  test('repeats a remark as it was received', () => {
    const round = accepted(
      answerRound(aRound(), { personId: 'kari', textHash, remark: realitet('Punkt 2 mangler') }, NOW, REAL_NOW),
    );
    const words = wordsOf(receiptCard(round, round.answers[0]));
    expect(words).toContain('Du sendte merknad til innholdet 02.03.26 kl. 10.00.');
    expect(words).toContain('Punkt 2 mangler');
  });

  test('after the round it says how it ended, also to somebody who did not answer, and offers nothing', () => {
    const card = receiptCard(aRound({ status: 'undecided', closedAt: DEADLINE }), undefined);
    expectValidCard(card);
    expect(wordsOf(card)).toContain('Du svarte ikke på denne e-postrunden.');
    expect(wordsOf(card)).toContain('Referatet er ikke avgjort');
    expect(buttonsOf(card)).toEqual([]);
  });
});

describe('the status for the secretariat', () => {
  const seats = ['ja', 'nei', 'stille', 'borte'].map((name) => aSeat(name));
  const delivered = {
    seatId: 'seat-stille',
    state: 'delivered',
    at: NOW,
    conversationId: 'c',
    serviceUrl: 's',
  } as const;
  const missed = { seatId: 'seat-borte', state: 'not-reached', at: NOW, why: 'not-installed' } as const;
  const started = aRound({ deliveries: [delivered, missed] }, aCommittee({ seats }));
  const round = accepted(
    answerRound(
      approve(started, 'ja'),
      { personId: 'nei', textHash, remark: realitet('Punkt 2 mangler') },
      NOW,
      REAL_NOW,
    ),
  );

  test('keeps active yes, silent, not reached and remarks apart, and says what to do', () => {
    const card = roundStatusCard({ ...round, status: 'undecided', closedAt: DEADLINE });
    expectValidCard(card);
    const words = wordsOf(card);
    expect(words).toContain('{"title":"Godkjent aktivt","value":"1 av 4"}');
    expect(words).toContain('{"title":"Ikke svart","value":"1"}');
    expect(words).toContain('{"title":"Ikke nådd","value":"1"}');
    expect(words).toContain('{"title":"Merknader","value":"1"}');
    expect(words).toContain('BORTE (borte kommune): mangler appen. Be vedkommende legge til Utvalgsbot i Teams.');
    expect(words).toContain('NEI (nei kommune), innholdet: Punkt 2 mangler');
    expect(words).toContain('Ikke svart: STILLE (stille kommune)');
  });

  test('while the round is open somebody whose card is on its way has not answered, and is not called not reached', () => {
    const words = wordsOf(roundStatusCard(aRound()));
    expect(words).toContain('Ikke svart: KARI (kari kommune), OLA (ola kommune)');
    expect(words).not.toContain('Ikke nådd');
  });

  test('160 seats with long remarks are paged, and every remark is on exactly one page', () => {
    const many = Array.from({ length: 160 }, (_, i) => aSeat(`medlem${i}`));
    const remark = (i: number) => realitet(`merknad nummer ${i}. ${'x'.repeat(1900)}`);
    const big = many.reduce(
      (current, _seat, i) => {
        return accepted(answerRound(current, { personId: `medlem${i}`, textHash, remark: remark(i) }, NOW, REAL_NOW));
      },
      aRound({}, aCommittee({ seats: many })),
    );
    const seen: string[] = [];
    for (let from: number | undefined = 0, pages = 0; from !== undefined && pages < 100; pages++) {
      const card = roundStatusCard(big, from);
      expectValidCard(card);
      seen.push(...(wordsOf(card).match(/merknad nummer \d+/g) ?? []));
      const more = buttonsOf(card).find(({ title }) => title === 'Vis flere merknader')?.data as
        | { from?: number }
        | undefined;
      from = more?.from;
    }
    expect(seen).toEqual(many.map((_, i) => `merknad nummer ${i}`));
  });
});
