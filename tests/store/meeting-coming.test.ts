import { describe, expect, test } from 'vitest';
import { clashesAt, overlaps } from '../../store/meeting/rules-clash.ts';
import { addComing, carryComing, firstAfter, removeComing, wishComing } from '../../store/meeting/rules-coming.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted } from '../support/records.ts';

const listed = aMeeting({
  coming: [{ title: 'Beredskap' }, { title: 'Rekruttering', wishedMeetingId: 'meeting-1' }, { title: 'Avvik' }],
});
const titles = ({ coming }: { coming: readonly { title: string }[] }) => coming.map(({ title }) => title);
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ title: `Sak ${n}` }));

describe('the list for later', () => {
  test('takes a sak at its end, with the meeting it is wished for', () => {
    const added = accepted(addComing(listed, { title: 'Årsrapport', wishedMeetingId: 'meeting-2' }));
    expect(added.coming.at(-1)).toEqual({ title: 'Årsrapport', wishedMeetingId: 'meeting-2' });
    expect(titles(added)).toHaveLength(4);
  });

  test('has each sak once, with the newest wish', () => {
    const again = accepted(addComing(listed, { title: ' BEREDSKAP', wishedMeetingId: 'meeting-2' }));
    expect(again.coming[0]).toEqual({ title: 'Beredskap', wishedMeetingId: 'meeting-2' });
    expect(titles(again)).toEqual(titles(listed));
    expect(accepted(addComing(listed, { title: 'Beredskap' }))).toBe(listed);
  });

  test('has room for a hundred', () => {
    const full = aMeeting({ coming: many(100) });
    expect(addComing(full, { title: 'Ny' })).toEqual({ ok: false, refusal: 'coming-full' });
    expect(accepted(addComing(full, { title: 'Sak 5', wishedMeetingId: 'x' })).coming).toHaveLength(100);
    expect(accepted(addComing(aMeeting({ coming: many(99) }), { title: 'Ny' })).coming).toHaveLength(100);
  });

  test('loses what is taken away, and nothing else', () => {
    expect(titles(accepted(removeComing(listed, ['avvik ', 'Beredskap'])))).toEqual(['Rekruttering']);
    expect(accepted(removeComing(listed, ['Ukjent']))).toBe(listed);
    expect(accepted(removeComing(listed, []))).toBe(listed);
  });

  test('gets another wish, or none, for those that are chosen', () => {
    const wished = accepted(wishComing(listed, ['beredskap', 'Rekruttering'], 'meeting-2'));
    expect(wished.coming).toEqual([
      { title: 'Beredskap', wishedMeetingId: 'meeting-2' },
      { title: 'Rekruttering', wishedMeetingId: 'meeting-2' },
      { title: 'Avvik' },
    ]);
    expect(accepted(wishComing(listed, ['Rekruttering'], undefined)).coming[1]).toEqual({ title: 'Rekruttering' });
    expect(accepted(wishComing(listed, ['Rekruttering'], 'meeting-1'))).toBe(listed);
    expect(accepted(wishComing(listed, [], 'meeting-2'))).toBe(listed);
  });

  test('goes to the first meeting that begins later, not to one that has begun', () => {
    const at = (id: string, day: string) => aMeeting({ id, startsAt: new Date(`${day}T10:00:00Z`) });
    const meetings = [at('before', '2026-04-01'), at('this', '2026-04-14'), at('after', '2026-05-12')];
    expect(firstAfter(meetings, new Date('2026-04-14T10:00:00Z'))?.id).toBe('after');
    expect(firstAfter(meetings, new Date('2026-04-14T09:59:59Z'))?.id).toBe('this');
    expect(firstAfter(meetings, new Date('2026-05-12T10:00:00Z'))).toBeUndefined();
  });

  test('goes on to the next meeting, each once and first, without the wish for the meeting that is over', () => {
    const next = aMeeting({ id: 'meeting-2', coming: [{ title: 'avvik', wishedMeetingId: 'meeting-3' }] });
    const from = { ...listed, coming: [...listed.coming, { title: 'Plan', wishedMeetingId: 'meeting-2' }] };
    const carried = carryComing(from, next);
    expect(carried.coming).toEqual([
      { title: 'Beredskap' },
      { title: 'Rekruttering' },
      { title: 'Plan', wishedMeetingId: 'meeting-2' },
      { title: 'avvik', wishedMeetingId: 'meeting-3' },
    ]);
    expect(carryComing(from, carried)).toBe(carried);
    expect(carryComing(from, aMeeting({ coming: many(99) })).coming).toHaveLength(100);
  });
});

describe('two meetings', () => {
  const at = (from: string, to: string) => ({
    startsAt: new Date(`2026-04-14T${from}:00Z`),
    endsAt: new Date(`2026-04-14T${to}:00Z`),
  });

  test.each([
    ['12:00', '14:00', true],
    ['13:59', '15:00', true],
    ['11:00', '12:01', true],
    ['12:30', '13:00', true],
    ['11:00', '15:00', true],
    ['14:00', '15:00', false],
    ['11:00', '12:00', false],
  ])('from 12 to 14 and from %s to %s are at the same time: %s', (from, to, expected) => {
    expect(overlaps(at('12:00', '14:00'), at(from, to))).toBe(expected);
    expect(overlaps(at(from, to), at('12:00', '14:00'))).toBe(expected);
  });

  const committee = aCommittee({ people: ['kari', 'ola'] });
  const other = aCommittee({ id: 'committee-2', people: ['ola', 'eva', 'kari'] });
  const strangers = aCommittee({ id: 'committee-3', people: ['eva'] });
  const theirs = aMeeting({ id: 'meeting-2', committeeId: other.id, ...at('13:00', '15:00') });

  test('of two committees collide when they are at the same time and share people', () => {
    expect(clashesAt(at('12:00', '14:00'), committee, [other], [theirs])).toEqual([
      { meeting: theirs, committee: other, people: ['ola', 'kari'] },
    ]);
  });

  test.each([
    ['at another time', { ...theirs, ...at('14:00', '15:00') }],
    ['that is cancelled', { ...theirs, state: 'cancelled' as const }],
    ['of the committee itself', { ...theirs, committeeId: committee.id }],
    ['of a committee of others', { ...theirs, committeeId: strangers.id }],
    ['of a committee that is not known', { ...theirs, committeeId: 'committee-9' }],
  ])('do not collide with one %s', (_what, meeting) => {
    expect(clashesAt(at('12:00', '14:00'), committee, [committee, other, strangers], [meeting])).toEqual([]);
  });
});
