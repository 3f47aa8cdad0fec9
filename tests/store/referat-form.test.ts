import { describe, expect, test } from 'vitest';
import type { Committee } from '../../store/committee/record.ts';
import { MAX_TEXT } from '../../store/referat/record.ts';
import {
  cleanText,
  deadlineOf,
  deadlineProblems,
  isDeadlineMoved,
  proposedDeadline,
  readReferat,
  textOf,
  type Writer,
} from '../../store/referat/rules-form.ts';
import type { TypedReferat } from '../../store/referat/view.ts';
import { aCommittee, aFile, aSeat, DEADLINE, hashOf, NOW } from '../support/records.ts';

const typed: TypedReferat = {
  committeeId: 'committee-1',
  meetingOn: '2026-02-26',
  title: '  Referat   fra møte ',
  summary: ' Kort. ',
  text: '\r\nSak 1\r\nSak 2\r\n',
  deadlineOn: '2026-03-09',
  deadlineTime: '15:00',
};
const file = aFile({ text: 'Sak 1\r\nfra fil' });
const writer = (overrides: Partial<Writer> = {}): Writer => ({
  committees: [aCommittee()],
  personId: 'siv',
  now: NOW,
  hash: hashOf,
  ...overrides,
});
const read = (overrides: Partial<TypedReferat> = {}, who: Partial<Writer> = {}) =>
  readReferat({ ...typed, ...overrides }, writer(who));
const inputOf = (...asked: Parameters<typeof read>) => {
  const said = read(...asked);
  if ('problems' in said) throw new Error(said.problems.join(', '));
  return said.input;
};
const settings = (chosen: Partial<Committee['settings']>) => [aCommittee({ settings: { roundDays: 7, ...chosen } })];

describe('the deadline of a form', () => {
  test('is proposed a round length from today, at 15:00, never on a day off', () => {
    expect(proposedDeadline(7, NOW)).toBe('2026-03-09');
    expect(proposedDeadline(31, NOW)).toBe('2026-04-07');
    expect(deadlineOf({ deadlineOn: '2026-03-09' })).toEqual(DEADLINE);
    expect(deadlineOf({ deadlineOn: ' 2026-03-09 ', deadlineTime: ' 15:00 ' })).toEqual(DEADLINE);
  });

  test('on a day off moves to the next working day, at the time that was typed, and is said to', () => {
    expect(deadlineOf({ deadlineOn: '2026-03-07', deadlineTime: '12:30' })).toEqual(new Date('2026-03-09T11:30:00Z'));
    const daysOff = ['2026-03-07', ' 2026-03-07 ', '2026-04-02'];
    const others = [' 2026-03-09 ', undefined, 'lørdag', '20260307', '9999-12-31'];
    expect([...daysOff, ...others].filter((deadlineOn) => isDeadlineMoved({ deadlineOn }))).toEqual(daysOff);
  });

  test('in Easter week moves to the Tuesday after it, in summer time', () => {
    expect(deadlineOf({ deadlineOn: '2026-04-02' })).toEqual(new Date('2026-04-07T13:00:00Z'));
  });

  test.each([
    {},
    { deadlineOn: 'i morgen' },
    { deadlineOn: '2026-02-30' },
    { deadlineOn: '2026-03-09', deadlineTime: '15' },
    { deadlineOn: '2026-03-09', deadlineTime: '24:00' },
  ])('%o is none', (deadline) => {
    expect(deadlineOf(deadline)).toBeUndefined();
    expect(deadlineProblems(deadline, NOW)).toEqual(['deadline']);
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
        text: { text: 'Sak 1\nSak 2', hash: hashOf('Sak 1\nSak 2') },
        deadline: DEADLINE,
      },
    });
  });

  test('line ends of any kind become plain ones, and days may have spaces around them', () => {
    expect(cleanText('\n a\rb\r\nc\nd \n')).toBe('a\nb\nc\nd');
    expect(inputOf({ meetingOn: ' 2026-02-26 ' }).meetingOn).toBe('2026-02-26');
  });

  test('the text is that of the file when there is one, and the file is named by its own hash', () => {
    const { id, name, sha256, bytes } = file;
    expect(inputOf({ text: 'typed as well' }, { file }).text).toEqual({
      text: 'Sak 1\nfra fil',
      hash: hashOf('Sak 1\nfra fil'),
      file: { id, name, sha256, bytes },
    });
  });

  test('a file in which nothing could be read is not named as the source of what was typed', () => {
    const { text: _none, ...empty } = file;
    expect(textOf('typed', { hash: hashOf, file: empty })).toEqual({ text: 'typed', hash: hashOf('typed') });
  });

  test('the furthest deadline is 90 days off, to the day', () => {
    const tuesday = { now: new Date('2026-03-03T09:00:00Z') };
    expect(read({ deadlineOn: '2026-06-01' }, tuesday)).toHaveProperty('input');
    expect(read({ deadlineOn: '2026-06-02' }, tuesday)).toEqual({ problems: ['deadline-too-far'] });
  });

  test('without a summary, and with a meeting today, it is usable', () => {
    const { summary: _none, ...without } = typed;
    expect(readReferat({ ...without, meetingOn: '2026-03-02' }, writer())).toMatchObject({ input: { summary: '' } });
  });

  test.each([
    ['a committee of others', { committeeId: 'committee-2' }, 'committee'],
    ['no meeting day', { meetingOn: '' }, 'meeting-day'],
    ['a day that does not exist', { meetingOn: '2026-02-30' }, 'meeting-day'],
    ['a day in words', { meetingOn: 'i går' }, 'meeting-day'],
    ['a meeting tomorrow', { meetingOn: '2026-03-03' }, 'meeting-in-future'],
    ['a blank title', { title: '  ' }, 'title'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
    ['a summary of 1001 characters', { summary: 'x'.repeat(1001) }, 'summary'],
    ['no text', { text: ' \n ' }, 'text-missing'],
    ['a text of 200 001 characters', { text: 'x'.repeat(MAX_TEXT + 1) }, 'text-too-long'],
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
    ['a text of 200 000 characters', { text: 'x'.repeat(MAX_TEXT) }],
    ['a deadline in 90 days', { deadlineOn: '2026-05-29' }],
    ['a deadline today', { deadlineOn: '2026-03-02', deadlineTime: '10:01' }],
  ])('%s is accepted', (_what, overrides) => {
    expect(read(overrides)).toHaveProperty('input');
  });

  test('a member without the right role finds the committee refused', () => {
    expect(read({}, { personId: 'kari' })).toEqual({ problems: ['committee'] });
  });

  test('an empty form names every problem at once', () => {
    const all = ['committee', 'meeting-day', 'title', 'text-missing', 'deadline'];
    expect(readReferat({}, writer())).toEqual({ problems: all });
    const [fresh] = settings({});
    expect(readReferat({ committeeId: fresh?.id }, writer({ committees: settings({}) }))).toEqual({
      problems: [...all.slice(1, -1), 'rule', 'asked', 'deadline'],
    });
  });
});

describe('the committee’s choices', () => {
  const fresh = { committees: settings({}) };

  test.each([
    [{ rule: 'everyone', askedGroup: 'voting' }, { kind: 'everyone' }, 'voting'],
    [{ rule: 'majority', askedGroup: 'all' }, { kind: 'majority' }, 'all'],
    [{ rule: 'silent-consent', askedGroup: 'voting' }, { kind: 'silent-consent' }, 'voting'],
    [{ rule: 'consensus', askedGroup: 'voting' }, { kind: 'consensus' }, 'voting'],
    [{ rule: 'consensus', atLeast: ' ', askedGroup: 'voting' }, { kind: 'consensus' }, 'voting'],
    [{ rule: 'consensus', atLeast: ' 2 ', askedGroup: 'voting' }, { kind: 'consensus', atLeast: 2 }, 'voting'],
    [{ rule: 'consensus', atLeast: '3', askedGroup: 'all' }, { kind: 'consensus', atLeast: 3 }, 'all'],
    [{ rule: 'majority', atLeast: '7', askedGroup: 'voting' }, { kind: 'majority' }, 'voting'],
  ])('%o is read', (choice, approvalRule, askedGroup) => {
    expect(inputOf(choice, fresh).choices).toEqual({ approvalRule, askedGroup });
  });

  test.each(['12', '120'])('the number may be as large as a committee: %s', (atLeast) => {
    const seats = Array.from({ length: 160 }, (_, n) => aSeat(`medlem-${n}`));
    const committees = [aCommittee({ seats, settings: { roundDays: 7 } })];
    const { choices } = inputOf({ rule: 'consensus', atLeast, askedGroup: 'voting' }, { committees });
    expect(choices?.approvalRule).toEqual({ kind: 'consensus', atLeast: Number(atLeast) });
  });

  test('once made the form says nothing about them', () => {
    expect(inputOf({ rule: 'majority', askedGroup: 'all' })).not.toHaveProperty('choices');
  });

  test.each([
    ['no rule', { askedGroup: 'voting' }, ['rule']],
    ['a rule that is none', { rule: 'veto', askedGroup: 'voting' }, ['rule']],
    ['nobody to ask', { rule: 'majority' }, ['asked']],
    ['somebody else to ask', { rule: 'majority', askedGroup: 'venner' }, ['asked']],
    ...['0', '-1', '2,5', 'to', '1000', '12 stk'].map(
      (atLeast) =>
        [
          `the number «${atLeast}»`,
          { rule: 'consensus', atLeast, askedGroup: 'voting' },
          ['consensus-number'],
        ] as const,
    ),
  ] as const)('%s is said as that', (_what, choice, problems) => {
    expect(read(choice, fresh)).toEqual({ problems });
  });
});

describe('a number of yeses that can never be met', () => {
  const atLeast = (number: number, askedGroup: 'voting' | 'all' | 'present') => ({
    committees: settings({ approvalRule: { kind: 'consensus', atLeast: number }, askedGroup }),
  });

  test('is said, also when it was chosen in an earlier form', () => {
    expect(read({}, atLeast(2, 'voting'))).toHaveProperty('input');
    expect(read({}, atLeast(3, 'all'))).toHaveProperty('input');
    expect(read({}, atLeast(3, 'voting'))).toEqual({ problems: ['consensus-beyond'] });
    expect(read({ present: 'seat-ola' }, atLeast(2, 'present'))).toEqual({ problems: ['consensus-beyond'] });
  });
});

describe('a text that is only a link', () => {
  test.each(['https://eksempel.no/referat.docx', ' http://eksempel.no ', 'HTTPS://EKSEMPEL.NO/a?b=c#d'])(
    '«%s» is not enough: what lies behind it can change',
    (link) => {
      expect(read({ text: link })).toEqual({ problems: ['text-only-link'] });
    },
  );

  test.each(['Se https://eksempel.no', 'https://eksempel.no og mer', 'ftp://eksempel.no'])('«%s» is a text', (text) => {
    expect(read({ text })).toHaveProperty('input');
  });
});

describe('who was present', () => {
  const committees = settings({ approvalRule: { kind: 'majority' }, askedGroup: 'present' });

  test('the ticked seats that the committee has, in its order', () => {
    expect(inputOf({ present: 'seat-ola, seat-kari,seat-fremmed' }).presentSeatIds).toEqual(['seat-kari', 'seat-ola']);
    expect(inputOf({ present: 'seat-fremmed' })).not.toHaveProperty('presentSeatIds');
    expect(inputOf()).not.toHaveProperty('presentSeatIds');
  });

  test('must be known where only they are asked, also when the form chooses that', () => {
    expect(read({ present: '' }, { committees })).toEqual({ problems: ['presence'] });
    expect(read({ rule: 'majority', askedGroup: 'present' }, { committees: settings({}) })).toEqual({
      problems: ['presence'],
    });
    expect(read({ present: 'seat-ola' }, { committees })).toHaveProperty('input');
  });
});
