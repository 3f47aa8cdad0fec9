import { describe, expect, test } from 'vitest';
import { referatSchema } from '../../store/referat/record.ts';
import {
  deadlineOf,
  isDeadlineMoved,
  keepForRound,
  markCirculating,
  markOutcome,
  proposedDeadline,
  readReferat,
  reviseReferat,
} from '../../store/referat/rules.ts';
import { aCommittee, accepted, aReferat, DEADLINE, hashOf, NOW } from '../support/records.ts';

const committees = [aCommittee()];
const typed = {
  committeeId: 'committee-1',
  meetingOn: '2026-02-26',
  title: '  Referat   fra møte ',
  summary: ' Kort. ',
  text: '\r\nSak 1\r\nSak 2\r\n',
  deadlineOn: '2026-03-09',
  deadlineTime: '15:00',
};
const read = (overrides: Record<string, string | undefined> = {}, personId = 'siv', now = NOW) =>
  readReferat({ ...typed, ...overrides } as typeof typed, { committees, personId, now, hash: hashOf });

describe('the deadline of a form', () => {
  test('is proposed a round length from today, at 15:00, never on a day off', () => {
    expect(proposedDeadline(7, NOW)).toBe('2026-03-09');
    expect(proposedDeadline(31, NOW)).toBe('2026-04-07');
    expect(deadlineOf({ deadlineOn: '2026-03-09' })).toEqual(DEADLINE);
    expect(deadlineOf({ deadlineOn: ' 2026-03-09 ', deadlineTime: ' 15:00 ' })).toEqual(DEADLINE);
  });

  test('on a day off moves to the next working day, at the time that was typed, and is said to', () => {
    expect(deadlineOf({ deadlineOn: '2026-03-07', deadlineTime: '12:30' })).toEqual(new Date('2026-03-09T11:30:00Z'));
    expect(isDeadlineMoved({ deadlineOn: '2026-03-07' })).toBe(true);
    expect(isDeadlineMoved({ deadlineOn: ' 2026-03-07 ' })).toBe(true);
    expect(isDeadlineMoved({ deadlineOn: ' 2026-03-09 ' })).toBe(false);
    expect(isDeadlineMoved({})).toBe(false);
    expect(isDeadlineMoved({ deadlineOn: 'lørdag' })).toBe(false);
    expect(isDeadlineMoved({ deadlineOn: '9999-12-31' })).toBe(false);
  });

  test.each([
    {},
    { deadlineOn: 'i morgen' },
    { deadlineOn: '2026-02-30' },
    { deadlineOn: '2026-03-09', deadlineTime: '15' },
    { deadlineOn: '2026-03-09', deadlineTime: '24:00' },
  ])('%o is none', (deadline) => {
    expect(deadlineOf(deadline)).toBeUndefined();
  });
});

describe('readReferat', () => {
  test('gives the text with plain line ends, the title on one line, and its hash', () => {
    expect(read()).toEqual({
      input: {
        committeeId: 'committee-1',
        meetingOn: '2026-02-26',
        title: 'Referat fra møte',
        summary: 'Kort.',
        text: 'Sak 1\nSak 2',
        textHash: hashOf('Sak 1\nSak 2'),
        deadline: DEADLINE,
      },
    });
  });

  test('line ends of any kind become plain ones, and days may have spaces around them', () => {
    expect(read({ text: 'a\rb\r\nc\nd', meetingOn: ' 2026-02-26 ' })).toMatchObject({
      input: { text: 'a\nb\nc\nd', meetingOn: '2026-02-26' },
    });
  });

  test('the furthest deadline is 90 days off, to the day', () => {
    const tuesday = new Date('2026-03-03T09:00:00Z');
    expect(read({ deadlineOn: '2026-06-01' }, 'siv', tuesday)).toHaveProperty('input');
    expect(read({ deadlineOn: '2026-06-02' }, 'siv', tuesday)).toEqual({ problems: ['deadline-too-far'] });
  });

  test('without a summary, and with a meeting today, it is usable', () => {
    expect(read({ summary: undefined, meetingOn: '2026-03-02' })).toMatchObject({ input: { summary: '' } });
  });

  test.each([
    ['no committee', { committeeId: undefined }, 'committee'],
    ['a committee of others', { committeeId: 'committee-2' }, 'committee'],
    ['no meeting day', { meetingOn: '' }, 'meeting-day'],
    ['a day that does not exist', { meetingOn: '2026-02-30' }, 'meeting-day'],
    ['a day in words', { meetingOn: 'i går' }, 'meeting-day'],
    ['a meeting tomorrow', { meetingOn: '2026-03-03' }, 'meeting-in-future'],
    ['a blank title', { title: '  ' }, 'title'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
    ['a summary of 1001 characters', { summary: 'x'.repeat(1001) }, 'summary'],
    ['no text', { text: ' \n ' }, 'text-missing'],
    ['a text of 14 001 characters', { text: 'x'.repeat(14_001) }, 'text-too-long'],
    ['no deadline', { deadlineOn: '' }, 'deadline'],
    ['a deadline that has passed', { deadlineOn: '2026-02-27' }, 'deadline-passed'],
    ['a deadline now', { deadlineOn: '2026-03-02', deadlineTime: '10:00' }, 'deadline-passed'],
    ['a deadline in half a year', { deadlineOn: '2026-09-01' }, 'deadline-too-far'],
    ['a deadline beyond every calendar', { deadlineOn: '9999-12-31' }, 'deadline-too-far'],
    ['a deadline before every calendar', { deadlineOn: '0001-01-01' }, 'deadline-passed'],
  ])('%s is said as that, alone', (_what, overrides, problem) => {
    expect(read(overrides)).toEqual({ problems: [problem] });
  });

  test.each([
    ['a title of 200 characters', { title: 'x'.repeat(200) }],
    ['a summary of 1000 characters', { summary: 'x'.repeat(1000) }],
    ['a text of 14 000 characters', { text: 'x'.repeat(14_000) }],
    ['a deadline in 90 days', { deadlineOn: '2026-05-29' }],
    ['a deadline today', { deadlineOn: '2026-03-02', deadlineTime: '10:01' }],
  ])('%s is accepted', (_what, overrides) => {
    expect(read(overrides)).toHaveProperty('input');
  });

  test('a member without the right role finds the committee refused', () => {
    expect(read({}, 'kari')).toEqual({ problems: ['committee'] });
  });

  test('an empty form names every problem at once', () => {
    const everything = readReferat({}, { committees, personId: 'siv', now: NOW, hash: hashOf });
    expect(everything).toEqual({ problems: ['committee', 'meeting-day', 'title', 'text-missing', 'deadline'] });
  });
});

describe('reviseReferat', () => {
  const { committeeId, meetingOn, title, summary, text, textHash, deadline } = aReferat();
  const input = { committeeId, meetingOn, title, summary, text, textHash, deadline };
  const writer = { committees, personId: 'siv', now: NOW };

  test('gives the draft its new text and the next revision', () => {
    const revised = accepted(reviseReferat(aReferat(), { ...input, text: 'Nytt' }, writer));
    expect(revised).toMatchObject({ text: 'Nytt', revision: 2, state: 'draft', draftIn: 'committee-1' });
    expect(revised.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'rewritten' });
    expect(referatSchema.parse(revised)).toEqual(revised);
  });

  test('the same input again changes nothing', () => {
    const referat = aReferat();
    expect(accepted(reviseReferat(referat, { ...input, deadline: new Date(deadline) }, writer))).toBe(referat);
  });

  test('another deadline alone is a new revision', () => {
    const moved = { ...input, deadline: new Date(deadline.getTime() + 1) };
    expect(accepted(reviseReferat(aReferat(), moved, writer))).toMatchObject({ revision: 2, deadline: moved.deadline });
  });

  test.each([
    ['a text that was sent', aReferat({ state: 'circulating' }), 'siv', 'already-sent'],
    ['a member', aReferat(), 'kari', 'not-for-you'],
    ['a draft of a committee that is not theirs', aReferat({ committeeId: 'committee-2' }), 'siv', 'not-for-you'],
  ] as const)('refuses %s', (_what, referat, personId, refusal) => {
    expect(reviseReferat(referat, { ...input, text: 'Nytt' }, { ...writer, personId })).toEqual({ ok: false, refusal });
  });
});

describe('a draft that a round is being opened about', () => {
  const keep = () => accepted(keepForRound(aReferat(), 1, 'round-1'));
  const { committeeId, meetingOn, title, summary, text, textHash, deadline } = aReferat();
  const input = { committeeId, meetingOn, title, summary, text, textHash, deadline };
  const writer = { committees, personId: 'siv', now: NOW };

  test('is still a draft, and is kept for that round', () => {
    const kept = keep();
    expect(kept).toEqual({ ...aReferat(), roundId: 'round-1' });
    expect(referatSchema.parse(kept)).toEqual(kept);
  });

  test('is rewritten by nobody; the same text again is no rewriting', () => {
    const kept = keep();
    expect(reviseReferat(kept, { ...input, text: 'Nytt' }, writer)).toEqual({ ok: false, refusal: 'already-sent' });
    expect(accepted(reviseReferat(kept, input, writer))).toBe(kept);
  });

  test('is kept once: opening the round again changes nothing, also when it is under way', () => {
    const kept = keep();
    expect(accepted(keepForRound(kept, 1, 'round-1'))).toBe(kept);
    const sent = accepted(markCirculating(kept, 'round-1', NOW));
    expect(accepted(keepForRound(sent, 1, 'round-1'))).toBe(sent);
  });

  test.each([
    ['another text than was previewed', { revision: 2 }, 1, 'round-1', 'changed-since-preview'],
    ['a later text than the one that is kept', { roundId: 'round-1' }, 2, 'round-1', 'already-sent'],
    ['kept for a second round', { roundId: 'round-1' }, 1, 'round-2', 'already-sent'],
    ['what was sent', { state: 'circulating' }, 1, 'round-1', 'already-sent'],
    ['what was approved', { state: 'approved', roundId: 'round-1' }, 1, 'round-2', 'already-sent'],
  ] as const)('is not %s', (_what, overrides, revision, roundId, refusal) => {
    expect(keepForRound(aReferat(overrides), revision, roundId)).toEqual({ ok: false, refusal });
  });
});

describe('what the round tells its referat', () => {
  test('that it was opened: it is a draft no longer', () => {
    const sent = accepted(markCirculating(aReferat(), 'round-1', NOW));
    expect(sent).toMatchObject({ state: 'circulating', roundId: 'round-1' });
    expect(sent).not.toHaveProperty('draftIn');
    expect(sent.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'sent-on-round' });
    expect(markCirculating(sent, 'round-1', NOW)).toEqual({ ok: true, value: sent });
  });

  test.each(['approved', 'undecided'] as const)(
    'that it ended %s, also when the outcome comes first, and twice',
    (decision) => {
      const ended = accepted(markOutcome(aReferat(), 'round-1', decision, NOW));
      expect(ended).toMatchObject({ state: decision, roundId: 'round-1' });
      expect(ended).not.toHaveProperty('draftIn');
      expect(ended.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: decision });
      expect(accepted(markOutcome(ended, 'round-1', decision, NOW))).toBe(ended);
      expect(accepted(markCirculating(ended, 'round-1', NOW))).toBe(ended);
    },
  );
});
