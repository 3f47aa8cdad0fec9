import { type Effect, emit, isWaiting, type NewEffect, type Stored, type When } from './effect.ts';

/** What can be wanted of a record again and again, without a key yet. */
type Repeated<E = NewEffect> = E extends NewEffect ? Omit<E, 'key'> : never;

/** A record that counts what it emitted again and again, so that each has a key of its own. */
type Counting = Stored & { readonly emitted?: number | undefined };

/** Emits effects under keys of their own; one that says the same and still waits, tried or not, gives way to the new one. */
export function emitAgain<T extends Counting>(record: T, when: When, ...effects: readonly Repeated[]): T {
  return effects.reduce<T>((current, effect) => emitNext(current, when, effect), record);
}

function emitNext<T extends Counting>(record: T, when: When, effect: Repeated): T {
  const emitted = (record.emitted ?? 0) + 1;
  const outbox = record.outbox.filter((other) => !isWaiting(other) || !saysTheSame(other, effect));
  return emit({ ...record, outbox, emitted }, when, { ...effect, key: `${effect.kind}:${emitted}` } as NewEffect);
}

/** Whether the newer one of two effects says all that the older one would. */
export function saysTheSame(waiting: Effect, wanted: Repeated): boolean {
  const about = aboutOf(wanted);
  return about !== undefined && waiting.kind === wanted.kind && aboutOf(waiting) === about;
}

/** What two effects of one kind must share for the newer one to say it all; undefined when it never does. */
function aboutOf(effect: Repeated): string | undefined {
  switch (effect.kind) {
    case 'seat-card':
    case 'seat-card-update':
    case 'seat-reminder':
      return effect.holderId;
    case 'personal-card':
      return `${effect.view.view} ${effect.personId}`;
    case 'round-told':
    case 'shared-card-update':
      return '';
    default:
      return undefined;
  }
}
