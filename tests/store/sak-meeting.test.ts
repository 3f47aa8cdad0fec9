import { describe, expect, test } from 'vitest';
import type { SakNews } from '../../store/effect.ts';
import type { Sak } from '../../store/sak/record.ts';
import { recuseSeats } from '../../store/sak/rules-recuse.ts';
import { tellSak } from '../../store/sak/rules-told.ts';
import { aNumberedSak } from '../support/minutes-room.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const committee = aCommittee();
const sak = aNumberedSak('a', { wishedMeetingId: 'meeting-1' });
const decided: SakNews = {
  what: 'decided',
  vedtak: ['Ja.'],
  on: '2026-03-02',
  meetingId: 'meeting-1',
  outcome: 'vedtak',
};
const postponed: SakNews = { what: 'postponed', meetingId: 'meeting-1' };
const told = (of: Sak, news: SakNews) => accepted(tellSak(of, news, clocks));

describe('a sak that a meeting has dealt with', () => {
  test('is decided, with the words of its vedtak, and waits for nothing', () => {
    const after = told(sak, decided);
    expect(after).toMatchObject({
      status: 'decided',
      vedtak: ['Ja.'],
      decidedOn: '2026-03-02',
      outcome: 'vedtak',
      meetingId: 'meeting-1',
      number: '05/26',
    });
    expect(after).not.toHaveProperty('openIn');
    expect(after.history.at(-1)).toMatchObject({ at: NOW, what: 'decided' });
  });

  test('hearing it again changes nothing', () => {
    const after = told(sak, decided);
    expect(told(after, decided)).toBe(after);
  });

  test('is decided when that is corrected, unless it came to another agenda or was decided in a round', () => {
    const after = told(sak, postponed);
    const corrected = told(after, decided);
    expect(corrected).toMatchObject({ status: 'decided', vedtak: ['Ja.'], meetingId: 'meeting-1' });
    for (const field of ['postponed', 'postponedFrom', 'openIn']) expect(corrected).not.toHaveProperty(field);
    expect(told(corrected, postponed)).toMatchObject({ status: 'accepted', postponed: 1 });
    const elsewhere = { ...after, meetingId: 'meeting-2' };
    expect(told(elsewhere, decided)).toBe(elsewhere);
    expect(told(after, { ...decided, meetingId: 'meeting-0' })).toBe(after);
    for (const gone of [{ decidedByRound: 'round_a_1' }, { status: 'withdrawn' as const }])
      expect(told({ ...after, ...gone }, decided)).toEqual({ ...after, ...gone });
    expect(told({ ...after, postponed: 2 }, decided).postponed).toBe(1);
  });

  test.each([
    ['other words', { vedtak: ['Nei.'] }],
    ['another day', { on: '2026-03-03' }],
    ['another outcome', { vedtak: ['Ja.'], outcome: 'ingen' as const }],
  ])('with %s hears of it', (_what, changes) => {
    const after = told(told(sak, decided), { ...decided, ...changes });
    expect(after).toMatchObject({ ...('vedtak' in changes && { vedtak: changes.vedtak }) });
    expect(after.history).toHaveLength(sak.history.length + 2);
  });

  test('an outcome that is not told is none', () => {
    const { outcome: _outcome, ...bare } = decided;
    expect(told(told(sak, decided), { ...bare, vedtak: ['Nei.'] })).not.toHaveProperty('outcome');
  });
});

describe('a sak that a meeting has put off', () => {
  test('waits for an agenda again, and for no particular one', () => {
    const after = told(sak, postponed);
    expect(after).toMatchObject({ status: 'accepted', openIn: 'committee-1', postponed: 1, number: '05/26' });
    expect(after).not.toHaveProperty('meetingId');
    expect(after).not.toHaveProperty('wishedMeetingId');
    expect(after.history.at(-1)).toMatchObject({ what: 'postponed' });
  });

  test('hearing it again changes nothing', () => {
    const after = told(sak, postponed);
    expect(told(after, postponed)).toBe(after);
  });

  test('does not stand there again when its number is told late', () => {
    const after = told(sak, postponed);
    expect(told(after, { what: 'numbered', number: '05/26', meetingId: 'meeting-1' })).toBe(after);
    const next = told(after, { what: 'numbered', number: '05/26', meetingId: 'meeting-2' });
    expect(next).toMatchObject({ status: 'scheduled', meetingId: 'meeting-2' });
  });

  test('counts how often, and forgets a vedtak that was a mistake', () => {
    const after = told(told({ ...sak, postponed: 1 }, decided), postponed);
    expect(after.postponed).toBe(2);
    for (const field of ['vedtak', 'decidedOn', 'outcome']) expect(after).not.toHaveProperty(field);
  });
});

describe('what a meeting says in vain', () => {
  test.each(['rejected', 'withdrawn'] as const)('to a sak that was %s', (status) => {
    const gone = { ...sak, status };
    expect(told(gone, decided)).toBe(gone);
    expect(told(gone, postponed)).toBe(gone);
  });

  test('to a sak that a round has decided, when it puts it off or is cancelled', () => {
    const inRound = { ...sak, status: 'decided' as const, vedtak: ['Ja.'], decidedByRound: 'round_a_1' };
    expect(told(inRound, postponed)).toBe(inRound);
  });

  test('to a sak that stands on another agenda', () => {
    const moved = { ...sak, meetingId: 'meeting-2' };
    expect(told(moved, decided)).toBe(moved);
  });
});

describe('inhabile seats', () => {
  const recuse = (of: Sak, seatIds: readonly string[], personId = 'siv') =>
    recuseSeats(of, committee, seatIds, personId, NOW);

  test('are those that were ticked, and each change is noted for its seat', () => {
    const marked = accepted(recuse(sak, ['seat-kari', 'seat-ola', 'unknown']));
    expect(marked.recusedSeatIds).toEqual(['seat-kari', 'seat-ola']);
    const other = accepted(recuse(marked, ['seat-ola', 'seat-per']));
    expect(other.recusedSeatIds).toEqual(['seat-ola', 'seat-per']);
    expect(other.history.slice(marked.history.length)).toEqual([
      { at: NOW, by: 'siv', what: 'not-recused', seatId: 'seat-kari' },
      { at: NOW, by: 'siv', what: 'recused', seatId: 'seat-per' },
    ]);
  });

  test('ticked again change nothing, and none is none', () => {
    const marked = accepted(recuse(sak, ['seat-kari']));
    expect(accepted(recuse(marked, ['seat-kari']))).toBe(marked);
    expect(accepted(recuse(marked, []))).not.toHaveProperty('recusedSeatIds');
    expect(accepted(recuse(sak, []))).toBe(sak);
  });

  test('are marked by the secretariat and the chair of the committee', () => {
    expect(recuse(sak, ['seat-kari'], 'kari')).toEqual({ ok: false, refusal: 'not-for-you' });
    expect(recuse({ ...sak, committeeId: 'other' }, ['seat-kari'])).toEqual({ ok: false, refusal: 'not-for-you' });
    expect(recuse(sak, ['seat-kari'], 'lise').ok).toBe(true);
  });
});
