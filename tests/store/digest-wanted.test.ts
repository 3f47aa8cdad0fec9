import { describe, expect, test } from 'vitest';
import { inOrder, isWanted, withoutThese } from '../../store/digest/rules-wanted.ts';
import type { Want } from '../../store/digest/want.ts';
import { newTiltak, type Tiltak } from '../../store/tiltak/record.ts';
import { ofKari } from '../support/chase.ts';
import { NOW, TENANT } from '../support/records.ts';

const at = (time: string) => new Date(time);
const want = (tiltakId: string, one: Want = 'ask', time = NOW) => ({ tiltakId, want: one, at: time });

describe('still to be seen', () => {
  const status = { class: 'in-progress', at: NOW, by: 'kari', from: 'answer' } as const;
  const is = (tiltak: Tiltak, one: Want = 'ask', isTheirs = true) =>
    isWanted({ item: want(tiltak.id, one), tiltak }, isTheirs, NOW);

  test.each<[string, () => boolean, boolean]>([
    ['is a question that nobody has answered', () => is(ofKari()), true],
    [
      'is a question, whatever the plan said of it',
      () => is({ ...ofKari(), statuses: [{ ...status, from: 'plan' }] }),
      true,
    ],
    [
      'is a question that was answered before it was asked',
      () => is({ ...ofKari(), statuses: [{ ...status, at: at('2026-03-01T00:00:00Z') }] }),
      true,
    ],
    ['is no question that was answered since', () => is({ ...ofKari(), statuses: [status] }), false],
    ['is no question to somebody else', () => is(ofKari(), 'ask', false), false],
    ['is no question about what was put off', () => is({ ...ofKari(), snoozedUntil: '2026-03-03' }), false],
    ['is a question about what was put off until today', () => is({ ...ofKari(), snoozedUntil: '2026-03-02' }), true],
    ['is nothing of what is closed', () => is({ ...ofKari(), state: 'closed' }, 'silent'), false],
    ['is a silence that nobody has decided about', () => is({ ...ofKari(), silentToldAt: NOW }, 'silent', false), true],
    ['is no silence that is over', () => is(ofKari(), 'silent', false), false],
    [
      'is no silence that was decided about',
      () => is({ ...ofKari(), silentToldAt: NOW, silentDecided: { what: 'leave', at: NOW, by: 'siv' } }, 'silent'),
      false,
    ],
    [
      'is to the leader what was decided',
      () => is({ ...ofKari(), silentToldAt: NOW, silentDecided: { what: 'leader', at: NOW, by: 'siv' } }, 'leader'),
      true,
    ],
    [
      'is not to the leader what was left',
      () => is({ ...ofKari(), silentToldAt: NOW, silentDecided: { what: 'leave', at: NOW, by: 'siv' } }, 'leader'),
      false,
    ],
    [
      'is whoever could not be reached',
      () => is({ ...ofKari(), unreached: { personId: 'kari', at: NOW, why: 'blocked' } }, 'unreached'),
      true,
    ],
    [
      'is not another who could not be reached since: that is told itself',
      () =>
        is(
          { ...ofKari(), unreached: { personId: 'ola', at: at('2026-03-03T09:00:00Z'), why: 'blocked' } },
          'unreached',
        ),
      false,
    ],
    [
      'is not another silence since: that is told itself',
      () => is({ ...ofKari(), silentToldAt: at('2026-03-03T09:00:00Z') }, 'silent'),
      false,
    ],
    [
      'is not to the leader what was decided since: that is told itself',
      () =>
        is(
          {
            ...ofKari(),
            silentToldAt: NOW,
            silentDecided: { what: 'leader', at: at('2026-03-03T09:00:00Z'), by: 'siv' },
          },
          'leader',
        ),
      false,
    ],
    ['is not whoever was reached', () => is(ofKari(), 'unreached'), false],
    ['is what nobody owns', () => is(ofKari({ contactIds: [] }), 'owner'), true],
    ['is not what has an owner again', () => is(ofKari(), 'owner'), false],
  ])('%s', (_what, isSeen, expected) => {
    expect(isSeen()).toBe(expected);
  });

  test('comes overdue first, then by date, then as it stands in its plan', () => {
    const of = (id: string, dueOn?: string, order = 0) => {
      const tiltak = newTiltak({ id, tenantId: TENANT, committeeId: 'c', text: id, order, ...(dueOn && { dueOn }) });
      return { tiltak, item: want(id) };
    };
    const mixed = [
      of('none-2', undefined, 2),
      of('later', '2026-06-30'),
      of('late', '2026-02-28'),
      of('none-1', undefined, 1),
      of('latest', '2025-02-28'),
      of('today', '2026-03-02'),
    ];
    expect(inOrder(mixed, NOW).map(({ tiltak }) => tiltak.id)).toEqual([
      'latest',
      'late',
      'today',
      'later',
      'none-1',
      'none-2',
    ]);
  });

  test('counts once, as it was said last', () => {
    const later = want('a', 'ask', at('2026-03-09T09:00:00Z'));
    expect(withoutThese([want('a'), want('b'), later, want('a', 'silent')], [want('b')])).toEqual([
      later,
      want('a', 'silent'),
    ]);
  });
});
