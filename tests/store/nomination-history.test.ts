import { describe, expect, test } from 'vitest';
import { answerFor, MAX_CANDIDATES, type Nomination, silentHolders } from '../../store/nomination/record.ts';
import { propose, proposeNobody, withdrawCandidate } from '../../store/nomination/rules.ts';
import {
  askAgain,
  confirmCandidate,
  notePlaced,
  noteUnasked,
  replyAsked,
} from '../../store/nomination/rules-decide.ts';
import { placeCandidate } from '../../store/nomination/rules-place.ts';
import { closeNomination, endNomination, extendNomination } from '../../store/nomination/rules-run.ts';
import {
  aNomination,
  candidateOf,
  clocks,
  confirmed,
  delivered,
  late,
  named,
  proposedBy,
  replied,
} from '../support/nominations.ts';
import { aCommittee, accepted, DEADLINE, NOW } from '../support/records.ts';

const NEXT = new Date('2026-03-16T14:00:00Z');
const two = () => delivered(proposedBy(aNomination(), 'kari', 'vera', 'vidar'));
const vera = (nomination = two(), seatId = 'seat-kari') => candidateOf(nomination, seatId, 'vera');
const lineOf = ({ history }: Nomination) => history.at(-1);
const siv = { personId: 'siv', onBehalf: true } as const;

describe('the history of a nomination', () => {
  const line = { at: NOW, by: 'siv', seatId: 'seat-kari', onBehalfOf: 'vera' };

  test('says who opened it, extended it and closed it, and when its deadline passed', () => {
    expect(aNomination().history).toEqual([{ at: NOW, by: 'siv', what: 'opened' }]);
    expect(lineOf(accepted(extendNomination(aNomination(), NEXT, 'lise', clocks)))).toEqual({
      at: NOW,
      by: 'lise',
      what: 'extended',
    });
    expect(lineOf(closeNomination(aNomination(), 'lise', clocks))).toEqual({ at: NOW, by: 'lise', what: 'closed' });
    const passed = { at: DEADLINE, by: 'bot', what: 'deadline-passed' };
    expect(lineOf(accepted(endNomination(aNomination(), late)))).toEqual(passed);
  });

  test('says who proposed, took back, and had nobody', () => {
    const own = { at: NOW, by: 'kari', seatId: 'seat-kari' };
    expect(lineOf(two())).toEqual({ ...own, what: 'proposed' });
    const back = accepted(withdrawCandidate(two(), vera().id, { personId: 'kari' }, clocks));
    expect(lineOf(back)).toEqual({ ...own, what: 'proposal-withdrawn' });
    const nobody = accepted(proposeNobody(aNomination(), 'seat-ola', siv, clocks));
    expect(lineOf(nobody)).toEqual({
      at: NOW,
      by: 'siv',
      what: 'nobody-proposed',
      seatId: 'seat-ola',
      onBehalfOf: 'ola',
    });
  });

  test('says who confirmed a candidate, and who wanted another', () => {
    expect(lineOf(confirmed(two(), 'vera'))).toEqual({ ...line, what: 'candidate-confirmed' });
    expect(lineOf(accepted(askAgain(two(), vera().id, 'siv', clocks)))).toEqual({ ...line, what: 'asked-again' });
  });

  test('says what a candidate replied, and for whom it was registered', () => {
    const asked = confirmed(two(), 'vera');
    expect(lineOf(replied(asked, 'vera'))).toEqual({ at: NOW, by: 'vera', what: 'accepted', seatId: 'seat-kari' });
    const reply = { candidateId: vera().id, accepts: false };
    expect(lineOf(accepted(replyAsked(asked, reply, siv, clocks)))).toEqual({ ...line, what: 'declined' });
  });
});

describe('a candidate', () => {
  test('who is not there any more is neither confirmed nor asked for again, and nothing is noted of them', () => {
    const nomination = two();
    expect(confirmCandidate(nomination, 'x', 'siv', clocks)).toMatchObject({ refusal: 'no-candidate' });
    expect(askAgain(nomination, 'x', 'siv', clocks)).toMatchObject({ refusal: 'no-candidate' });
    expect(notePlaced(nomination, 'x', 'seat-filled', clocks)).toBe(nomination);
    expect(noteUnasked(nomination, 'x', 'blocked', clocks)).toBe(nomination);
  });

  test('of a nomination that is closed is not asked for again', () => {
    const closed = closeNomination(two(), 'siv', clocks);
    expect(askAgain(closed, vera(closed).id, 'siv', clocks)).toMatchObject({ refusal: 'nomination-closed' });
  });

  test('who was set aside is not confirmed, and one who said no does not say yes', () => {
    const aside = accepted(askAgain(two(), vera().id, 'siv', clocks));
    expect(confirmCandidate(aside, vera(aside).id, 'siv', clocks)).toMatchObject({ refusal: 'candidate-gone' });
    const no = replied(confirmed(two(), 'vera'), 'vera', false);
    const yes = { candidateId: vera(no).id, accepts: true };
    expect(replyAsked(no, yes, { personId: 'vera' }, clocks)).toMatchObject({ refusal: 'replied-before' });
  });

  test('whose place is given once more is a candidate who has said yes, still', () => {
    const yes = delivered(replied(confirmed(two(), 'vera'), 'vera'));
    const failed = delivered(notePlaced(yes, vera().id, 'too-many-varas', clocks));
    expect(vera(confirmed(failed, 'vera')).state).toBe('accepted');
  });

  test('who is set aside sends the question to whoever proposed them: nobody, where there is no such person', () => {
    const ola = delivered(proposedBy(aNomination(), 'ola', 'vera'));
    const again = accepted(askAgain(ola, vera(ola, 'seat-ola').id, 'siv', clocks));
    expect(again.outbox).toMatchObject([{ kind: 'seat-card', holderId: 'ola' }]);
    const asking = { kind: 'seat', wanted: 1, seatId: 'seat-ledig' } as const;
    const forVacant = { seatId: 'seat-ledig', candidate: named('vera') };
    const vacant = delivered(accepted(propose(aNomination({}, asking), forVacant, siv, clocks)));
    expect(lineOf(vacant)).not.toHaveProperty('onBehalfOf');
    const aside = accepted(askAgain(vacant, vera(vacant, 'seat-ledig').id, 'siv', clocks));
    expect(aside.outbox).toEqual([]);
  });
});

describe('proposals', () => {
  const forKari = (personId: string) => ({ seatId: 'seat-kari', candidate: named(personId) });
  const people = (n: number, name = 'v') => Array.from({ length: n }, (_, one) => `${name}${one}`);
  const idsOf = (nomination: Nomination) => answerFor(nomination, 'seat-kari')?.candidates.map(({ id }) => id) ?? [];
  /** Everybody who is proposed for Kari's seat is set aside. */
  const allAside = (nomination: Nomination) =>
    idsOf(nomination).reduce((current, id) => accepted(askAgain(current, id, 'siv', clocks)), nomination);

  test('of those who were set aside take no room, and the oldest of them are forgotten', () => {
    const first = allAside(proposedBy(aNomination(), 'kari', ...people(MAX_CANDIDATES, 'a')));
    const second = allAside(proposedBy(first, 'kari', ...people(MAX_CANDIDATES, 'b')));
    const third = proposedBy(second, 'kari', 'vera');
    expect(idsOf(third)).toHaveLength(2 * MAX_CANDIDATES);
    expect(idsOf(third)).not.toContain(idsOf(second)[0]);
    expect(idsOf(third)).toContain(idsOf(second)[1]);
    expect(vera(third).state).toBe('proposed');
  });

  test('have an id each, and the one that is taken back goes alone', () => {
    expect(idsOf(two())).toEqual(['candidate:4', 'candidate:5']);
    const [first = '', second = ''] = idsOf(two());
    const left = accepted(withdrawCandidate(two(), first, { personId: 'kari' }, clocks));
    expect(idsOf(left)).toEqual([second]);
  });

  test('of nobody are refused while somebody is asked or has said yes, and not once all were set aside or said no', () => {
    const nobody = (nomination: Nomination) => proposeNobody(nomination, 'seat-kari', { personId: 'kari' }, clocks);
    const one = () => delivered(proposedBy(aNomination(), 'kari', 'vera'));
    const asked = confirmed(one(), 'vera');
    expect(nobody(asked)).toMatchObject({ refusal: 'has-candidates' });
    expect(nobody(replied(asked, 'vera'))).toMatchObject({ refusal: 'has-candidates' });
    expect(nobody(replied(asked, 'vera', false))).toMatchObject({ ok: true });
    const none = accepted(nobody(delivered(allAside(one()))));
    expect(silentHolders(none)).toEqual(['ola', 'per']);
    expect(none.outbox).toEqual([]);
  });

  test('for a seat that was never asked about are refused, to the secretariat too', () => {
    const elsewhere = { seatId: 'seat-x', candidate: named('vera') };
    expect(propose(aNomination(), elsewhere, siv, clocks)).toMatchObject({ refusal: 'not-asked-here' });
  });

  test('are of anybody but the member of that very seat', () => {
    const ola = { seatId: 'seat-ola', candidate: named('kari') };
    expect(propose(aNomination(), ola, { personId: 'ola' }, clocks)).toMatchObject({ ok: true });
    expect(propose(aNomination(), forKari('kari'), siv, clocks)).toMatchObject({ refusal: 'vara-own-member' });
  });
});

describe('a place', () => {
  const place = (nomination: Nomination, personId: string, committee = aCommittee(), seatId = 'seat-kari') => {
    const candidate = candidateOf(nomination, 'seat-kari', personId);
    return placeCandidate(committee, nomination, { seatId, candidate }, () => true, NOW);
  };

  test('comes after those who were proposed before, whoever said yes first', () => {
    const three = delivered(proposedBy(aNomination(), 'kari', 'vera', 'vidar', 'vigdis'));
    const orders = [
      ['vera', 'vidar', 'vigdis'],
      ['vigdis', 'vera', 'vidar'],
      ['vidar', 'vigdis', 'vera'],
    ];
    for (const order of orders) {
      const given = order.reduce((committee, one) => accepted(place(three, one, committee)), aCommittee());
      expect(given.seats[0]?.varas?.map(({ personId }) => personId)).toEqual(['vera', 'vidar', 'vigdis']);
    }
  });

  test('in a seat that is gone cannot be given', () => {
    const filling = { ...two(), kind: 'seat' as const };
    expect(place(filling, 'vera', aCommittee(), 'seat-x')).toMatchObject({ refusal: 'no-such-seat' });
  });
});
