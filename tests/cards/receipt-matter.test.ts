import { expect, test } from 'vitest';
import { receiptText } from '../../cards/text/receipt.ts';
import { receiptOf } from '../../store/round/receipt.ts';
import type { Round } from '../../store/round/record.ts';
import { closeRound } from '../../store/round/rules-run.ts';
import { committee, majority } from '../support/clauses.ts';
import { afterSaying, anInnspill, aVote } from '../support/matter-rounds.ts';
import { accepted, DEADLINE, REAL_NOW } from '../support/records.ts';

const home = committee(majority);
const over = (round: Round) => accepted(closeRound(round, { now: DEADLINE, realNow: REAL_NOW }));
const receipt = (round: Round) => receiptOf(over(round), { committee: home, nameOf: (id) => id });
const outcome = (round: Round) => receiptText.outcome(receipt(round), 'e-postrunde');

test('the receipt of a vote counts for, mot, avstår and the wish for a meeting apart', () => {
  const voted = afterSaying(aVote(majority), ['kari', 'for'], ['ola', 'against', 'Nei.'], ['ida', 'abstain']);
  expect(outcome(voted)).toEqual([
    'Forslaget ble ikke vedtatt.',
    'Stemte for: 1 av 4.',
    'Stemte mot: 1.',
    'Avsto: 1.',
    'Ville ta saken opp i møtet: 0.',
    'Svarte ikke: 0.',
    'Ikke nådd: 1.',
    'Kommentarer: 1.',
  ]);
});

test('the receipt of innspill says how many answered and how many had something to say', () => {
  const said = outcome(afterSaying(anInnspill(), ['kari', 'comment', 'Bra.'], ['ola', 'no-comment']));
  expect(said[0]).toBe('Innspillene er samlet inn.');
  expect(said[1]).toMatch(/^Svarte: 2 av \d+\.$/);
  expect(said.at(-1)).toBe('Innspill: 1.');
});

test('innspill that nobody gave are not said to be collected', () => {
  expect(outcome(afterSaying(anInnspill(), ['ola', 'no-comment']))[0]).toBe('Ingen har gitt innspill.');
});
