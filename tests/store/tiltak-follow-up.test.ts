import { describe, expect, test } from 'vitest';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { followUpOf, inOrder } from '../../store/tiltak/rules-follow-up.ts';
import type { StatusClass } from '../../store/tiltak/status-class.ts';
import { aTiltak } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';

const of = (id: string, number: string | undefined, point?: number, changes: Partial<Tiltak> = {}) => {
  const { source: _none, ...tiltak } = aTiltak({ id, ...changes });
  return { ...tiltak, ...(number && { source: { sakId: `sak-${number}`, number, ...(point && { point }) } }) };
};
const inPlan = (id: string, planId: string, order: number, changes: Partial<Tiltak> = {}) =>
  of(id, undefined, undefined, { planId, order, ...changes });
const status = (at: string, of?: StatusClass) => ({
  statuses: [{ at: new Date(at), by: 'ola', from: 'answer' as const, ...(of && { class: of }) }],
});
const proposal = { kind: 'delete' as const, at: NOW, by: 'ola' };
const since = { toldAt: new Date('2026-02-10T00:00:00Z'), followedUp: [] };
const ids = (tiltak: readonly Tiltak[]) => tiltak.map(({ id }) => id);

describe('what a committee follows up', () => {
  test('is what its saker still have open, and what was done since its last meeting', () => {
    const { tiltak } = followUpOf(
      [
        of('open', '01/26'),
        of('said', '02/26', 1, status('2026-01-01T10:00:00Z', 'in-progress')),
        of('prose', '02/26', 2, status('2026-01-01T10:00:00Z')),
        of('done', '03/26', 1, status('2026-02-10T08:00:00Z', 'done')),
        of('done-before', '03/26', 2, status('2026-02-09T08:00:00Z', 'done')),
        of('closed', '04/26', 1, { state: 'closed' }),
        inPlan('planned', 'plan-1', 1),
      ],
      since,
    );
    expect(ids(tiltak)).toEqual(['open', 'said', 'prose', 'done']);
  });

  test('is each followed-up sak of which no tiltak was made, once', () => {
    const followedUp = ['sak-05/26', 'sak-06/26', 'sak-05/26', 'sak-07/26'];
    const all = [of('x', '06/26'), of('y', '07/26', 1, { state: 'closed' })];
    expect(followUpOf(all, { ...since, followedUp }).sakIds).toEqual(['sak-05/26']);
  });

  test('is what is to be kept, clarified or deleted, of saker and plans, and apart from the rest', () => {
    const { tiltak, proposals } = followUpOf(
      [
        inPlan('b', 'plan-1', 2, { proposal }),
        inPlan('a', 'plan-1', 1, { proposal }),
        of('c', '09/26', 1, { proposal }),
        inPlan('decided', 'plan-1', 3, { proposal: { ...proposal, decided: { what: 'keep', at: NOW, by: 'siv' } } }),
        inPlan('gone', 'plan-1', 4, { proposal, state: 'closed' }),
      ],
      since,
    );
    expect(ids(proposals)).toEqual(['c', 'a', 'b']);
    expect(tiltak).toEqual([]);
  });
});

describe('the order of what is followed up', () => {
  test('is that of the saker through the years, their points, and then that of the plans', () => {
    const made = (at: string) => ({ history: [{ at: new Date(at), by: 'siv', what: 'decided' }] });
    const right = [
      of('1', '25/25', 1),
      of('2', '25/25', 3),
      of('3', '03/26'),
      of('4', '3/26', 1, made('2026-01-01T10:00:00Z')),
      of('5', '03/26', 1, made('2026-01-02T10:00:00Z')),
      of('6', '12/26'),
      of('7', '01/26b'),
      of('7b', 'A01/26'),
      of('7c', 'B01/26b'),
      { ...of('7d', undefined), source: { sakId: 'sak-uten' } },
      inPlan('8', 'plan-1', 2),
      inPlan('9', 'plan-1', 11),
      inPlan('a', 'plan-2', 1),
      inPlan('b', 'plan-2', 1),
    ];
    expect(ids(right.toReversed().toSorted(inOrder))).toEqual(ids(right));
    expect(ids(right.toSorted(inOrder))).toEqual(ids(right));
  });
});
