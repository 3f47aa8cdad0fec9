import { describe, expect, test } from 'vitest';
import { newSak, type Sak, type SakStatus } from '../../store/sak/record.ts';
import { tellSak } from '../../store/sak/rules-told.ts';
import { accepted, NOW, REAL_NOW, TENANT } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const news = { what: 'numbered', number: '12/24', meetingId: 'meeting-1' } as const;
const aSak = (status: SakStatus) =>
  newSak({
    id: 'sak-1',
    tenantId: TENANT,
    committeeId: 'committee-1',
    status,
    title: 'Ernæring',
    from: 'UiT',
    proposedBy: 'kari',
    form: 'full',
  });

describe('a sak that is told its number', () => {
  test('stands on the agenda with it, and says since when', () => {
    const told = accepted(tellSak(aSak('accepted'), news, clocks));
    expect(told).toMatchObject({ number: '12/24', meetingId: 'meeting-1', status: 'scheduled' });
    expect(told.history).toEqual([{ at: NOW, by: 'bot', what: 'numbered' }]);
  });

  test('hearing it again changes nothing', () => {
    const told = accepted(tellSak(aSak('accepted'), news, clocks));
    expect(accepted(tellSak(told, news, clocks))).toBe(told);
  });

  test.each(['decided', 'rejected', 'withdrawn'] as const)('one that was %s meanwhile stays so', (status) => {
    expect(accepted(tellSak(aSak(status), news, clocks))).toMatchObject({ number: '12/24', status });
  });

  test('it is not taken from the agenda that it stands on by another meeting', () => {
    const told = accepted(tellSak(aSak('accepted'), news, clocks));
    expect(accepted(tellSak(told, { ...news, meetingId: 'meeting-2' }, clocks))).toBe(told);
  });

  test('a sak that was put off stands on the agenda it comes to next', () => {
    const told = accepted(tellSak(aSak('accepted'), news, clocks));
    const waiting = accepted(tellSak(told, { what: 'postponed', meetingId: 'meeting-1' }, clocks));
    const moved = accepted(tellSak(waiting, { ...news, meetingId: 'meeting-2' }, clocks));
    expect(moved).toMatchObject({ number: '12/24', meetingId: 'meeting-2', status: 'scheduled' });
  });
});

describe('a sak that is told who is inhabil in it', () => {
  const told = (sak: Sak, seatId: string, isRecused: boolean) =>
    accepted(tellSak(sak, { what: 'recused', meetingId: 'meeting-1', seatId, isRecused }, clocks));

  test('keeps the seats until each is taken back, and says since when', () => {
    const both = told(told(aSak('scheduled'), 'seat-a', true), 'seat-b', true);
    expect(both.recusedSeatIds).toEqual(['seat-a', 'seat-b']);
    const one = told(both, 'seat-a', false);
    expect(one.recusedSeatIds).toEqual(['seat-b']);
    const none = told(one, 'seat-b', false);
    expect(none).not.toHaveProperty('recusedSeatIds');
    const lines = [
      ['recused', 'seat-a'],
      ['recused', 'seat-b'],
      ['not-recused', 'seat-a'],
      ['not-recused', 'seat-b'],
    ].map(([what, seatId]) => ({ at: NOW, by: 'bot', what, seatId }));
    expect(none.history).toEqual(lines);
  });

  test('hearing it again changes nothing', () => {
    const sak = told(aSak('decided'), 'seat-a', true);
    expect(told(sak, 'seat-a', true)).toBe(sak);
    expect(told(sak, 'seat-b', false)).toBe(sak);
  });
});
