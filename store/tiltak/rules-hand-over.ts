import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import { contactTimeOn, dayOf } from '../time.ts';
import { isOpen, ownerKeysOf, type Tiltak } from './record.ts';
import { type Contacts, planned, toldOf, wants } from './rules-ask.ts';

export type HandOverRefusal = 'tiltak-closed' | 'handed-to-self';
export type HandOver = {
  /** Who says that it is not theirs, or whose it shall be. */
  readonly by: string;
  /** Whose it is instead; absent: nobody knows. */
  readonly to?: string | undefined;
  /** Whether they are asked about it themselves: then it cannot be handed to them. */
  readonly isTheirs: boolean;
  /** Who finds an owner where nobody is named. */
  readonly contacts: Pick<Contacts, 'secretariatIds' | 'chairId'>;
};

/**
 * «Ikke mitt ansvar»: another person is asked, and told by whom; or nobody is, and the secretariat is asked whose it is. What
 * was left unanswered is forgotten: it was another's to answer. Of several who are named only whoever says so is out of it:
 * the others go on, and are not asked anew. The same again changes nothing.
 */
export function handOver(
  tiltak: Tiltak,
  { by, to, isTheirs, contacts }: HandOver,
  clocks: Clocks,
): Result<Tiltak, HandOverRefusal> {
  if (tiltak.state === 'closed') return refuse('tiltak-closed');
  const { handedOver, contactIds: named = [] } = tiltak;
  const isWithout = named.length > 0 ? !named.includes(by) : tiltak.ownerKeys.length === 0;
  const isHeld = isWithout && (to === undefined || named.includes(to));
  if (handedOver?.by === by && handedOver.to === to && isHeld) return done(tiltak);
  if (isTheirs && to === by) return refuse('handed-to-self');
  const others = isTheirs ? named.filter((id) => id !== by) : [];
  const toIds = to === undefined || others.includes(to) ? [] : [to];
  const nextIds = [...others, ...toIds];
  const {
    contactIds: _contacts,
    silentToldAt: _told,
    silentDecided: _decided,
    unreached: _unreached,
    snoozedUntil: _snoozed,
    ...rest
  } = tiltak;
  const { ownerRef: _ref, ...unowned } = rest;
  const owned = nextIds.length === 0 ? unowned : { ...rest, contactIds: nextIds };
  const { now } = clocks;
  const handed: Tiltak = {
    ...owned,
    ownerKeys: ownerKeysOf({ contactIds: nextIds }),
    asks: tiltak.asks.filter(({ personId }) => others.includes(personId)),
    handedOver: { by, at: now, ...(to !== undefined && { to }) },
  };
  const noted = note(handed, { at: now, by, what: 'handed-over', ...(to !== undefined && { onBehalfOf: to }) });
  // what is done is nobody's to be asked about
  if (!isOpen(noted)) return done(planned(noted, now));
  if (others.length > 0) return done(wants(planned(noted, now), 'ask', toIds, clocks));
  if (to !== undefined) return done({ ...noted, askDueAt: contactTimeOn(dayOf(now)) });
  return done(wants(planned(noted, now), 'owner', toldOf(contacts, [by]), clocks));
}
