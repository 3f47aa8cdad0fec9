import { describe, expect, test } from 'vitest';
import { MAX_VARAS } from '../../store/committee/record.ts';
import { nameVara, raiseVara, removeVara, varaProblem } from '../../store/committee/rules-varas.ts';
import { aCommittee, accepted, NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const aVara = (personId: string) => ({ personId, name: personId.toUpperCase(), acceptedAt: NOW });
const naming = (personId: string, seatId = 'seat-kari', ahead: readonly string[] = []) => ({
  seatId,
  vara: aVara(personId),
  ahead,
});
const namedAll = (...people: readonly string[]) =>
  people.reduce((current, one) => accepted(nameVara(current, naming(one), by)), aCommittee());
const orderOf = ({ seats }: ReturnType<typeof aCommittee>, seatId = 'seat-kari') =>
  seats.find(({ id }) => id === seatId)?.varas?.map(({ personId }) => personId);

describe('a vara is named', () => {
  test('after those who are there, found by their name, and it stands in the history', () => {
    const committee = namedAll('vera', 'vidar');
    expect(orderOf(committee)).toEqual(['vera', 'vidar']);
    expect(committee.varaIds).toEqual(['vera', 'vidar']);
    expect(committee.people).toEqual(aCommittee().people);
    expect(committee.history.at(-1)).toMatchObject({ by: 'siv', what: 'vara-named', onBehalfOf: 'vidar' });
  });

  test('before those who were to come after them, though these were quicker to say yes', () => {
    const committee = accepted(nameVara(namedAll('vidar'), naming('vera', 'seat-kari', ['vidar']), by));
    expect(orderOf(committee)).toEqual(['vera', 'vidar']);
  });

  test('once, however often', () => {
    const committee = namedAll('vera');
    expect(accepted(nameVara(committee, naming('vera'), by))).toBe(committee);
  });

  test('for several seats', () => {
    const committee = accepted(nameVara(namedAll('vera'), naming('vera', 'seat-ola'), by));
    expect([orderOf(committee), orderOf(committee, 'seat-ola')]).toEqual([['vera'], ['vera']]);
    expect(committee.varaIds).toEqual(['vera']);
  });

  test('by the chair or the secretariat only, never the member, on a seat that is there, and not beyond ten', () => {
    const full = namedAll(...Array.from({ length: MAX_VARAS }, (_, n) => `v${n}`));
    expect(nameVara(aCommittee(), naming('vera'), { ...by, personId: 'kari' })).toMatchObject({
      refusal: 'not-secretariat',
    });
    expect(nameVara(aCommittee(), naming('vera'), { ...by, personId: 'lise' })).toMatchObject({ ok: true });
    expect(nameVara(aCommittee(), naming('kari'), by)).toMatchObject({ refusal: 'vara-own-member' });
    expect(nameVara(aCommittee(), naming('vera', 'seat-x'), by)).toMatchObject({ refusal: 'no-such-seat' });
    const closed = aCommittee({ life: { closed: { at: NOW, by: 'siv' } } });
    expect(nameVara(closed, naming('vera'), by)).toMatchObject({ refusal: 'committee-closed' });
    expect(nameVara(full, naming('vera'), by)).toMatchObject({ refusal: 'too-many-varas' });
  });
});

describe('the secretariat', () => {
  test('moves a vara one place up, and the first stays first', () => {
    const committee = accepted(
      raiseVara(namedAll('vera', 'vidar', 'vigdis'), { seatId: 'seat-kari', personId: 'vigdis' }, by),
    );
    expect(orderOf(committee)).toEqual(['vera', 'vigdis', 'vidar']);
    expect(accepted(raiseVara(committee, { seatId: 'seat-kari', personId: 'vera' }, by))).toBe(committee);
  });

  test('takes a vara out, who is then found no more; twice is once', () => {
    const chosen = { seatId: 'seat-kari', personId: 'vera' };
    const committee = accepted(removeVara(namedAll('vera'), chosen, by));
    expect(orderOf(committee)).toBeUndefined();
    expect(committee.varaIds).toEqual([]);
    expect(committee.history.at(-1)).toMatchObject({ what: 'vara-removed', onBehalfOf: 'vera' });
    expect(accepted(removeVara(committee, chosen, by))).toBe(committee);
  });

  test.each([removeVara, raiseVara])('alone may do so', (rule) => {
    const committee = namedAll('vera', 'vidar');
    const chosen = { seatId: 'seat-kari', personId: 'vidar' };
    expect(rule(committee, chosen, { ...by, personId: 'kari' })).toMatchObject({ refusal: 'not-secretariat' });
    expect(rule(committee, { ...chosen, seatId: 'seat-x' }, by)).toMatchObject({ refusal: 'no-such-seat' });
  });
});

describe('somebody should not be proposed as vara for a seat', () => {
  const problem = (seatId: string, personId: string) => varaProblem(namedAll('vera'), seatId, personId);

  test('who is vara for it, and may be for another', () => {
    expect(problem('seat-kari', 'vera')).toBe('already-vara');
    expect(problem('seat-ola', 'vera')).toBeUndefined();
    expect(problem('seat-gone', 'vera')).toBeUndefined();
  });

  test('who has another seat, and so acts for no other; of their own seat it is said when they are named', () => {
    expect(problem('seat-kari', 'ola')).toBe('vara-has-seat');
    expect(problem('seat-ola', 'ola')).toBeUndefined();
    expect(problem('seat-kari', 'vidar')).toBeUndefined();
  });
});
