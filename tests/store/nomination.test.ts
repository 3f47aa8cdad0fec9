import { describe, expect, test } from 'vitest';
import { answerFor, MAX_CANDIDATES, silentHolders } from '../../store/nomination/record.ts';
import { propose, proposeNobody, withdrawCandidate } from '../../store/nomination/rules.ts';
import { openNomination, requestsIn } from '../../store/nomination/rules-open.ts';
import { withVaras } from '../support/called-in.ts';
import {
  aNomination,
  at,
  candidateOf,
  clocks,
  confirmed,
  delivered,
  late,
  named,
  proposedBy,
} from '../support/nominations.ts';
import { aCommittee, accepted, aSeat, DEADLINE, NOW } from '../support/records.ts';

const nameOf = (id: string) => id.toUpperCase();
const kari = { personId: 'kari' };
const forKari = (personId: string) => ({ seatId: 'seat-kari', candidate: named(personId) });

describe('who is asked', () => {
  test('for varas: the member of each seat that has fewer than wanted, and nobody for a vacant one', () => {
    const asked = (wanted: number) =>
      requestsIn(withVaras(), { kind: 'vara', wanted }, nameOf).map(({ holderId }) => holderId);
    expect(asked(1)).toEqual(['ola', 'per']);
    expect(asked(2)).toEqual(['ola', 'per']);
    expect(asked(3)).toEqual(['kari', 'ola', 'per']);
  });

  test('for a vacant seat: the contact of those who fill it, or nobody while none is known', () => {
    const asking = { kind: 'seat', wanted: 1, seatId: 'seat-ledig' } as const;
    const { memberId: _vacant, ...vacant } = aSeat('ledig');
    const withContact = aCommittee({ seats: [aSeat('kari'), { ...vacant, appointing: { contactId: 'ida' } }] });
    expect(requestsIn(withContact, asking, nameOf)).toMatchObject([{ seatId: 'seat-ledig', holderId: 'ida' }]);
    expect(requestsIn(aCommittee(), asking, nameOf)).toEqual([{ seatId: 'seat-ledig', seatName: 'ledig kommune' }]);
    expect(requestsIn(aCommittee(), { ...asking, seatId: 'seat-kari' }, nameOf)).toEqual([]);
  });

  test('for a working group: every member', () => {
    const requests = requestsIn(withVaras(), { kind: 'group', wanted: 4 }, nameOf);
    expect(requests.map(({ holderId }) => holderId)).toEqual(['kari', 'ola', 'per']);
  });

  test('each gets a card in working hours, and none is sent without somebody to ask or a deadline ahead', () => {
    const requests = requestsIn(aCommittee(), { kind: 'vara', wanted: 1 }, nameOf);
    const about = { kind: 'vara', wanted: 1, openedBy: 'siv', deadline: DEADLINE, requests } as const;
    const open = (changes = {}, now = NOW) =>
      openNomination('n', aCommittee(), { ...about, requests, ...changes }, at(now));
    const night = new Date('2026-03-02T22:00:00Z');
    expect(accepted(open({}, night)).outbox).toMatchObject(
      ['kari', 'ola', 'per'].map((holderId) => ({
        kind: 'seat-card',
        holderId,
        contactAt: new Date('2026-03-03T07:00:00Z'),
      })),
    );
    const closed = aCommittee({ life: { closed: { at: NOW, by: 'siv' } } });
    expect(openNomination('n', closed, { ...about, requests }, clocks)).toMatchObject({ refusal: 'committee-closed' });
    expect(open({ requests: [] })).toMatchObject({ refusal: 'nobody-asked' });
    expect(open({}, DEADLINE)).toMatchObject({ refusal: 'deadline-passed' });
  });
});

describe('whoever is asked', () => {
  test('proposes several in order, and the same person twice counts once', () => {
    const nomination = proposedBy(aNomination(), 'kari', 'vera', 'vidar');
    expect(answerFor(nomination, 'seat-kari')?.candidates.map(({ personId }) => personId)).toEqual(['vera', 'vidar']);
    expect(accepted(propose(nomination, forKari('vera'), kari, clocks))).toBe(nomination);
    expect(silentHolders(nomination)).toEqual(['ola', 'per']);
  });

  test('is alone in answering, but for the secretariat, and then it shows', () => {
    const nomination = aNomination();
    expect(propose(nomination, forKari('vera'), { personId: 'ola' }, clocks)).toMatchObject({
      refusal: 'not-asked-here',
    });
    expect(proposeNobody(nomination, 'seat-kari', { personId: 'ola' }, clocks)).toMatchObject({ ok: false });
    const registered = accepted(propose(nomination, forKari('vera'), { personId: 'siv', onBehalf: true }, clocks));
    expect(answerFor(registered, 'seat-kari')).toMatchObject({ by: 'siv', onBehalf: true });
    expect(candidateOf(registered, 'seat-kari', 'vera').onBehalf).toBe(true);
    expect(registered.history.at(-1)).toMatchObject({ by: 'siv', onBehalfOf: 'kari' });
  });

  test('cannot be their own vara, but may be proposed for a working group', () => {
    expect(propose(aNomination(), forKari('kari'), kari, clocks)).toMatchObject({ refusal: 'vara-own-member' });
    const group = aNomination({}, { kind: 'group', wanted: 2 });
    expect(propose(group, forKari('kari'), kari, clocks)).toMatchObject({ ok: true });
  });

  test('proposes ten at most', () => {
    const people = Array.from({ length: MAX_CANDIDATES }, (_, n) => `v${n}`);
    const full = proposedBy(aNomination(), 'kari', ...people);
    expect(propose(full, forKari('vera'), kari, clocks)).toMatchObject({ refusal: 'too-many-candidates' });
  });

  test('has nobody to propose, and changes their mind', () => {
    const nobody = accepted(proposeNobody(aNomination(), 'seat-kari', kari, clocks));
    expect(answerFor(nobody, 'seat-kari')?.none).toBe(true);
    expect(accepted(proposeNobody(nobody, 'seat-kari', kari, clocks))).toBe(nobody);
    const somebody = proposedBy(nobody, 'kari', 'vera');
    expect(answerFor(somebody, 'seat-kari')).not.toHaveProperty('none');
    expect(proposeNobody(somebody, 'seat-kari', kari, clocks)).toMatchObject({ refusal: 'has-candidates' });
  });

  test('takes somebody back until the secretariat has gone on with them', () => {
    const nomination = proposedBy(aNomination(), 'kari', 'vera');
    const { id } = candidateOf(nomination, 'seat-kari', 'vera');
    const without = accepted(withdrawCandidate(nomination, id, kari, clocks));
    expect(silentHolders(without)).toContain('kari');
    expect(accepted(withdrawCandidate(without, id, kari, clocks))).toBe(without);
    expect(withdrawCandidate(nomination, id, { personId: 'ola' }, clocks)).toMatchObject({ refusal: 'not-asked-here' });
    expect(withdrawCandidate(confirmed(nomination, 'vera'), id, kari, clocks)).toMatchObject({
      refusal: 'candidate-in-hand',
    });
  });

  test('at the deadline is late, which is kept and told to the secretariat; a moment before is in time', () => {
    const tooLate = accepted(propose(aNomination(), forKari('vera'), kari, late));
    expect(candidateOf(tooLate, 'seat-kari', 'vera').late).toBe(true);
    expect(tooLate.outbox).toMatchObject([{ personId: 'siv', view: { view: 'nomination-status' } }]);
    const inTime = accepted(propose(aNomination(), forKari('vera'), kari, at(new Date(DEADLINE.getTime() - 1))));
    expect(candidateOf(inTime, 'seat-kari', 'vera')).not.toHaveProperty('late');
    expect(inTime.outbox).toEqual([]);
    const nobody = accepted(proposeNobody(aNomination(), 'seat-kari', kari, late));
    expect(nobody.outbox).toMatchObject([{ personId: 'siv' }]);
    // the secretariat decides what is in time
    const registered = accepted(propose(aNomination(), forKari('vera'), { personId: 'siv', onBehalf: true }, late));
    expect(candidateOf(registered, 'seat-kari', 'vera')).not.toHaveProperty('late');
  });

  test('and all the others having answered, the secretariat is told', () => {
    const most = proposedBy(proposedBy(aNomination(), 'kari', 'vera'), 'ola', 'vidar');
    expect(delivered(most)).toEqual(most);
    const all = accepted(proposeNobody(most, 'seat-per', { personId: 'per' }, clocks));
    expect(all.outbox).toMatchObject([{ kind: 'personal-card', personId: 'siv' }]);
    expect(proposedBy(most, 'per', 'vigdis').outbox).toMatchObject([{ kind: 'personal-card', personId: 'siv' }]);
  });
});
