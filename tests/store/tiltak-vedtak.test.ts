import { describe, expect, test } from 'vitest';
import { vedtakIn } from '../../store/meeting/rules-protocol.ts';
import type { DueRead } from '../../store/tiltak/rules-due.ts';
import type { OwnerRead } from '../../store/tiltak/rules-owner.ts';
import { answersFor, dayFor } from '../../store/tiltak/rules-vedtak.ts';
import { NOW } from '../support/records.ts';

describe('who answers for a tiltak of a vedtak', () => {
  const nobody = { chosen: [], known: ['kari', 'ola'] };
  const ref = { kind: 'committee', committeeId: 'fsu' } as const;
  const collective: OwnerRead = { kind: 'collective', parts: [], suggestions: [] };
  const unknown: OwnerRead = { kind: 'unknown', suggestions: [] };

  test('is whoever the owner as written means', () => {
    expect(answersFor({ kind: 'known', ref }, nobody)).toEqual({ ownerRef: ref });
    expect(answersFor({ kind: 'none' }, nobody)).toEqual({});
  });

  test.each([
    ['several', collective, 'owner-several'],
    ['nobody who is known', unknown, 'owner-unknown'],
  ])('is asked back when the owner is %s, until somebody or nobody is chosen', (_what, read, problem) => {
    expect(answersFor(read, nobody)).toEqual({ problem });
    expect(answersFor(read, { ...nobody, chosen: ['none'] })).toEqual({});
    expect(answersFor(read, { ...nobody, chosen: ['kari', 'none'] })).toStrictEqual({ contactIds: ['kari'] });
  });

  test('is nobody who is not known, and each once', () => {
    expect(answersFor(unknown, { ...nobody, chosen: ['stranger'] })).toEqual({ problem: 'owner-unknown' });
    expect(answersFor(unknown, { ...nobody, chosen: ['ola', 'ola', 'stranger'] })).toEqual({ contactIds: ['ola'] });
  });

  test('is whoever was found in Teams as well, and the owner as written is kept', () => {
    const picked = { ...nobody, chosen: ['kari'], pickedId: 'vera' };
    expect(answersFor({ kind: 'known', ref }, picked)).toEqual({ ownerRef: ref, contactIds: ['vera', 'kari'] });
    expect(answersFor({ kind: 'none' }, { ...nobody, pickedId: 'vera' })).toEqual({ contactIds: ['vera'] });
  });

  test('is five people at the most', () => {
    const known = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(answersFor(unknown, { known, chosen: known })).toEqual({ problem: 'too-many-contacts' });
    expect(answersFor(unknown, { known, chosen: known.slice(1) })).toEqual({ contactIds: known.slice(1) });
  });
});

describe('the last day of a tiltak of a vedtak', () => {
  const strict = { asWritten: false };
  const kept = { asWritten: true };

  test('is the day that is meant, or none', () => {
    expect(dayFor({ kind: 'day', on: '2026-04-12' }, strict)).toEqual({ dueOn: '2026-04-12' });
    expect(dayFor({ kind: 'none' }, strict)).toEqual({});
  });

  test('is that of the next meeting where it says so', () => {
    expect(dayFor({ kind: 'next-meeting' }, { ...strict, nextMeetingOn: '2026-04-14' })).toEqual({
      dueOn: '2026-04-14',
    });
    expect(dayFor({ kind: 'next-meeting' }, { ...kept, nextMeetingOn: '2026-04-14' })).toEqual({ dueOn: '2026-04-14' });
  });

  test.each<[string, DueRead, string]>([
    ['a day without a year', { kind: 'unknown', why: 'no-year' }, 'due-no-year'],
    ['words that mean no day', { kind: 'unknown', why: 'not-understood' }, 'due-unknown'],
    ['a day that no calendar has', { kind: 'unknown', why: 'no-day' }, 'due-unknown'],
    ['the next meeting where none is planned', { kind: 'next-meeting' }, 'due-no-meeting'],
  ])('is asked back for %s, and none when it is kept as written', (_what, read, problem) => {
    expect(dayFor(read, strict)).toEqual({ problem });
    expect(dayFor(read, kept)).toEqual({});
    // the next meeting is no guess for anything else
    const known = { ...strict, nextMeetingOn: '2026-04-14' };
    if (read.kind === 'unknown') expect(dayFor(read, known)).toEqual({ problem });
  });
});

describe('a vedtak', () => {
  const item = { sakId: 'a', outcome: 'vedtak' as const, vedtak: ['Ja.'], at: NOW, by: 'siv' };

  test('is what the meeting wrote down', () => {
    const sak = { id: 'a', vedtak: ['Gammelt.'] };
    expect(vedtakIn({ id: 'm', protocol: [item] }, sak)).toEqual({ points: ['Ja.'], decidedBy: 'm' });
    expect(vedtakIn({ id: 'm', protocol: [] }, sak)).toEqual({ points: [], decidedBy: 'm' });
  });

  test('is that of the round which the meeting sent it on, and of no other round', () => {
    const onRound = { ...item, outcome: 'ingen' as const, vedtak: [], roundId: 'r' };
    const sak = { id: 'a', vedtak: ['I runden.'], decidedByRound: 'r' };
    expect(vedtakIn({ id: 'm', protocol: [onRound] }, sak)).toEqual({ points: ['I runden.'], decidedBy: 'r' });
    expect(vedtakIn({ id: 'm', protocol: [onRound] }, { id: 'a', decidedByRound: 'r' }).points).toEqual([]);
    expect(vedtakIn({ id: 'm', protocol: [item] }, sak)).toEqual({ points: ['Ja.'], decidedBy: 'm' });
    expect(vedtakIn({ id: 'm', protocol: [item] }, { id: 'a', vedtak: ['Nei.'] }).decidedBy).toBe('m');
  });
});
