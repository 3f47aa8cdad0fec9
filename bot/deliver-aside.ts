import { type Effect, emit, type NewEffect, type Stored } from '../store/effect.ts';
import type { Delivery, Settled } from './attempt.ts';

/** A delivery that also says, where a personal card was asked for, that it has arrived or cannot. */
export function withAside<T extends Stored>(delivery: Delivery<T>, realNow: () => Date): Delivery<T> {
  const tell = (effect: Effect, how: 'sent' | 'failed'): Settled<T> | undefined => {
    if (effect.kind !== 'personal-card' || effect.aside === undefined) return undefined;
    const { conversationId, serviceUrl } = effect.aside;
    const view = effect.aside[how];
    if (view === undefined) return undefined;
    const reply: NewEffect = { kind: 'reply', key: `${how}:${effect.key}`, conversationId, serviceUrl, view };
    return (record) => emit(record, { realNow: realNow() }, reply);
  };
  return {
    ...delivery,
    send: async (effect, record) => (await delivery.send(effect, record)) ?? tell(effect, 'sent'),
    giveUp: (effect, why) => delivery.giveUp(effect, why) ?? tell(effect, 'failed'),
  };
}
