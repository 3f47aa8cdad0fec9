import type { Delivery, Shell } from '../../bot/attempt.ts';
import { deliverDue } from '../../bot/outbox.ts';
import { type Effect, emit, note } from '../../store/effect.ts';
import type { Collection } from '../../store/engine/engine.ts';
import type { Person } from '../../store/person/record.ts';
import { aBotStore, type BotStore } from './bot-store.ts';
import { aPerson, NOW } from './records.ts';

/** People with effects that wait, and workers that carry them out; what a worker did is noted in the person's history. */
export type Workshop = BotStore & {
  readonly persons: Collection<Person>;
  readonly shell: Shell;
  /** Keys of the effects whose sending was begun, and what was reported: «event key». */
  readonly sent: string[];
  readonly reports: string[];
  /** A new person with effects that are due now. */
  readonly waitsFor: (id: string, ...keys: readonly string[]) => Promise<unknown>;
  readonly outboxOf: (id: string) => Promise<readonly Effect[]>;
  readonly historyOf: (id: string) => Promise<readonly string[]>;
  /** A worker whose deliveries go as `send` says. */
  readonly worker: (send?: (effect: Effect) => unknown, more?: Partial<Delivery<Person>>) => Delivery<Person>;
  /** One pass, until all that it started is over; gives how many it tried. */
  readonly pass: (delivery: Delivery<Person>) => Promise<number>;
};

export async function aWorkshop(): Promise<Workshop> {
  const store = aBotStore();
  const persons = (await store.connect()).persons.collection;
  const sent: string[] = [];
  const reports: string[] = [];
  const shell: Shell = {
    now: () => store.clock.realNow,
    report: (event, { effectKey }) => reports.push(`${event} ${effectKey}`),
  };
  const noted = (what: string) => (person: Person) => note(person, { at: NOW, by: 'bot', what });
  return {
    ...store,
    persons,
    shell,
    sent,
    reports,
    waitsFor: (id, ...keys) => {
      const replies = keys.map(
        (key) => ({ kind: 'reply', key, conversationId: 'c', serviceUrl: 's', view: { view: 'help' } }) as const,
      );
      return persons.insert(emit(aPerson(id), { realNow: store.clock.realNow }, ...replies));
    },
    outboxOf: async (id) => (await persons.get(id))?.outbox ?? [],
    historyOf: async (id) => ((await persons.get(id))?.history ?? []).map(({ what }) => what),
    worker: (send = () => undefined, more = {}) => ({
      collection: persons,
      send: async (effect) => {
        sent.push(effect.key);
        await send(effect);
        return noted(`got ${effect.key}`);
      },
      giveUp: ({ key }, { why }) => noted(`missed ${key}: ${why}`),
      ...more,
    }),
    pass: async (delivery) => {
      const { tried, sent: started } = await deliverDue(delivery, shell);
      await Promise.all(started);
      return tried;
    },
  };
}

/** A sending that is over when the test says so: well, or with this error. */
export function aGate() {
  let open: (error?: Error) => void = () => {};
  const passed = new Promise<void>((resolve, reject) => {
    open = (error) => (error ? reject(error) : resolve());
  });
  return { passed, open };
}
