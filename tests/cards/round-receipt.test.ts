import { describe, expect, test } from 'vitest';
import { movedCard, receiptCard, reminderCard } from '../../cards/round.ts';
import type { Round } from '../../store/round/record.ts';
import { buttonOf, buttonsOf, expectValidCard, linesOf } from '../support/cards.ts';
import {
  approves,
  closes,
  corrects,
  extendsBy,
  lifts,
  moves,
  objects,
  play,
  registers,
  remarksTypo,
  replaces,
  type Step,
  takesToMeeting,
  withdraws,
} from '../support/play.ts';
import { aCommittee, aRound, aSeat } from '../support/records.ts';

const committee = aCommittee({ seats: ['kari', 'ola', 'ida'].map((id) => aSeat(id)) });
const twoSeats = aCommittee({
  seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2', name: 'Brukerutvalget' }), aSeat('ola')],
});
const played = (...steps: readonly Step[]) => play({ committee }, ...steps).round;
const linesFor = (round: Round, personId = 'kari') => {
  const card = receiptCard(round, personId);
  expectValidCard(card);
  return linesOf(card);
};

describe('the receipt says what was answered and when, in Oslo time', () => {
  test.each([
    ['a yes', approves('kari'), 'Du godkjente 02.03.26 kl. 10.00.'],
    ['a typo', remarksTypo('kari'), 'Du godkjente med merknad om skrivefeil 02.03.26 kl. 10.00.'],
    [
      'a remark on the content',
      objects('kari'),
      'Du sendte merknad til innholdet 02.03.26 kl. 10.00. Referatet er ikke godkjent av deg.',
    ],
    ['a wish to take it to the meeting', lifts('kari'), 'Du ba 02.03.26 kl. 10.00 om at referatet tas opp i møtet.'],
    [
      'a registered yes',
      registers('seat-kari', 'approve'),
      'Sekretariatet registrerte 02.03.26 kl. 10.00 at du godkjenner. Er det feil, kan du endre svaret her.',
    ],
    [
      'a registered wish',
      registers('seat-kari', 'lift-to-meeting'),
      'Sekretariatet registrerte 02.03.26 kl. 10.00 at du vil ta referatet opp i møtet. Er det feil, kan du endre svaret her.',
    ],
  ])('%s', (_what, step, line) => {
    expect(linesFor(played(step))).toContain(line);
  });

  test.each([
    ['skrivefeil', 'at du godkjenner, med merknad om skrivefeil'],
    ['realitet', 'at du har merknad til innholdet'],
  ] as const)('a registered remark (%s)', (kind, words) => {
    const round = played(registers('seat-kari', 'approve'));
    const answers = round.answers.map((one) => ({
      ...one,
      choice: 'remark' as const,
      remark: { kind, text: 'Punkt 2' },
    }));
    expect(linesFor({ ...round, answers }).join(' ')).toContain(words);
  });

  test('and repeats a remark as it was received, with its sak', () => {
    const round = played(objects('kari'));
    expect(linesFor(round)).toContain('Merknad til innholdet: Vedtakspunkt 2 mangler');
    const answers = round.answers.map((one) => ({
      ...one,
      remark: { kind: 'realitet' as const, text: '# *Vedtak*', sak: '12/26' },
    }));
    expect(linesFor({ ...round, answers })).toContain('Merknad til innholdet: sak 12/26: # *Vedtak*');
  });
});

describe('while the round is open', () => {
  test('the answer can be changed, and the deadline is said', () => {
    const card = receiptCard(played(approves('kari'), extendsBy(1)), 'kari');
    expect(buttonOf(card, 'Endre svar').data).toEqual({ verb: 'round.change', roundId: 'round_referat-1_1' });
    expect(linesOf(card)).toContain('Svarfrist: tirsdag 10. mars 2026 kl. 15.00');
  });

  test('typos that were corrected are said, and that the answer counts', () => {
    const said = 'Skrivefeil er rettet etter at runden startet. Svar som er gitt, gjelder fortsatt.';
    expect(linesFor(played(approves('kari'), corrects('rettet')))).toContain(said);
    expect(linesFor(played(approves('kari')))).not.toContain(said);
  });

  test('why something could not be done is said above', () => {
    const card = receiptCard(played(approves('kari')), 'kari', 'other-text');
    expectValidCard(card);
    expect(linesOf(card)[1]).toContain('Teksten er endret etter at dette kortet ble sendt.');
  });
});

describe('after the round', () => {
  test.each([
    ['approved', [approves('kari'), approves('ola'), approves('ida')], 'Utfall: Referatet er godkjent.'],
    [
      'undecided',
      [approves('kari'), closes],
      'Utfall: Referatet er ikke avgjort: Regelen for godkjenning ble ikke oppfylt innen fristen.',
    ],
    [
      'for the meeting',
      [closes, takesToMeeting],
      'Utfall: Referatet ble ikke avgjort på e-postrunden og tas opp i neste møte.',
    ],
    ['withdrawn', [withdraws], 'Utfall: E-postrunden er trukket. Begrunnelse: Feil vedlegg'],
    ['replaced', [replaces('nytt')], 'Utfall: Innholdet er endret, og en ny e-postrunde er sendt til alle.'],
  ] as const)('it says how it ended: %s', (_what, steps, line) => {
    const lines = linesFor(played(...steps));
    expect(lines).toContain(line);
    expect(lines.some((one) => one.startsWith('Avsluttet: '))).toBe(true);
  });

  test('nothing is offered any more, but the way to a next round', () => {
    expect(buttonsOf(receiptCard(played(closes), 'kari'))).toEqual([]);
    const replaced = receiptCard(played(replaces('nytt')), 'kari');
    expect(buttonsOf(replaced).map(({ title }) => title)).toEqual(['Les og svar']);
  });

  test('somebody who did not answer reads that', () => {
    expect(linesFor(played(closes))).toContain('Du svarte ikke på denne e-postrunden.');
  });
});

test('an answer that is not one’s own cannot be changed any more once the round is over', () => {
  const registered = linesFor(played(registers('seat-kari', 'approve'), closes));
  expect(registered).toContain('Sekretariatet registrerte 02.03.26 kl. 10.00 at du godkjenner.');
  const former = linesFor(played(approves('kari'), moves('seat-kari', 'vera'), closes), 'vera');
  expect(former).toContain('KARI godkjente 02.03.26 kl. 10.00.');
});

describe('seats that moved', () => {
  const moved = played(approves('kari'), moves('seat-kari', 'vera', 'KARI'));

  test('an answer that was there is not called the new holder’s own', () => {
    const lines = linesFor(moved, 'vera');
    expect(lines).toContain('KARI godkjente 02.03.26 kl. 10.00. Svaret gjelder til du endrer det.');
    expect(lines.join(' ')).not.toContain('Du godkjente');
  });

  test.each([
    ['an objection', objects('kari'), 'KARI sendte merknad til innholdet 02.03.26 kl. 10.00. Svaret'],
    ['a registered answer', registers('seat-kari', 'approve'), 'at KARI godkjenner. Svaret gjelder til du endrer det.'],
  ])('%s is said to be the former holder’s', (_what, step, words) => {
    expect(linesFor(played(step, moves('seat-kari', 'vera', 'KARI')), 'vera').join(' ')).toContain(words);
  });

  test('somebody with two seats and one answer for both reads it once', () => {
    const { round } = play({ committee: twoSeats }, objects('kari'));
    const lines = linesFor(round);
    expect(lines.filter((line) => line.includes('Du sendte merknad'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Merknad'))).toHaveLength(1);
  });

  test('with different answers both are said, each with its seat', () => {
    const round = played(approves('kari'), objects('ola'), moves('seat-ola', 'kari', 'OLA'));
    expect(linesFor(round)).toEqual(
      expect.arrayContaining([
        'kari kommune: Du godkjente 02.03.26 kl. 10.00.',
        'ola kommune: OLA sendte merknad til innholdet 02.03.26 kl. 10.00. Svaret gjelder til du endrer det.',
        'Merknad til innholdet: Vedtakspunkt 2 mangler',
      ]),
    );
  });

  test('the former holder reads who answers now', () => {
    const card = movedCard(moved, 'VERA');
    expectValidCard(card);
    expect(linesOf(card)).toContain('VERA svarer nå for plassen. Du trenger ikke å gjøre noe.');
    expect(buttonsOf(card)).toEqual([]);
  });

  test('somebody without a seat has answered nothing', () => {
    expect(linesFor(moved, 'per')).toContain('Du svarte ikke på denne e-postrunden.');
  });
});

test('a reminder is a short word with the deadline, and the ways to answer', () => {
  const card = reminderCard(aRound({ title: 'Referat *SSU*' }));
  expectValidCard(card);
  expect(linesOf(card)).toEqual([
    'Påminnelse: Referat *SSU*',
    'Du har ikke svart på e-postrunden ennå. Svarfristen er mandag 9. mars 2026 kl. 15.00.',
  ]);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Les og svar', 'Godkjenn']);
  expect(buttonOf(card, 'Godkjenn').data).toMatchObject({ textHash: aRound().textHashes[0] });
});
