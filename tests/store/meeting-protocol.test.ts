import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  type Entry,
  holdMeeting,
  noteBallot,
  noteRound,
  protocolOf,
  recordProtocol,
  unwritten,
} from '../../store/meeting/rules-protocol.ts';
import { aBegunMeeting, aNumberedSak } from '../support/minutes-room.ts';
import { aCommittee, accepted, NOW, REAL_NOW } from '../support/records.ts';

const committee = aCommittee();
const clocks = { now: NOW, realNow: REAL_NOW };
const a = aNumberedSak('a');
const b = aNumberedSak('b');
const fixed = aNumberedSak('fast', { fixed: 'eventuelt' });
const meeting = aBegunMeeting([a, b, fixed]);
const decided: Entry = { outcome: 'vedtak', vedtak: ['Ja.'] };
const record = (of: Meeting, entry: Entry, sak: Parameters<typeof recordProtocol>[2] = a, personId = 'siv') =>
  recordProtocol(of, committee, sak, entry, personId, clocks);
const hold = (of: Meeting, saker = [a, b, fixed], personId = 'siv') =>
  holdMeeting(of, committee, saker, personId, clocks);
const written = () => accepted(record(accepted(record(meeting, decided)), { outcome: 'utsatt', vedtak: [] }, b));
const newsOf = (of: Meeting) => of.outbox.flatMap((effect) => (effect.kind === 'sak-told' ? [effect] : []));

describe('what became of a sak', () => {
  test('is written with who wrote it and when', () => {
    const after = accepted(record(meeting, { ...decided, text: 'Drøftet.' }));
    expect(after.protocol).toEqual([
      { sakId: 'a', outcome: 'vedtak', vedtak: ['Ja.'], text: 'Drøftet.', at: NOW, by: 'siv' },
    ]);
    expect(after.history).toEqual([{ at: NOW, by: 'siv', what: 'protocol-written' }]);
    expect(after.outbox).toEqual([]);
  });

  test('takes the place of what was written before, and nobody else’s', () => {
    const after = accepted(record(written(), { outcome: 'folges-opp', vedtak: ['x'] }));
    expect(after.protocol).toEqual([
      { sakId: 'a', outcome: 'folges-opp', vedtak: [], at: NOW, by: 'siv' },
      { sakId: 'b', outcome: 'utsatt', vedtak: [], at: NOW, by: 'siv' },
    ]);
    expect(after.history.at(-1)).toMatchObject({ what: 'protocol-changed' });
  });

  test('approves referater by a vedtak alone', () => {
    const entry = { ...decided, approves: ['referat-1'] };
    expect(accepted(record(meeting, entry)).protocol).toMatchObject([{ approves: ['referat-1'] }]);
    expect(accepted(record(meeting, { ...entry, outcome: 'ingen' })).protocol[0]).not.toHaveProperty('approves');
    expect(accepted(record(meeting, { ...entry, approves: [] })).protocol[0]).not.toHaveProperty('approves');
  });

  test.each([
    ['somebody who may not', meeting, decided, a, 'kari', 'not-for-you'],
    ['a sak that is not on the agenda', meeting, decided, aNumberedSak('x'), 'siv', 'sak-not-on-agenda'],
    ['a vedtak without words', meeting, { ...decided, vedtak: [] }, a, 'siv', 'vedtak-missing'],
    [
      'one of every meeting put off',
      meeting,
      { outcome: 'utsatt', vedtak: [] } as Entry,
      fixed,
      'siv',
      'fixed-not-postponed',
    ],
    ['a cancelled meeting', { ...meeting, state: 'cancelled' } as Meeting, decided, a, 'siv', 'meeting-cancelled'],
  ])('is not written: %s', (_what, of, entry, sak, personId, refusal) => {
    expect(record(of, entry, sak, personId)).toEqual({ ok: false, refusal });
  });

  test('one of every meeting can lapse', () => {
    expect(record(meeting, { outcome: 'utgikk', vedtak: [] }, fixed).ok).toBe(true);
  });
});

describe('a voting and a round in the protocol', () => {
  const vote = (of: Meeting, ballotId = 'ballot-1') => accepted(noteBallot(of, { sakId: 'a', ballotId }, 'siv', NOW));
  const round = (of: Meeting, roundId = 'round-1') => accepted(noteRound(of, { sakId: 'a', roundId }, 'siv', NOW));

  test('a voting is named before anything is written, which is still to be written', () => {
    const after = vote(meeting);
    expect(after.protocol).toEqual([
      { sakId: 'a', outcome: 'ingen', vedtak: [], open: true, at: NOW, by: 'siv', ballotId: 'ballot-1' },
    ]);
    expect(unwritten(after, [a, b, fixed])).toEqual([a, b]);
    const recorded = accepted(record(after, decided));
    expect(protocolOf(recorded, 'a')).toMatchObject({ outcome: 'vedtak', ballotId: 'ballot-1' });
    expect(protocolOf(recorded, 'a')).not.toHaveProperty('open');
    expect(unwritten(recorded, [a, b, fixed])).toEqual([b]);
  });

  test('a voting keeps what is written, and the newest one counts', () => {
    const after = vote(vote(written()), 'ballot-2');
    expect(protocolOf(after, 'a')).toMatchObject({ outcome: 'vedtak', vedtak: ['Ja.'], ballotId: 'ballot-2' });
    expect(vote(after, 'ballot-2')).toBe(after);
    expect(after.history.at(-1)).toMatchObject({ what: 'voted', by: 'siv' });
  });

  test('a round takes the place of an outcome, and keeps the text', () => {
    const after = round(accepted(record(meeting, { ...decided, text: 'Drøftet.' })));
    expect(protocolOf(after, 'a')).toMatchObject({
      outcome: 'ingen',
      vedtak: [],
      text: 'Drøftet.',
      roundId: 'round-1',
    });
    expect(round(after)).toBe(after);
    expect(after.history.at(-1)).toMatchObject({ what: 'to-round' });
  });

  test('a round makes a sak written, also one that was only voted about', () => {
    expect(unwritten(round(vote(meeting)), [a])).toEqual([]);
    expect(protocolOf(round(meeting), 'a')).toEqual({
      sakId: 'a',
      outcome: 'ingen',
      vedtak: [],
      roundId: 'round-1',
      at: NOW,
      by: 'siv',
    });
    expect(protocolOf(accepted(record(round(meeting), decided)), 'a')).toMatchObject({ roundId: 'round-1' });
  });

  test('a sak on a round hears of its end from the round, unless something else was written since', () => {
    const saker = [a];
    expect(newsOf(accepted(hold(round(meeting), saker)))).toEqual([]);
    const since = accepted(record(round(meeting), decided));
    expect(newsOf(accepted(hold(since, saker)))).toMatchObject([{ sakId: 'a', news: { what: 'decided' } }]);
  });
});

describe('the end of a meeting', () => {
  test('makes it held, among those before and no longer among the coming', () => {
    const held = accepted(hold(written()));
    expect(held).toMatchObject({ state: 'held', heldIn: 'committee-1' });
    expect(held).not.toHaveProperty('comingIn');
    expect(held.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'held' });
  });

  test('tells each sak what became of it: also those of every meeting, of which nothing was written', () => {
    expect(newsOf(accepted(hold(written())))).toMatchObject([
      {
        key: 'sak-told:a:1',
        sakId: 'a',
        news: { what: 'decided', vedtak: ['Ja.'], on: '2026-03-02', meetingId: 'meeting-1', outcome: 'vedtak' },
      },
      { sakId: 'b', news: { what: 'postponed', meetingId: 'meeting-1' } },
      { sakId: 'fast', news: { what: 'decided', vedtak: [], outcome: 'ingen' } },
    ]);
    expect(protocolOf(accepted(hold(written())), 'fast')).toMatchObject({
      outcome: 'ingen',
      vedtak: [],
      by: 'siv',
      at: NOW,
    });
  });

  test('told twice it happens once', () => {
    const held = accepted(hold(written()));
    expect(accepted(hold(held))).toBe(held);
  });

  test('approves the referater that its vedtak approve, in the words of the vedtak', () => {
    const entry: Entry = {
      outcome: 'vedtak',
      vedtak: ['Bekreftes godkjent.', `Publiseres. ${'x'.repeat(1000)}`],
      approves: ['r'],
    };
    const held = accepted(hold(accepted(record(meeting, entry, fixed)), [fixed]));
    const approval = held.outbox.find(({ kind }) => kind === 'referat-approved');
    expect(approval).toMatchObject({
      key: 'referat-approved:r:1',
      referatId: 'r',
      on: '2026-03-02',
      sakId: 'fast',
      by: 'siv',
    });
    expect(approval).toHaveProperty('vedtak', `Bekreftes godkjent. Publiseres. ${'x'.repeat(1000)}`.slice(0, 1000));
  });

  test('a vedtak that is changed afterwards is told at once, under a key of its own', () => {
    const held = accepted(hold(written()));
    const after = accepted(record({ ...held, outbox: [] }, { ...decided, vedtak: ['Nei.'] }));
    expect(newsOf(after)).toMatchObject([{ key: 'sak-told:a:2', news: { vedtak: ['Nei.'] } }]);
  });

  test('a vedtak that is changed before the first one was told is told alone', () => {
    const held = accepted(hold(written()));
    const after = accepted(record(held, { ...decided, vedtak: ['Nei.'] }));
    expect(newsOf(after).filter(({ sakId }) => sakId === 'a')).toMatchObject([{ key: 'sak-told:a:2' }]);
    expect(newsOf(after)).toHaveLength(newsOf(held).length);
  });

  test('waits for what nobody has written, and for whoever may', () => {
    expect(hold(accepted(record(meeting, decided)))).toEqual({ ok: false, refusal: 'saker-unwritten' });
    expect(hold(written(), [a, b], 'kari')).toEqual({ ok: false, refusal: 'not-for-you' });
  });
});
