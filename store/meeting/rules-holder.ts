import type { Seat } from '../committee/record.ts';
import type { Call, Forfall, Scope } from './forfall.ts';
import type { Meeting } from './record.ts';

/** What of a meeting is asked about: a sak, a moment in it, or nothing of these: the meeting as a whole and its referat. */
export type About = { readonly sakId?: string | undefined; readonly at?: Date | undefined };

type HasForfall = Pick<Meeting, 'forfall'>;

/** Forfall that stands: it was not taken back. */
export function standing({ forfall = [] }: HasForfall): Forfall[] {
  return forfall.filter(({ takenBack }) => takenBack !== true);
}

/** Whoever has said yes to act for a seat in what this forfall is about. */
export function coveredBy({ calls }: Pick<Forfall, 'calls'>): Call | undefined {
  return calls.find(({ state }) => state === 'accepted');
}

/** Whether nobody covers it, is asked, or is left to ask. */
export function isDry({ calls, dryAt }: Pick<Forfall, 'calls' | 'dryAt'>): boolean {
  return dryAt !== undefined && !calls.some(({ state }) => state === 'accepted' || state === 'asked');
}

/** Whoever acts for the seat in all that a forfall is about: its own vara, or one for more of the meeting. */
export function coverOf(meeting: HasForfall, forfall: Forfall): Call | undefined {
  const wider = standing(meeting).filter(
    ({ seatId, scope }) => seatId === forfall.seatId && isWithinScope(scope, forfall.scope),
  );
  return coveredBy(forfall) ?? wider.map(coveredBy).find((call) => call !== undefined);
}

/** Whether a vara for one scope acts in all of another one. */
export function isWithinScope(wider: Scope, scope: Scope): boolean {
  if (wider.what === 'part') return scope.what === 'sak' && wider.sakIds.includes(scope.sakId);
  return wider.what === 'whole';
}

/** Whether the member of a seat is inhabil in a sak, as was said to the meeting. */
export function isInhabil(meeting: HasForfall, seatId: string, sakId: string): boolean {
  return standing(meeting).some(
    ({ scope, ...one }) => one.seatId === seatId && scope.what === 'sak' && scope.sakId === sakId,
  );
}

/** Who acts for a seat: a vara, its member, or nobody: the member is inhabil and no vara has said yes. */
export type Holder =
  | { readonly by: 'vara'; readonly call: Call; readonly forfall: Forfall }
  | { readonly by: 'member' }
  | { readonly by: 'nobody' };

/**
 * Who acts for a seat in a meeting, or in one sak of it (design 3.2). The member does until a vara has said yes. A vara
 * for the one sak goes before one for a part, and one for the whole; a member who is inhabil never has that sak.
 */
export function holderOf(meeting: HasForfall, seatId: string, about: About = {}): Holder {
  const own = standing(meeting).filter((one) => one.seatId === seatId);
  const vara = (one: Forfall | undefined): Holder | undefined => {
    const call = one && coveredBy(one);
    return call && { by: 'vara', call, forfall: one };
  };
  const inhabil = own.find(({ scope }) => scope.what === 'sak' && scope.sakId === about.sakId);
  const part = own.find(({ scope }) => scope.what === 'part' && isWithin(scope, about));
  const whole = own.find(({ scope }) => scope.what === 'whole');
  return vara(inhabil) ?? vara(part) ?? vara(whole) ?? { by: inhabil ? 'nobody' : 'member' };
}

/** Whether a part of a meeting has this in it: by its saker where they are named, else by its times. */
function isWithin(scope: Extract<Scope, { what: 'part' }>, { sakId, at }: About): boolean {
  if (scope.sakIds.length > 0) return sakId !== undefined && scope.sakIds.includes(sakId);
  if (at === undefined) return false;
  return (scope.from === undefined || scope.from <= at) && (scope.to === undefined || at < scope.to);
}

/** The seats that somebody acts for as a vara, in a meeting or one sak of it. */
export function seatsOfVara(meeting: HasForfall, personId: string, about?: About): string[] {
  const seatIds = [...new Set(standing(meeting).map(({ seatId }) => seatId))];
  return seatIds.filter((seatId) => {
    const holder = holderOf(meeting, seatId, about);
    return holder.by === 'vara' && holder.call.varaId === personId;
  });
}

/** Whether somebody has said yes to act for a seat in any part of a meeting: they get its papers. */
export function isVaraIn(meeting: HasForfall, personId: string): boolean {
  return standing(meeting).some((one) => coveredBy(one)?.varaId === personId);
}

/** The seats that somebody acts for in a sak: their own, unless a vara does or they are inhabil, and those they are vara for. */
export function seatsHeldBy(
  meeting: HasForfall,
  seats: readonly Pick<Seat, 'id' | 'memberId'>[],
  personId: string,
  about?: About,
): string[] {
  return seats.flatMap(({ id, memberId }) => {
    const holder = holderOf(meeting, id, about);
    const isHeld =
      holder.by === 'vara' ? holder.call.varaId === personId : holder.by === 'member' && memberId === personId;
    return isHeld ? id : [];
  });
}

/** Whether a vara was registered as the one who sat in a seat: that stands until the secretariat corrects the protocol. */
export function wasThere({ attendance }: Pick<Meeting, 'attendance'>, seatId: string): boolean {
  return attendance.some((one) => one.seatId === seatId && one.vara !== undefined);
}
