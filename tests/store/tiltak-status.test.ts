import { describe, expect, test } from 'vitest';
import type { Tiltak } from '../../store/tiltak/record.ts';
import {
  answerStatus,
  type SaidBy,
  type StatusInput,
  saidSince,
  snooze,
  withDue,
} from '../../store/tiltak/rules-status.ts';
import { ofKari } from '../support/chase.ts';
import { accepted, NOW } from '../support/records.ts';

const kari: SaidBy = { personId: 'kari', from: 'answer' };
const later = (ms: number) => new Date(NOW.getTime() + ms);
const say = (tiltak: Tiltak, input: StatusInput, by = kari, now = NOW) =>
  accepted(answerStatus(tiltak, input, by, now));

describe('what is said of a tiltak', () => {
  test('leaves it open in its committee, until it is done', () => {
    const { openIn: _none, ...lost } = ofKari();
    expect(say(lost, { class: 'delayed' }).openIn).toBe('committee-1');
    const finished = say(ofKari(), { class: 'done' });
    expect(finished).not.toHaveProperty('openIn');
    expect(say(finished, { class: 'in-progress' }, { ...kari, seen: 1 }).openIn).toBe('committee-1');
  });

  test('stands in its history, prose alone too', () => {
    const prose = say(ofKari(), { text: 'Vi er i gang.' });
    expect(prose.history.at(-1)).toMatchObject({ at: NOW, by: 'kari', what: 'status:prose' });
    expect(say(ofKari(), { class: 'delayed' }).history.at(-1)).toMatchObject({ what: 'status:delayed' });
  });

  test('is said again a minute later, and counts as the same until then', () => {
    const once = say(ofKari(), { class: 'delayed' });
    expect(say(once, { class: 'delayed' }, kari, later(60_000))).toBe(once);
    expect(say(once, { class: 'delayed' }, kari, later(60_001)).statuses).toHaveLength(2);
    expect(say(once, { class: 'delayed' }, { ...kari, seen: 0 }, later(3_600_000))).toBe(once);
  });
});

describe('a new last day', () => {
  const dated: Tiltak = { ...ofKari(), due: '2026', dueOn: '2026-12-31' };
  const on = (tiltak: Tiltak, due: string, dueOn?: string) => withDue(tiltak, { due, dueOn }, 'kari', NOW);

  test('is none where it says the same', () => {
    expect(on(dated, '2026', '2026-12-31')).toBe(dated);
    const undated = ofKari();
    expect(on(undated, '')).toBe(undated);
  });

  test('is noted with what it was, when either the words or the day are others', () => {
    expect(on(dated, 'utgangen av 2026', '2026-12-31')).toMatchObject({ due: 'utgangen av 2026', dueOn: '2026-12-31' });
    expect(on(dated, '2026', '2026-12-30').history.at(-1)).toMatchObject({ what: 'due', was: '2026', by: 'kari' });
    expect(on(ofKari(), '2027', '2027-12-31').history.at(-1)).toMatchObject({ what: 'due', was: '' });
    const gone = on(dated, '');
    expect(gone).not.toHaveProperty('due');
    expect(gone).not.toHaveProperty('dueOn');
  });
});

describe('a proposal', () => {
  const open = { kind: 'clarify', at: NOW, by: 'ola' } as const;
  const decided = {
    ...open,
    decided: { what: 'keep', at: NOW, by: 'siv', meetingId: 'meeting-1' },
  } as Tiltak['proposal'];
  const with_ = (proposal: Tiltak['proposal'], input: StatusInput) => say({ ...ofKari(), proposal }, input).proposal;

  test('stays with whoever made it while it is undecided, and is made anew after that', () => {
    expect(with_(open, { class: 'unclear' })).toEqual(open);
    expect(with_(decided, { class: 'unclear' })).toEqual({ kind: 'clarify', at: NOW, by: 'kari' });
    expect(with_(open, { class: 'delete-proposed' })).toEqual({ kind: 'delete', at: NOW, by: 'kari' });
  });

  test('is taken back by another class while it is undecided; prose takes nothing back', () => {
    expect(with_(open, { class: 'in-progress' })).toBeUndefined();
    expect(with_(open, { text: 'Mer senere' })).toEqual(open);
    expect(with_(decided, { class: 'in-progress' })).toEqual(decided);
    expect(with_(undefined, { class: 'in-progress' })).toBeUndefined();
  });
});

describe('«Spør meg om en måned»', () => {
  test('is noted once a day', () => {
    const once = accepted(snooze(ofKari(), 'kari', NOW));
    expect(once.history.at(-1)).toMatchObject({ at: NOW, by: 'kari', what: 'snoozed' });
    expect(accepted(snooze(once, 'kari', later(60_000)))).toBe(once);
  });
});

test('what was said since is told to whoever has seen less, and to nobody else', () => {
  const once = say(ofKari(), { class: 'delayed' });
  expect(saidSince(once, 0)).toBe(once.statuses[0]);
  expect(saidSince(once, 1)).toBeUndefined();
  expect(saidSince(once, undefined)).toBeUndefined();
});
