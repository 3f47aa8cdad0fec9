import { describe, expect, test } from 'vitest';
import type { Tiltak } from '../../store/tiltak/record.ts';
import {
  askBeforeMeeting,
  askDue,
  askReached,
  type Contacts,
  nextAsk,
  noteAsked,
  noteUnreached,
  silencesOf,
} from '../../store/tiltak/rules-ask.ts';
import { decideProposal } from '../../store/tiltak/rules-decide.ts';
import { handOver } from '../../store/tiltak/rules-hand-over.ts';
import { decideSilent } from '../../store/tiltak/rules-silent.ts';
import { answerStatus, snooze } from '../../store/tiltak/rules-status.ts';
import { ofKari } from '../support/chase.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const at = (day: string, hour = '09') => new Date(`${day}T${hour}:00:00Z`);
const clocks = (now = NOW) => ({ now, realNow: REAL_NOW });
const contacts: Contacts = { askIds: ['kari'], secretariatIds: ['siv'], chairId: 'lise' };
const asked = (tiltak: Tiltak, ...days: string[]) =>
  days.reduce((current, day, n) => accepted(noteAsked(current, 'kari', n + 1, at(day))), tiltak);
const said = (tiltak: Tiltak, day: string, due = {}) =>
  accepted(answerStatus(tiltak, { class: 'in-progress', ...due }, { personId: 'kari', from: 'answer' }, at(day)));
const dayOfNext = (tiltak: Tiltak) => nextAsk(tiltak, NOW)?.toISOString().slice(0, 10);
const outbox = (tiltak: Tiltak) =>
  tiltak.outbox.map((effect) => (effect.kind === 'digest-wants' ? [effect.personId, effect.want] : effect.kind));
const dated = (dueOn: string) => ofKari({ due: dueOn, dueOn });
const called = (one: 'unclear' | 'delete-proposed', tiltak = ofKari(), on = NOW) =>
  accepted(answerStatus(tiltak, { class: one }, { personId: 'kari', from: 'answer' }, on));

describe('a tiltak wants to be asked about', () => {
  test.each<[string, () => Tiltak, string | undefined]>([
    ['the day after its last day', () => dated('2026-06-30'), '2026-07-01'],
    ['at once when its last day was over as it came', () => dated('2025-12-31'), '2026-01-01'],
    ['a quarter after it came, where it has no date', () => ofKari(), '2026-06-01'],
    ['a week after a question that nobody answered', () => asked(dated('2026-02-28'), '2026-03-02'), '2026-03-09'],
    [
      'a week after an answer, though its last day passes in it',
      () => said(dated('2026-03-03'), '2026-03-02'),
      '2026-03-09',
    ],
    ['a quarter after an answer that gave no new date', () => said(dated('2026-02-28'), '2026-03-02'), '2026-06-01'],
    [
      'after the new date that was given',
      () => said(dated('2026-02-28'), '2026-03-02', { due: '12.04.26', dueOn: '2026-04-12' }),
      '2026-04-13',
    ],
    [
      'after its last day, though it was asked about before that',
      () => said(asked(dated('2026-04-12'), '2026-03-02'), '2026-03-03'),
      '2026-04-13',
    ],
    ['when whoever put it off has said', () => accepted(snooze(dated('2026-02-28'), 'kari', NOW)), '2026-04-01'],
    ['never while nobody owns it', () => ofKari({ contactIds: [], dueOn: '2026-02-28' }), undefined],
    [
      'never once it is done',
      () => accepted(answerStatus(ofKari(), { class: 'done' }, { personId: 'kari', from: 'answer' }, NOW)),
      undefined,
    ],
    ['never while the committee has to clarify it', () => called('unclear', dated('2026-02-28')), undefined],
    ['never while the committee has to delete it or not', () => called('delete-proposed'), undefined],
    [
      'as before when the committee has decided to keep it',
      () => accepted(decideProposal(called('unclear'), { what: 'keep', text: '' }, { personId: 'siv', now: NOW })),
      '2026-06-01',
    ],
    [
      'a quarter after the last question, once the secretariat knows of the silence',
      () => ({
        ...asked(dated('2026-02-28'), '2026-03-02', '2026-03-09', '2026-03-16'),
        silentToldAt: at('2026-03-23'),
      }),
      '2026-06-15',
    ],
    [
      'after a last day to come, though the secretariat knows of a silence',
      () => ({
        ...asked(dated('2026-04-30'), '2026-03-02', '2026-03-09', '2026-03-16'),
        silentToldAt: at('2026-03-23'),
      }),
      '2026-05-01',
    ],
  ])('%s', (_when, tiltak, day) => {
    expect(dayOfNext(tiltak())).toBe(day);
  });

  test('in the morning, in Oslo', () => {
    expect(nextAsk(dated('2026-06-30'), NOW)).toEqual(at('2026-07-01', '06'));
  });
});

describe('when its time has come', () => {
  test('it is put into the digest of everybody who is named, and comes back in a week should that come to nothing', () => {
    const due = accepted(askDue(dated('2026-02-28'), { ...contacts, askIds: ['kari', 'ola'] }, clocks()));
    expect(outbox(due)).toEqual([
      ['kari', 'ask'],
      ['ola', 'ask'],
    ]);
    expect(due.askDueAt).toEqual(at('2026-03-09', '07'));
    expect(askDue(due, contacts, clocks())).toEqual({ ok: false, refusal: 'not-due' });
  });

  test('and nobody can be asked, it waits for a week', () => {
    const due = accepted(askDue(dated('2026-02-28'), { ...contacts, askIds: [] }, clocks()));
    expect(outbox(due)).toEqual([]);
    expect(due.askDueAt).toEqual(at('2026-03-09', '07'));
  });

  test('and its committee is closed, it waits for a quarter', () => {
    const due = accepted(askDue(dated('2026-02-28'), { ...contacts, isClosed: true }, clocks()));
    expect(outbox(due)).toEqual([]);
    expect(due.askDueAt).toEqual(at('2026-06-01', '06'));
  });

  test('and it was closed itself, it is never asked about', () => {
    const due = accepted(askDue({ ...dated('2026-02-28'), state: 'closed' }, contacts, clocks()));
    expect(due).not.toHaveProperty('askDueAt');
    expect(outbox(due)).toEqual([]);
  });

  test('for the fourth time, the secretariat is told instead, once', () => {
    const silent = asked(dated('2026-02-28'), '2026-03-02', '2026-03-09', '2026-03-16');
    const told = accepted(askDue(silent, contacts, clocks(at('2026-03-23'))));
    expect(outbox(told)).toEqual([['siv', 'silent']]);
    expect(told.history.at(-1)).toMatchObject({ by: 'bot', what: 'silent' });
    const later = accepted(askDue({ ...told, outbox: [] }, contacts, clocks(at('2026-06-15'))));
    expect(outbox(later)).toEqual([['kari', 'ask']]);
    const again = accepted(
      askDue(
        asked({ ...later, outbox: [] }, '2026-06-15', '2026-06-22', '2026-06-29'),
        contacts,
        clocks(at('2026-12-15')),
      ),
    );
    expect(outbox(again)).toEqual([['kari', 'ask']]);
  });

  test('after two others were asked, each of them has three questions of their own', () => {
    const both = {
      ...ofKari(),
      asks: ['kari', 'ola', 'kari', 'ola', 'ola'].map((personId, n) => ({ personId, digest: n + 1, at: NOW })),
    };
    expect(silencesOf(both)).toBe(3);
    expect(silencesOf({ asks: both.asks.slice(0, 4) })).toBe(2);
    expect(silencesOf({ asks: [] })).toBe(0);
  });

  test('and it is another’s by now, who has not been asked, they are asked', () => {
    const silent = { ...asked(ofKari(), '2026-03-02', '2026-03-09', '2026-03-16'), askDueAt: NOW };
    expect(outbox(accepted(askDue(silent, { ...contacts, askIds: ['ola'] }, clocks())))).toEqual([['ola', 'ask']]);
  });

  test('and the secretariat is who was silent, the chair is told; nobody is where there is none', () => {
    const silent = asked(ofKari(), '2026-03-02', '2026-03-09', '2026-03-16');
    const due = { ...silent, askDueAt: NOW };
    expect(outbox(accepted(askDue(due, { ...contacts, secretariatIds: ['kari'] }, clocks())))).toEqual([
      ['lise', 'silent'],
    ]);
    expect(outbox(accepted(askDue(due, { askIds: ['kari'], secretariatIds: [] }, clocks())))).toEqual([]);
    expect(outbox(accepted(askDue(due, { ...contacts, secretariatIds: ['kari'], chairId: 'kari' }, clocks())))).toEqual(
      [],
    );
  });
});

describe('a question', () => {
  test('is counted once for each digest and person, however often it is told', () => {
    const once = asked(ofKari(), '2026-03-02');
    expect(accepted(noteAsked(once, 'kari', 1, at('2026-03-02')))).toBe(once);
    expect(accepted(noteAsked(once, 'ola', 1, at('2026-03-02'))).asks).toHaveLength(2);
  });

  test('that was answered while it was on its way is not counted', () => {
    const answered = said(ofKari(), '2026-03-03');
    expect(accepted(noteAsked(answered, 'kari', 1, at('2026-03-02')))).toBe(answered);
    const later = accepted(snooze(ofKari(), 'kari', at('2026-03-02')));
    expect(accepted(noteAsked(later, 'kari', 1, at('2026-03-02')))).toBe(later);
  });

  test('that was given to another while it was on its way is not counted, and they are asked at once', () => {
    const given = { by: 'kari', to: 'ola', isTheirs: true, contacts };
    const handed = accepted(handOver(ofKari(), given, clocks(at('2026-03-03'))));
    expect(accepted(noteAsked(handed, 'kari', 1, at('2026-03-02')))).toBe(handed);
    expect(accepted(noteAsked(handed, 'ola', 1, at('2026-03-04'))).asks).toHaveLength(1);
  });

  test('that could not be delivered is asked anew when they can be reached, and nobody is told otherwise', () => {
    const contacts = { askIds: ['kari'], secretariatIds: ['siv'] };
    const why = { personId: 'kari', why: 'not-installed', contacts } as const;
    const lost = { ...accepted(noteUnreached(ofKari(), why, clocks())), outbox: [] };
    const asked = accepted(askReached(lost, 'kari', clocks()));
    expect(asked).not.toHaveProperty('unreached');
    expect(asked.outbox).toMatchObject([{ kind: 'digest-wants', personId: 'kari', want: 'ask', at: NOW }]);
    const refused = { ok: false, refusal: 'nothing-to-ask' };
    expect(askReached(asked, 'kari', clocks())).toEqual(refused);
    expect(askReached(lost, 'ola', clocks())).toEqual(refused);
    expect(askReached({ ...lost, state: 'closed' }, 'kari', clocks())).toEqual(refused);
  });

  test('that reaches one of two and never the other is told of once, not each week', () => {
    const two = ofKari({ contactIds: ['kari', 'ola'] });
    const why = { personId: 'kari', why: 'blocked', contacts: { ...contacts, askIds: ['kari', 'ola'] } } as const;
    const first = accepted(noteUnreached(two, why, clocks()));
    const reached = accepted(noteAsked(first, 'ola', 1, NOW));
    expect(reached.unreached).toMatchObject({ personId: 'kari' });
    expect(accepted(noteUnreached(reached, why, clocks(at('2026-03-09'))))).toBe(reached);
    expect(accepted(noteUnreached(reached, { ...why, personId: 'ola' }, clocks(at('2026-03-09'))))).toBe(reached);
    expect(accepted(noteAsked(reached, 'kari', 1, at('2026-03-16')))).not.toHaveProperty('unreached');
  });

  test('that did not arrive is no silence: the secretariat hears of it once', () => {
    const why = { personId: 'kari', why: 'blocked', contacts } as const;
    const noted = accepted(noteUnreached(ofKari(), why, clocks()));
    expect(outbox(noted)).toEqual([['siv', 'unreached']]);
    expect(noted).toMatchObject({ asks: [], unreached: { personId: 'kari', why: 'blocked', at: NOW } });
    expect(accepted(noteUnreached(noted, why, clocks()))).toBe(noted);
    const reached = accepted(noteAsked(noted, 'kari', 2, NOW));
    expect(reached).not.toHaveProperty('unreached');
    // it is another's by now
    const other = ofKari({ contactIds: ['ola'] });
    expect(accepted(noteUnreached(other, { ...why, contacts: { ...contacts, askIds: ['ola'] } }, clocks()))).toBe(
      other,
    );
  });
});

describe('three weeks before a meeting', () => {
  const ask = (tiltak: Tiltak, meetingOn = '2026-03-23') => accepted(askBeforeMeeting(tiltak, meetingOn, NOW)).askDueAt;

  test.each<[string, () => Tiltak, string | undefined]>([
    ['now', () => ofKari(), '2026-03-02'],
    ['a week after an answer of last week', () => said(ofKari(), '2026-02-27'), '2026-03-06'],
    ['a week after a question of last week', () => asked(ofKari(), '2026-02-27'), '2026-03-06'],
    ['when it is due anyway, and not later', () => dated('2026-02-01'), '2026-02-02'],
  ])('it is asked about %s', (_when, tiltak, day) => {
    expect(ask(tiltak())?.toISOString().slice(0, 10)).toBe(day);
  });

  test.each<[string, () => Tiltak]>([
    ['what was put off', () => accepted(snooze(ofKari(), 'kari', NOW))],
    ['what was answered in these three weeks', () => said(ofKari(), '2026-03-02')],
    [
      'what is done',
      () => accepted(answerStatus(ofKari(), { class: 'done' }, { personId: 'kari', from: 'answer' }, NOW)),
    ],
    ['what nobody owns', () => ofKari({ contactIds: [] })],
    ['what waits for the committee to decide', () => called('unclear', ofKari(), at('2026-02-01'))],
    [
      'what was asked about so late that a week later is no earlier than the meeting',
      () => asked(ofKari(), '2026-03-01'),
    ],
  ])('%s is left as it is', (what, tiltak) => {
    const before = tiltak();
    const on = what.includes('no earlier') ? '2026-03-08' : '2026-03-23';
    expect(accepted(askBeforeMeeting(before, on, NOW))).toBe(before);
  });
});

describe('the secretariat decides of a silence', () => {
  const silent = (): Tiltak => ({ ...asked(ofKari(), '2026-03-02'), silentToldAt: NOW });
  const by = { by: 'siv', chairId: 'lise' };

  test('once; the same again changes nothing, and anything else comes too late', () => {
    const told = accepted(decideSilent(silent(), 'leader', by, clocks()));
    expect(outbox(told)).toEqual([['lise', 'leader']]);
    expect(accepted(decideSilent(told, 'leader', by, clocks()))).toBe(told);
    expect(decideSilent(told, 'leave', by, clocks())).toEqual({ ok: false, refusal: 'silence-decided' });
    const left = accepted(decideSilent(silent(), 'leave', by, clocks()));
    expect(outbox(left)).toEqual([]);
    expect(left.history.at(-1)?.what).toBe('silent-leave');
  });

  test.each([
    ['after it was answered', () => decideSilent(said(silent(), '2026-03-03'), 'leader', by, clocks()), 'silence-over'],
    [
      'for a leader who is not there',
      () => decideSilent(silent(), 'leader', { ...by, chairId: undefined }, clocks()),
      'no-leader',
    ],
  ])('not %s', (_when, decide, refusal) => {
    expect(decide()).toEqual({ ok: false, refusal });
  });
});
