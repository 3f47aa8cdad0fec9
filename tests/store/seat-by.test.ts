import { describe, expect, test } from 'vitest';
import type { Forfall } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { mayTakeBack, seatsBy } from '../../store/meeting/rules-acting.ts';
import { aCall, aForfall, KARI_ACTS as member, VERA_ACTS as vera } from '../support/called-in.ts';
import { aMeeting } from '../support/meetings.ts';
import { aSeat, NOW } from '../support/records.ts';

const nameOf = (id: string) => id.toUpperCase();
const kari = aSeat('kari');
const whole = aForfall({ what: 'whole' });
const inhabil = (changes: Partial<Forfall> = {}) => aForfall({ what: 'sak', sakId: 'a' }, changes);
const meeting = (changes: Partial<Meeting> = {}) => aMeeting({ version: 5, ...changes });

describe('the seats that forfall has to do with', () => {
  const { memberId: _nobody, ...vacant } = kari;
  const by = (changes: Partial<Meeting>, of: Parameters<typeof seatsBy>[2] = {}, seats = [kari, aSeat('ola')]) =>
    seatsBy(meeting(changes), seats, of, nameOf).seats;

  test('are none where nobody has had any', () => {
    expect(seatsBy(aMeeting({ version: 5 }), [kari], {}, nameOf)).toEqual({ version: 5, seats: {} });
  });

  test('are told with who acts in this sak, and at this moment', () => {
    const part = aForfall({ what: 'part', from: NOW, sakIds: [] });
    expect(by({ forfall: [part] }, { at: NOW })).toEqual({ 'seat-kari': vera });
    expect(by({ forfall: [part] })).toEqual({ 'seat-kari': member });
    expect(by({ forfall: [inhabil()] }, { sak: { id: 'a' } })).toEqual({ 'seat-kari': vera });
    expect(by({ forfall: [inhabil()] }, { sak: { id: 'b' } })).toEqual({ 'seat-kari': member });
  });

  test('are nobody’s in a sak of which the member is inhabil, or marked as such', () => {
    expect(by({ forfall: [inhabil({ calls: [] })] }, { sak: { id: 'a' } })).toEqual({ 'seat-kari': 'inhabil' });
    const marked = { sak: { id: 'a', recusedSeatIds: ['seat-kari'] } };
    expect(by({ forfall: [whole] }, marked)).toEqual({ 'seat-kari': 'inhabil' });
  });

  test('are the member’s after the meeting, where a vara sat whom the bot knows by name alone, and nobody’s in it', () => {
    const byName = { forfall: [whole], attendance: [{ seatId: 'seat-kari', present: true, vara: { name: 'Eva' } }] };
    expect(by(byName, { at: NOW })).toEqual({});
    expect(by(byName)).toEqual({ 'seat-kari': member });
    expect(by(byName, {}, [vacant as typeof kari])).toEqual({});
  });
});

describe('«Jeg kan likevel»', () => {
  const may = (forfall: Forfall, personId = 'kari', seats = [kari, aSeat('ola')]) =>
    mayTakeBack(meeting({ forfall: [forfall] }), seats, personId);

  test('is for the member whose vara has done nothing yet', () => {
    expect(may(whole)).toBe(true);
    expect(may({ ...whole, calls: [aCall({ actedAt: NOW })] })).toBe(false);
  });

  test('is for nobody else, and not while nobody acts for the seat', () => {
    expect(may(whole, 'ola')).toBe(false);
    expect(may(whole, 'kari', [aSeat('ola')])).toBe(false);
    expect(may({ ...whole, calls: [aCall({ state: 'asked' })] })).toBe(false);
  });

  test('is not for whoever is inhabil in a sak, nor for forfall that was taken back', () => {
    expect(may(inhabil())).toBe(false);
    expect(may({ ...whole, takenBack: true })).toBe(false);
  });
});
