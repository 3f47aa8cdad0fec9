import { describe, expect, test } from 'vitest';
import { nominationStatusCard } from '../../cards/nomination-status.ts';
import { silentHolders } from '../../store/nomination/record.ts';
import {
  askAgain,
  confirmCandidate,
  notePlaced,
  noteUnasked,
  replyAsked,
} from '../../store/nomination/rules-decide.ts';
import { placeCandidate } from '../../store/nomination/rules-place.ts';
import { closeNomination } from '../../store/nomination/rules-run.ts';
import { buttonsOf } from '../support/cards.ts';
import {
  aNomination,
  at,
  candidateOf,
  clocks,
  confirmed,
  delivered,
  proposedBy,
  replied,
} from '../support/nominations.ts';
import { aCommittee, accepted, NOW } from '../support/records.ts';

const two = () => delivered(proposedBy(aNomination(), 'kari', 'vera', 'vidar'));
const vera = (nomination = two()) => candidateOf(nomination, 'seat-kari', 'vera');
const reply = (nomination: ReturnType<typeof two>, accepts: boolean, by: { personId: string; onBehalf?: boolean }) =>
  replyAsked(nomination, { candidateId: vera(nomination).id, accepts }, by, clocks);
const connected = () => true;

describe('a candidate whom the secretariat confirms', () => {
  test('is asked whether they will, once', () => {
    const asked = confirmed(two(), 'vera');
    expect(vera(asked)).toMatchObject({ state: 'asked', confirmedBy: 'siv' });
    expect(asked.waitingFor).toContain('vera');
    expect(asked.outbox).toMatchObject([
      { personId: 'vera', view: { view: 'nomination-ask', candidateId: vera().id }, inWorkingHours: true },
    ]);
    expect(confirmed(asked, 'vera')).toBe(asked);
  });

  test('and says nothing is asked again when the secretariat wants it, not twice a day nor while it is on its way', () => {
    const asked = confirmed(two(), 'vera');
    const tomorrow = at(new Date('2026-03-03T09:00:00Z'));
    const again = (nomination: typeof asked, when = tomorrow) =>
      accepted(confirmCandidate(nomination, vera().id, 'siv', when));
    expect(again(delivered(asked)).outbox).toMatchObject([{ personId: 'vera', view: { view: 'nomination-ask' } }]);
    expect(again(asked)).toBe(asked);
    expect(again(delivered(again(delivered(asked)))).outbox).toEqual([]);
  });

  test('is asked for each seat that they are proposed for', () => {
    const both = proposedBy(two(), 'ola', 'vera');
    const { id } = candidateOf(both, 'seat-ola', 'vera');
    const asked = accepted(confirmCandidate(confirmed(both, 'vera'), id, 'siv', clocks));
    expect(asked.outbox.filter(({ kind }) => kind === 'personal-card')).toHaveLength(2);
  });

  test('says yes, and gets the place; whoever proposed them and the secretariat are told', () => {
    const yes = replied(delivered(confirmed(two(), 'vera')), 'vera');
    expect(vera(yes)).toMatchObject({ state: 'accepted', repliedAt: NOW });
    expect(yes.outbox).toMatchObject([
      { kind: 'candidate-accepted', candidateId: vera().id },
      { kind: 'personal-card', personId: 'kari' },
      { kind: 'personal-card', personId: 'siv' },
    ]);
    expect(yes.waitingFor).not.toContain('vera');
    expect(replied(yes, 'vera')).toBe(yes);
  });

  test('says no: nothing is given, those who must know are told, and the next one can be confirmed', () => {
    const no = replied(delivered(confirmed(two(), 'vera')), 'vera', false);
    expect(no.outbox.map((effect) => effect.kind)).toEqual(['personal-card', 'personal-card']);
    expect(confirmCandidate(no, vera(no).id, 'siv', clocks)).toMatchObject({ refusal: 'candidate-gone' });
    expect(candidateOf(confirmed(no, 'vidar'), 'seat-kari', 'vidar').state).toBe('asked');
  });

  test('answers alone, save that the secretariat registers it, and that shows', () => {
    const asked = confirmed(two(), 'vera');
    expect(reply(asked, true, { personId: 'vidar' })).toMatchObject({ refusal: 'not-yours-to-answer' });
    const registered = accepted(reply(asked, true, { personId: 'siv', onBehalf: true }));
    expect(vera(registered)).toMatchObject({ state: 'accepted', registeredBy: 'siv' });
  });

  test('cannot answer before they are asked, nor the other way afterwards', () => {
    expect(reply(two(), true, { personId: 'vera' })).toMatchObject({ refusal: 'candidate-gone' });
    const yes = replied(confirmed(two(), 'vera'), 'vera');
    expect(reply(yes, false, { personId: 'vera' })).toMatchObject({ refusal: 'replied-before' });
    expect(replyAsked(yes, { candidateId: 'x', accepts: true }, { personId: 'vera' }, clocks)).toMatchObject({
      refusal: 'no-candidate',
    });
  });

  test('may still say yes when the nomination was closed meanwhile, and nobody is confirmed after it', () => {
    const closed = closeNomination(confirmed(two(), 'vera'), 'siv', clocks);
    expect(closed.waitingFor).toEqual(['vera']);
    expect(vera(replied(closed, 'vera')).state).toBe('accepted');
    const { id } = candidateOf(closed, 'seat-kari', 'vidar');
    expect(confirmCandidate(closed, id, 'siv', clocks)).toMatchObject({ refusal: 'nomination-closed' });
  });

  test('who was not reached is said so, and is asked again when the secretariat wants it', () => {
    const unreached = noteUnasked(delivered(confirmed(two(), 'vera')), vera().id, 'blocked', clocks);
    expect(vera(unreached).unreached).toBe('blocked');
    expect(unreached.outbox).toMatchObject([{ personId: 'siv', view: { view: 'nomination-status' } }]);
    const yes = replied(confirmed(two(), 'vera'), 'vera');
    expect(noteUnasked(yes, vera().id, 'blocked', clocks)).toBe(yes);
    const again = confirmed(delivered(unreached), 'vera');
    expect(vera(again)).not.toHaveProperty('unreached');
    expect(again.outbox).toMatchObject([{ personId: 'vera' }]);
  });

  test('for a working group is put on its list without a question: a later meeting decides it', () => {
    const group = proposedBy(aNomination({}, { kind: 'group', wanted: 2 }), 'kari', 'vera');
    const listed = confirmed(group, 'vera');
    expect(vera(listed).state).toBe('accepted');
    expect(listed.outbox.some((effect) => 'personId' in effect && effect.personId === 'vera')).toBe(false);
  });
});

describe('«Be om en annen»', () => {
  test('sets a candidate aside, asks whoever proposed them again, and counts them as silent when nobody is left', () => {
    const one = delivered(proposedBy(aNomination(), 'kari', 'vera'));
    const again = accepted(askAgain(one, vera(one).id, 'siv', clocks));
    expect(vera(again).state).toBe('set-aside');
    expect(silentHolders(again)).toContain('kari');
    expect(again.outbox).toMatchObject([{ kind: 'seat-card', holderId: 'kari' }]);
    expect(accepted(askAgain(again, vera(again).id, 'siv', clocks))).toBe(again);
    expect(vera(proposedBy(again, 'kari', 'vera')).state).toBe('proposed');
  });

  test('never undoes a yes', () => {
    const yes = replied(confirmed(two(), 'vera'), 'vera');
    expect(askAgain(yes, vera(yes).id, 'siv', clocks)).toMatchObject({ refusal: 'candidate-gone' });
  });
});

describe('the place that a yes gives', () => {
  const place = (nomination: ReturnType<typeof two>, personId: string, committee = aCommittee()) =>
    placeCandidate(
      committee,
      nomination,
      { seatId: 'seat-kari', candidate: candidateOf(nomination, 'seat-kari', personId) },
      connected,
      NOW,
    );

  test('is that of a vara, in the order in which they were proposed, whoever said yes first', () => {
    const yes = replied(replied(confirmed(confirmed(two(), 'vera'), 'vidar'), 'vidar'), 'vera');
    const committee = accepted(place(yes, 'vera', accepted(place(yes, 'vidar'))));
    expect(committee.seats[0]?.varas?.map(({ personId }) => personId)).toEqual(['vera', 'vidar']);
    expect(accepted(place(yes, 'vera', committee))).toBe(committee);
  });

  test('is the vacant seat, while it is vacant', () => {
    const asking = { kind: 'seat', wanted: 1, seatId: 'seat-ledig' } as const;
    const nomination = aNomination({}, asking);
    const candidate = { ...vera(), confirmedBy: 'siv' };
    const given = (committee = aCommittee()) =>
      placeCandidate(committee, nomination, { seatId: 'seat-ledig', candidate }, connected, NOW);
    const filled = accepted(given());
    expect(filled.seats.find(({ id }) => id === 'seat-ledig')?.memberId).toBe('vera');
    expect(accepted(given(filled))).toBe(filled);
    const other = placeCandidate(
      filled,
      nomination,
      { seatId: 'seat-ledig', candidate: { ...candidate, personId: 'vidar' } },
      connected,
      NOW,
    );
    expect(other).toMatchObject({ refusal: 'seat-filled' });
  });

  test('is in no committee for a working group', () => {
    const group = proposedBy(aNomination({}, { kind: 'group', wanted: 2 }), 'kari', 'vera');
    const committee = aCommittee();
    expect(accepted(place(group, 'vera', committee))).toBe(committee);
  });

  test('that could not be given is told, and is given when the secretariat confirms again', () => {
    const yes = delivered(replied(confirmed(two(), 'vera'), 'vera'));
    expect(vera(notePlaced(yes, vera().id, undefined, clocks))).toMatchObject({ placed: true });
    const failed = notePlaced(yes, vera().id, 'too-many-varas', clocks);
    expect(vera(failed).problem).toBe('too-many-varas');
    expect(failed.outbox).toMatchObject([{ personId: 'siv' }]);
    const again = confirmed(delivered(failed), 'vera');
    expect(vera(again)).not.toHaveProperty('problem');
    expect(again.outbox).toMatchObject([{ kind: 'candidate-accepted' }]);
    // also when the nomination is over by then
    const over = closeNomination(delivered(failed), 'siv', clocks);
    expect(confirmed(over, 'vera').outbox).toMatchObject([{ kind: 'candidate-accepted' }]);
    const card = nominationStatusCard(over, { now: NOW });
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Bekreft', 'Vis på nytt']);
  });
});
