import { describe, expect, test } from 'vitest';
import { newSak, type SakStatus } from '../../store/sak/record.ts';
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
