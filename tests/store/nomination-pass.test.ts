import { describe, expect, test } from 'vitest';
import type { Nomination } from '../../store/nomination/record.ts';
import { passRequest } from '../../store/nomination/rules-pass.ts';
import { closeNomination } from '../../store/nomination/rules-run.ts';
import { aNomination, clocks, delivered, late, proposedBy } from '../support/nominations.ts';
import { aCommittee, aSeat } from '../support/records.ts';

const eva = { id: 'eva', name: 'Eva Dal' };
const passed = (nomination: Nomination, holder: typeof eva | undefined = eva, when = clocks) =>
  passRequest(nomination, 'seat-kari', holder, when);
const cards = ({ outbox }: Nomination) =>
  outbox.flatMap((one) => ('holderId' in one ? `${one.kind} to ${one.holderId}` : []));

describe('a nomination, when a seat is somebody else’s', () => {
  test('asks them, once, and no longer the one before', () => {
    const nomination = passed(aNomination());
    expect(nomination.requests[0]).toEqual({
      seatId: 'seat-kari',
      seatName: aSeat('kari').name,
      holderId: 'eva',
      holderName: 'Eva Dal',
    });
    expect(nomination.waitingFor).toEqual(['eva', 'ola', 'per']);
    expect(cards(nomination)).toEqual(['seat-card to eva']);
    expect(nomination.history.at(-1)).toMatchObject({ by: 'bot', what: 'request-passed', seatId: 'seat-kari' });
    expect(passed(nomination)).toBe(nomination);
  });

  test('keeps what was answered, and does not ask again', () => {
    const answered = delivered(proposedBy(aNomination(), 'kari', 'vera'));
    expect(passed(answered).answers).toEqual(answered.answers);
    expect(cards(passed(answered))).toEqual([]);
  });

  test('asks nobody after the deadline, for a vacant seat, or when it is closed', () => {
    expect(cards(passed(aNomination(), eva, late))).toEqual([]);
    const vacant = passRequest(aNomination(), 'seat-kari', undefined, clocks);
    expect(vacant.requests[0]).toEqual({ seatId: 'seat-kari', seatName: aSeat('kari').name });
    expect(cards(vacant)).toEqual([]);
    const closed = closeNomination(aNomination(), 'siv', clocks);
    expect(passed(closed)).toBe(closed);
    expect(passRequest(aNomination(), 'seat-x', eva, clocks)).toEqual(aNomination());
  });

  test('is over when it was to fill that seat', () => {
    const { memberId: _nobody, ...seat } = aSeat('kari', { appointing: { contactId: 'tor' } });
    const asked = { kind: 'seat', wanted: 1, seatId: 'seat-kari' } as const;
    const nomination = aNomination({}, asked, aCommittee({ seats: [seat] }));
    expect(passed(nomination)).toMatchObject({ status: 'closed', waitingFor: [] });
    expect(passRequest(nomination, 'seat-kari', undefined, clocks)).toBe(nomination);
  });
});
