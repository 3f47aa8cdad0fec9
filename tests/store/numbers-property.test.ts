import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Collection } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import type { Numbers } from '../../store/numbers/record.ts';
import { numbersDefinition } from '../../store/numbers/repository.ts';
import { numberOf, takeNumbers } from '../../store/numbers/rules.ts';
import { aLedger } from '../support/agendas.ts';
import { NOW } from '../support/records.ts';
import { aFolder } from '../support/store-sqlite.ts';

/** One sending: which saker, by which of two bots, with others at the same moment or not; dead before it was told, or not. */
const sending = fc.record({
  sakIds: fc.uniqueArray(
    fc.nat(25).map((n) => `sak-${n}`),
    { minLength: 1, maxLength: 6 },
  ),
  bot: fc.nat(1),
  atOnce: fc.boolean(),
  dies: fc.boolean(),
});

test('whatever is sent, late, twice or by bots that die: numbers are unique, without a gap, and never change', async () => {
  const folder = aFolder();
  const open = () => sqliteEngine(`${folder.path}/store.db`, { onUnreadable: () => {} });
  const engines = [await open(), await open()];
  const bots = await Promise.all(engines.map((engine) => engine.collection(numbersDefinition)));
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sending, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), async (sendings, first) => {
      const ledger = aLedger({ id: `numbers-${++runs}`, first });
      await bots[0]?.insert(ledger);
      const given = new Map<string, string>();
      const send = async ({ sakIds, bot, dies }: (typeof sendings)[number]) => {
        const taking = { meetingId: 'meeting', sakIds, first, by: 'siv' };
        const take = () => change(bots[bot] as Collection<Numbers>, ledger.id, (one) => takeNumbers(one, taking, NOW));
        const taken = await take();
        // whoever dies before it knows what it was given takes again
        const told = dies ? await take() : taken;
        if (!told.ok) throw new Error(told.refusal);
        const numbers = sakIds.map((id) => numberOf(told.value, id) ?? 'none');
        for (const [n, id] of sakIds.entries()) {
          expect(given.get(id) ?? numbers[n]).toBe(numbers[n]);
          given.set(id, numbers[n] ?? 'none');
        }
      };
      let together: Promise<void>[] = [];
      for (const one of sendings) {
        together.push(send(one));
        if (one.atOnce) continue;
        await Promise.all(together);
        together = [];
      }
      await Promise.all(together);
      const expected = [...given].map((_, n) => `${String(first + n).padStart(2, '0')}/26`);
      expect([...given.values()].toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(expected);
    }),
    { numRuns: 100 },
  );
  await Promise.all(engines.map((engine) => engine.close()));
  folder.remove();
}, 60_000);
