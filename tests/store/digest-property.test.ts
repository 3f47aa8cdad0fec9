import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../store/digest/record.ts';
import { setAway, setRhythm } from '../../store/digest/rules.ts';
import { handOver } from '../../store/tiltak/rules-hand-over.ts';
import { answerStatus, snooze } from '../../store/tiltak/rules-status.ts';
import { type StatusClass, statusClassSchema } from '../../store/tiltak/status-class.ts';
import { dayOf, nextContactTime } from '../../store/time.ts';
import {
  aWorld,
  check,
  clocks,
  contactsOf,
  HOUR,
  onCard,
  PEOPLE,
  pass,
  type Step,
  type World,
} from '../support/digest-play.ts';
import { accepted } from '../support/records.ts';

const person = fc.constantFrom(...PEOPLE);
const back = fc.nat(3);
const step: fc.Arbitrary<{ readonly what: string; readonly run: Step }> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 12 * 24 }), fc.boolean()).map(([hours, isTwice]) => ({
      what: `${hours} hours${isTwice ? ', twice' : ''}`,
      run: (world: World) => {
        world.now = new Date(world.now.getTime() + hours * HOUR);
        pass(world, isTwice);
        // whatever the hour was, the timers also run when people may be contacted
        world.now = nextContactTime(world.now);
        pass(world, isTwice);
        pass(world, isTwice);
      },
    })),
  },
  fc
    .tuple(person, back, fc.boolean(), fc.constantFrom<StatusClass>(...statusClassSchema.options))
    .map(([who, n, isTwice, said]) => ({
      what: `${who} answers ${said}`,
      run: onCard(
        who,
        n,
        isTwice,
        (world, tiltak) =>
          answerStatus(
            tiltak,
            { class: said },
            { personId: who, from: 'answer', seen: tiltak.statuses.length },
            world.now,
          ) as never,
      ),
    })),
  fc.tuple(person, back, fc.boolean()).map(([who, n, isTwice]) => ({
    what: `${who} puts off`,
    run: onCard(who, n, isTwice, (world, tiltak) => snooze(tiltak, who, world.now)),
  })),
  fc.tuple(person, back, fc.option(person, { nil: undefined })).map(([who, n, to]) => ({
    what: `${who} hands over to ${to}`,
    run: onCard(
      who,
      n,
      true,
      (world, tiltak) =>
        handOver(tiltak, { by: who, to, isTheirs: true, contacts: contactsOf(tiltak) }, clocks(world)) as never,
    ),
  })),
  fc.tuple(person, fc.boolean()).map(([who, isBlocked]) => ({
    what: `${who} ${isBlocked ? 'blocks' : 'unblocks'}`,
    run: (world: World) => void (isBlocked ? world.blocked.add(who) : world.blocked.delete(who)),
  })),
  fc.tuple(person, fc.integer({ min: 1, max: 60 })).map(([who, days]) => ({
    what: `${who} is away ${days} days`,
    run: (world: World) => {
      const away = setAway(
        world.digests.get(who) as Digest,
        dayOf(new Date(world.now.getTime() + days * 24 * HOUR)),
        world.now,
      );
      if (away.ok) world.digests.set(who, away.value);
    },
  })),
  person.map((who) => ({
    what: `${who} daily`,
    run: (world: World) =>
      void world.digests.set(who, accepted(setRhythm(world.digests.get(who) as Digest, 'daily', world.now))),
  })),
);

test('whatever people do, and however often it is delivered: nobody is asked too often, and all that is open comes back', {
  timeout: 60_000,
}, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 45, size: 'max' }), (steps) => {
      const world = aWorld();
      for (const { run } of steps) {
        run(world);
        check(world);
      }
      const all = [...world.cards.values()].flat().flatMap(({ items }) => items.map(({ want }) => want));
      for (const one of [
        ...all,
        ...[...world.tiltak.values()].flatMap(({ history }) => history.map(({ what }) => what)),
      ])
        seen.set(one, (seen.get(one) ?? 0) + 1);
    }),
    { numRuns: 200 },
  );
  // the plays meet all of it
  for (const what of ['ask', 'silent', 'unreached', 'owner', 'handed-over', 'snoozed', 'status:done'])
    expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
});
