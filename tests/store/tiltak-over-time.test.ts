import { describe, expect, test } from 'vitest';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import {
  countedWith,
  dayAfter,
  emptyAtFirst,
  monthsUntil,
  standingBefore,
} from '../../store/tiltak/rules-over-time.ts';

const JANUARY = new Date('2026-01-31T23:00:00Z');
const FEBRUARY = new Date('2026-02-28T23:00:00Z');
const MARCH = new Date('2026-03-31T22:00:00Z');
const ENDS = [JANUARY, FEBRUARY, MARCH];

/** Made on the 10th of January, and then what is said here. */
function made(changes: Partial<Pick<Tiltak, 'statuses' | 'history'>> = {}): Tiltak {
  const tiltak = newTiltak({ id: 'a', tenantId: 't', committeeId: 'c', text: 'Hent tall' });
  const { history = [], statuses = [] } = changes;
  return { ...tiltak, statuses, history: [did('imported', '2026-01-10'), ...history] };
}
const did = (what: string, on: string) => ({ what, at: new Date(`${on}T12:00:00Z`), by: 'siv' });
const said = (name: Tiltak['statuses'][number]['class'], on: string) => ({
  class: name,
  at: new Date(`${on}T12:00:00Z`),
  by: 'kari',
  from: 'answer' as const,
});
const stood = (tiltak: Tiltak) => ENDS.map((end) => standingBefore(tiltak, end));

describe('where a tiltak stood at the end of a month', () => {
  test('is what was said of it last before then, and nothing when nothing was said', () => {
    const tiltak = made({ statuses: [said('delayed', '2026-02-03'), said('done', '2026-03-20')] });
    expect(stood(tiltak)).toEqual(['none', 'delayed', 'done']);
  });

  test('is prose where no class was given', () => {
    expect(stood(made({ statuses: [said(undefined, '2026-02-03')] }))).toEqual(['none', 'prose', 'prose']);
  });

  test('follows the last of several in one month, and goes back when somebody takes it back', () => {
    const tiltak = made({
      statuses: [said('done', '2026-01-12'), said('in-progress', '2026-01-20'), said('unclear', '2026-03-01')],
    });
    expect(stood(tiltak)).toEqual(['in-progress', 'in-progress', 'unclear']);
  });

  test('is nowhere before it was made', () => {
    const tiltak = { ...made(), history: [did('added', '2026-02-10')] };
    expect(stood(tiltak)).toEqual([undefined, 'none', 'none']);
  });

  test('belongs to the month that begins, when it happened as the month began', () => {
    const tiltak = { ...made({ statuses: [{ ...said('done', '2026-02-01'), at: JANUARY }] }) };
    expect(stood(tiltak)[0]).toBe('none');
    expect(stood({ ...made(), history: [{ ...did('added', '2026-02-01'), at: JANUARY }] })[0]).toBeUndefined();
    expect(stood(made({ history: [{ ...did('closed', '2026-02-01'), at: JANUARY }] }))[0]).toBe('none');
  });

  test.each(['closed', 'proposal:delete'])('is nowhere from when it was taken out: %s', (what) => {
    const tiltak = made({ statuses: [said('unclear', '2026-01-12')], history: [did(what, '2026-02-10')] });
    expect(stood(tiltak)).toEqual(['unclear', undefined, undefined]);
  });

  test.each(['reopened', 'proposal:keep', 'proposal:clarify'])(
    'is there again from when it was taken in: %s',
    (what) => {
      const tiltak = made({
        history: [did('closed', '2026-01-20'), did('due', '2026-01-21'), did(what, '2026-02-10')],
      });
      expect(stood(tiltak)).toEqual([undefined, 'none', 'none']);
    },
  );

  test('is known where nothing says when it was made', () => {
    expect(stood({ ...made(), history: [] })).toEqual(['none', 'none', 'none']);
  });
});

describe('the counts of many', () => {
  test('say how many had each standing at each moment, and each tiltak counts once', () => {
    const counts = countedWith(
      undefined,
      [
        made(),
        made({ statuses: [said('done', '2026-02-03')] }),
        made({ statuses: [said('done', '2026-03-03')], history: [did('closed', '2026-03-20')] }),
      ],
      ENDS,
    );
    expect(counts.none).toEqual([3, 2, 1]);
    expect(counts.done).toEqual([0, 1, 1]);
    expect(counts.delayed).toEqual([0, 0, 0]);
  });

  test('are the same whether they are read together or page by page', () => {
    const all = [
      made(),
      made({ statuses: [said('delayed', '2026-02-03')] }),
      made({ statuses: [said('done', '2026-01-30')] }),
    ];
    const together = countedWith(undefined, all, ENDS);
    expect(countedWith(countedWith(undefined, all.slice(0, 1), ENDS), all.slice(1), ENDS)).toEqual(together);
  });

  test('tell how long there was nothing, and always show today', () => {
    const late = { ...made(), history: [did('added', '2026-03-10')] };
    expect(emptyAtFirst(countedWith(undefined, [late], ENDS), 3)).toBe(2);
    expect(emptyAtFirst(countedWith(undefined, [made()], ENDS), 3)).toBe(0);
    expect(emptyAtFirst(countedWith(undefined, [], ENDS), 3)).toBe(2);
    const gone = made({ history: [did('closed', '2026-02-10')] });
    expect(emptyAtFirst(countedWith(undefined, [gone], ENDS), 3)).toBe(0);
  });
});

describe('the months of a chart', () => {
  test('end with the current one, over the turn of the year', () => {
    expect(monthsUntil('2026-02-14', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsUntil('2026-12-31', 2)).toEqual(['2026-11', '2026-12']);
    expect(monthsUntil('2026-01-01', 1)).toEqual(['2026-01']);
  });

  test('are each over on the first day of the next', () => {
    expect(dayAfter('2026-01')).toBe('2026-02-01');
    expect(dayAfter('2026-09')).toBe('2026-10-01');
    expect(dayAfter('2026-11')).toBe('2026-12-01');
    expect(dayAfter('2025-12')).toBe('2026-01-01');
  });
});
