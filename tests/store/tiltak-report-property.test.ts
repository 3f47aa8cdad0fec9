import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Status, Tiltak } from '../../store/tiltak/record.ts';
import { countPlan, isShown, STANDINGS, standingOf } from '../../store/tiltak/rules-report.ts';
import { statusClassSchema } from '../../store/tiltak/status-class.ts';
import { filterSchema } from '../../store/tiltak/view.ts';
import { aPlanned, said } from '../support/plans.ts';

const today = '2026-03-02';
const asked = { today, hasContact: ({ contactIds = [] }: Tiltak) => contactIds.length > 0 };
const { class: _none, ...withoutClass } = said({ text: 'Se over.' });
const statuses = fc.array(
  fc
    .option(fc.constantFrom(...statusClassSchema.options), { nil: undefined })
    .map((one): Status => (one === undefined ? withoutClass : said({ class: one }))),
  { maxLength: 4 },
);
const anyTiltak = fc
  .record({
    state: fc.constantFrom('open', 'closed'),
    statuses,
    owner: fc.option(fc.constant('SEKR'), { nil: undefined }),
    dueOn: fc.option(fc.constantFrom('2026-03-01', today, '2026-03-03'), { nil: undefined }),
    isNamed: fc.boolean(),
  })
  .map(
    ({ owner, dueOn, isNamed, ...rest }): Tiltak => ({
      ...aPlanned(0),
      ...rest,
      ...(owner && { owner }),
      ...(dueOn && { dueOn }),
      ...(isNamed && { contactIds: ['kari'] }),
    }),
  );

test('a plan in numbers adds up: each tiltak that stands in it has one class, only prose, or no status', () => {
  fc.assert(
    fc.property(fc.array(anyTiltak, { maxLength: 30 }), (tiltak) => {
      const count = countPlan(tiltak, asked);
      expect(count.total + count.closed).toBe(tiltak.length);
      expect(STANDINGS.reduce((sum, standing) => sum + count[standing], 0)).toBe(count.total);
      for (const filter of filterSchema.options) {
        const shown = tiltak.filter((one) => isShown(one, filter, asked));
        expect(shown).toHaveLength(filter === 'all' ? count.total : count[filter]);
      }
    }),
  );
});

test('each tiltak is shown by one class and no other', () => {
  fc.assert(
    fc.property(anyTiltak, (one) => {
      const shownBy = STANDINGS.filter((standing) => isShown(one, standing, asked));
      expect(shownBy).toEqual(one.state === 'open' ? [standingOf(one)] : []);
    }),
  );
});
