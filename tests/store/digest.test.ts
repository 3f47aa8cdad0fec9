import { describe, expect, test } from 'vitest';
import { type Digest, newDigest } from '../../store/digest/record.ts';
import {
  addWant,
  isAway,
  nextDigest,
  noteSent,
  noteUnsent,
  putBack,
  reachReader,
  sendDigest,
  setAway,
  setRhythm,
  takeOut,
} from '../../store/digest/rules.ts';
import { digestTime, isCommonHoliday } from '../../store/digest/rules-quiet.ts';
import { MAX_DIGEST, type Want } from '../../store/digest/want.ts';
import { accepted, NOW, REAL_NOW, TENANT } from '../support/records.ts';

const at = (time: string) => new Date(time);
const clocks = (now = NOW) => ({ now, realNow: REAL_NOW });
const empty = (changes: Partial<Digest> = {}): Digest => ({ ...newDigest('kari', TENANT), ...changes });
const want = (tiltakId: string, one: Want = 'ask', time = NOW) => ({ tiltakId, want: one, at: time });
const wanting = (...ids: string[]) =>
  ids.reduce((digest, tiltakId) => accepted(addWant(digest, { tiltakId, want: 'ask' }, NOW)), empty());
const sending = (...ids: string[]) => accepted(takeOut(accepted(sendDigest(wanting(...ids), clocks())), 1));
const kinds = ({ outbox }: Digest) => outbox.map(({ kind }) => kind);

describe('nobody hears of tiltak', () => {
  test.each([
    ['2026-07-01', true],
    ['2026-07-31', true],
    ['2026-08-01', false],
    ['2026-06-30', false],
    ['2026-12-21', false],
    ['2026-12-22', true],
    ['2027-01-02', true],
    ['2027-01-03', false],
    // Palm Sunday is 29 March in 2026
    ['2026-03-28', false],
    ['2026-03-29', true],
    ['2026-04-06', true],
    ['2026-04-07', false],
    ['2027-03-20', false],
    ['2027-03-21', true],
    ['2027-03-29', true],
    ['2027-03-30', false],
  ])('on %s: %s', (day, isHoliday) => {
    expect(isCommonHoliday(day)).toBe(isHoliday);
  });

  test.each([
    ['in working hours: now', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'],
    ['at night: in the morning', '2026-03-02T20:00:00Z', '2026-03-03T07:00:00Z'],
    ['on the last evening in June: in August', '2026-06-30T18:00:00Z', '2026-08-03T06:00:00Z'],
    ['on a Friday before Palm Sunday: after Easter', '2026-03-27T17:00:00Z', '2026-04-07T06:00:00Z'],
    ['on 22 December: in January', '2026-12-22T10:00:00Z', '2027-01-04T07:00:00Z'],
    ['on Ascension Day: the day after', '2026-05-14T10:00:00Z', '2026-05-15T06:00:00Z'],
  ])('%s', (_when, now, then) => {
    expect(digestTime(at(now))).toEqual(at(then));
  });
});

describe('the next digest comes', () => {
  test.each<[string, Partial<Digest>, string]>([
    ['at once, when there was none', {}, '2026-03-02T09:00:00Z'],
    ['a week after the last one', { lastAt: at('2026-02-27T12:00:00Z') }, '2026-03-06T07:00:00Z'],
    ['at once when that was long ago', { lastAt: at('2026-02-20T12:00:00Z') }, '2026-03-02T09:00:00Z'],
    [
      'the working day after, to whoever wants that',
      { lastAt: at('2026-03-02T07:00:00Z'), rhythm: 'daily' },
      '2026-03-03T07:00:00Z',
    ],
    ['on Monday after a Friday', { lastAt: at('2026-03-06T07:00:00Z'), rhythm: 'daily' }, '2026-03-09T07:00:00Z'],
    ['on the first day back', { pausedUntil: '2026-03-18' }, '2026-03-18T07:00:00Z'],
    ['on the first working day after that', { pausedUntil: '2026-03-21' }, '2026-03-23T07:00:00Z'],
  ])('%s', (_when, changes, then) => {
    expect(nextDigest(empty(changes), NOW)).toEqual(at(then));
  });
});

describe('what wants to be in a digest', () => {
  test('stands there once, however often it is said', () => {
    const once = wanting('a', 'b');
    expect(accepted(addWant(once, { tiltakId: 'a', want: 'ask', at: NOW }, at('2026-03-05T09:00:00Z')))).toBe(once);
    expect(once.items).toEqual([want('a'), want('b')]);
    expect(once.sendDueAt).toEqual(NOW);
    expect(accepted(addWant(once, { tiltakId: 'a', want: 'silent' }, NOW)).items).toHaveLength(3);
  });

  test('stands there since it was said last: what was answered before that is asked anew', () => {
    const later = at('2026-03-05T09:00:00Z');
    const again = accepted(addWant(wanting('a', 'b'), { tiltakId: 'a', want: 'ask' }, later));
    expect(again.items).toEqual([want('a', 'ask', later), want('b')]);
    expect(accepted(addWant(again, { tiltakId: 'a', want: 'ask', at: NOW }, later))).toBe(again);
  });

  test('stands there since it was said, and not since it was put there: an answer between them is an answer', () => {
    const late = accepted(addWant(empty(), { tiltakId: 'a', want: 'ask', at: NOW }, at('2026-03-02T12:00:00Z')));
    expect(late.items).toEqual([want('a')]);
  });

  test('while one is being written waits for the next', () => {
    const out = sending('a');
    expect(accepted(addWant(out, { tiltakId: 'a', want: 'ask' }, NOW))).toBe(out);
    const later = at('2026-03-02T10:00:00Z');
    expect(accepted(addWant(out, { tiltakId: 'a', want: 'ask' }, later)).items).toEqual([want('a', 'ask', later)]);
    const more = accepted(addWant(out, { tiltakId: 'b', want: 'ask' }, NOW));
    expect(more).not.toHaveProperty('sendDueAt');
    const sent = noteSent(more, 1, { items: [want('a')], earlier: [] }, clocks());
    expect(sent.items).toEqual([want('b')]);
    expect(sent.sendDueAt).toEqual(at('2026-03-09T07:00:00Z'));
  });

  test('has room for no more than anybody can answer', () => {
    const full = empty({ items: Array.from({ length: MAX_DIGEST }, (_, n) => want(`${n}`)) });
    expect(accepted(addWant(full, { tiltakId: 'more', want: 'ask' }, NOW))).toBe(full);
    const news = empty({ items: full.items.map((item) => ({ ...item, want: 'silent' as const })) });
    expect(accepted(addWant(news, { tiltakId: 'more', want: 'silent' }, NOW))).toBe(news);
  });

  test('that comes only once takes the place of a question, which comes back', () => {
    const full = empty({ items: Array.from({ length: MAX_DIGEST }, (_, n) => want(`${n}`)) });
    const { items } = accepted(addWant(full, { tiltakId: 'more', want: 'silent' }, NOW));
    expect(items).toHaveLength(MAX_DIGEST);
    expect(items.slice(-2)).toEqual([want(`${MAX_DIGEST - 2}`), want('more', 'silent')]);
  });
});

describe('a digest', () => {
  test('is sent once, five seconds after its time, and takes along what came meanwhile', () => {
    const due = accepted(sendDigest(wanting('a'), clocks()));
    expect(due).toMatchObject({ sending: 1, emitted: 1 });
    expect(due).not.toHaveProperty('sendDueAt');
    expect(due.outbox).toMatchObject([
      { kind: 'digest-card', number: 1, inWorkingHours: true, dueAt: new Date(REAL_NOW.getTime() + 5000) },
    ]);
    expect(sendDigest(due, clocks())).toEqual({ ok: false, refusal: 'not-due' });
    const more = accepted(addWant(due, { tiltakId: 'b', want: 'ask' }, NOW));
    const out = accepted(takeOut(more, 1));
    expect(out.outgoing).toEqual([want('a'), want('b')]);
    expect(out.items).toEqual([]);
    expect(accepted(takeOut(out, 1))).toBe(out);
    expect(takeOut(out, 2)).toEqual({ ok: false, refusal: 'other-digest' });
  });

  test('that is due while nobody may be contacted waits on', () => {
    const due = { ...wanting('a'), sendDueAt: at('2026-06-30T07:00:00Z') };
    const late = accepted(sendDigest(due, clocks(at('2026-07-05T10:00:00Z'))));
    expect(late.sendDueAt).toEqual(at('2026-08-03T06:00:00Z'));
    expect(kinds(late)).toEqual([]);
    expect(sendDigest(wanting('a'), clocks(at('2026-03-02T08:59:59Z')))).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('that arrived tells the tiltak it asks about, and the next keeps its distance', () => {
    const items = [want('a'), want('b', 'silent')];
    const sent = noteSent(sending('a'), 1, { items, earlier: [want('old')] }, clocks());
    expect(sent).toMatchObject({ sent: { number: 1, at: NOW, items }, earlier: [want('old')], lastAt: NOW });
    expect(sent).not.toHaveProperty('sending');
    expect(sent).not.toHaveProperty('outgoing');
    expect(sent.outbox.at(-1)).toMatchObject({ kind: 'digest-told', number: 1, tiltakIds: ['a'], at: NOW });
    expect(noteSent(sent, 1, { items, earlier: [] }, clocks())).toBe(sent);
  });

  test('in which nothing is wanted any more is none: another may come at once', () => {
    const none = noteSent(sending('a'), 1, { items: [], earlier: [] }, clocks());
    expect(none).not.toHaveProperty('lastAt');
    expect(kinds(none)).toEqual(['digest-card']);
    expect(accepted(addWant(none, { tiltakId: 'b', want: 'ask' }, NOW)).sendDueAt).toEqual(NOW);
  });

  test('in which nothing is wanted any more, and which may have arrived before, keeps the next at a distance', () => {
    const none = noteSent(sending('a'), 1, { items: [], earlier: [], isAgain: true }, clocks());
    expect(none).toMatchObject({ lastAt: NOW });
    expect(accepted(addWant(none, { tiltakId: 'b', want: 'ask' }, NOW)).sendDueAt).toEqual(at('2026-03-09T07:00:00Z'));
  });

  test('of news alone tells no tiltak that it was asked about', () => {
    const sent = noteSent(sending('a'), 1, { items: [want('a', 'unreached')], earlier: [] }, clocks());
    expect(kinds(sent)).toEqual(['digest-card']);
  });

  test('that could not arrive says why to what it asked about; what else it says waits, and the next keeps its distance', () => {
    const out = { ...sending('a'), outgoing: [want('a'), want('b', 'silent')] };
    const unsent = noteUnsent(out, 1, 'blocked', clocks());
    expect(unsent).toMatchObject({ items: [want('b', 'silent')], lastAt: NOW, sendDueAt: at('2026-03-09T07:00:00Z') });
    expect(unsent).not.toHaveProperty('sent');
    expect(unsent.outbox.at(-1)).toMatchObject({ kind: 'digest-told', tiltakIds: ['a'], why: 'blocked' });
    expect(noteUnsent(unsent, 1, 'blocked', clocks())).toBe(unsent);
  });

  test('that did not arrive keeps the next one waiting no longer once its reader can be reached', () => {
    const unsent = noteUnsent(sending('a'), 1, 'not-installed', clocks());
    const evening = at('2026-03-03T20:00:00Z');
    const reached = accepted(reachReader({ ...unsent, items: [want('b', 'silent')] }, evening));
    expect(reached).not.toHaveProperty('lastAt');
    expect(reached.sendDueAt).toEqual(at('2026-03-04T07:00:00Z'));
    expect(
      accepted(addWant(accepted(reachReader(unsent, NOW)), { tiltakId: 'a', want: 'ask' }, NOW)).sendDueAt,
    ).toEqual(NOW);
    expect(reachReader(reached, evening)).toEqual({ ok: false, refusal: 'nothing-lost' });
  });

  test('that arrived keeps the next one at its distance, whoever comes', () => {
    const out = sending('a');
    const sent = noteSent(out, 1, { items: out.outgoing ?? [], earlier: [] }, clocks());
    const nothing = { ok: false, refusal: 'nothing-lost' };
    expect(reachReader(sent, NOW)).toEqual(nothing);
    expect(reachReader(empty(), NOW)).toEqual(nothing);
    const later = { ...sent, lastAt: at('2026-03-09T09:00:00Z') };
    expect(accepted(reachReader(later, at('2026-03-09T10:00:00Z'))).lastAt).toEqual(NOW);
    expect(reachReader({ ...later, sending: 2 }, at('2026-03-09T10:00:00Z'))).toEqual(nothing);
  });

  test('that must not be sent now waits whole', () => {
    const back = putBack({ ...sending('a'), pausedUntil: '2026-03-18', items: [want('b')] }, 1, NOW);
    expect(back).toMatchObject({ items: [want('a'), want('b')], sendDueAt: at('2026-03-18T07:00:00Z') });
    expect(putBack(back, 1, NOW)).toBe(back);
  });
});

describe('somebody chooses', () => {
  test('how often they are asked', () => {
    const daily = accepted(setRhythm({ ...wanting('a'), lastAt: NOW }, 'daily', NOW));
    expect(daily).toMatchObject({ rhythm: 'daily', sendDueAt: at('2026-03-03T07:00:00Z') });
    expect(daily.history).toMatchObject([{ by: 'kari', what: 'rhythm:daily' }]);
    expect(accepted(setRhythm(daily, 'daily', NOW))).toBe(daily);
  });

  test('to be away, and to be back', () => {
    const away = accepted(setAway(wanting('a'), '2026-04-20', NOW));
    expect(away).toMatchObject({ pausedUntil: '2026-04-20', sendDueAt: at('2026-04-20T06:00:00Z') });
    expect([isAway(away, NOW), isAway(away, at('2026-04-20T00:00:00Z')), isAway(empty(), NOW)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(accepted(setAway(away, '2026-04-20', NOW))).toBe(away);
    const back = accepted(setAway(away, undefined, NOW));
    expect(back.sendDueAt).toEqual(NOW);
    expect(back).not.toHaveProperty('pausedUntil');
    expect(back.history.map(({ what }) => what)).toEqual(['away', 'back']);
  });

  test.each([
    ['2026-03-02', 'away-passed'],
    ['2026-06-03', 'away-too-long'],
  ])('not to be away until %s', (until, refusal) => {
    expect(setAway(empty(), until, NOW)).toEqual({ ok: false, refusal });
  });

  test('to be away for three months at the most', () => {
    expect(accepted(setAway(empty(), '2026-06-02', NOW)).pausedUntil).toBe('2026-06-02');
  });
});
