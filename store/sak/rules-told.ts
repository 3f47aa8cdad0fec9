import { note, type SakNews } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Sak, SakStatus } from './record.ts';

/** What a sak that has ended keeps, whatever it is told afterwards. */
const ENDED: readonly SakStatus[] = ['decided', 'rejected', 'withdrawn'];

/** A sak is told what became of it elsewhere. Safe to repeat. */
export function tellSak(sak: Sak, news: SakNews, clocks: Clocks): Result<Sak, never> {
  return news.what === 'numbered' ? giveNumber(sak, news, clocks) : postpone(sak, news, clocks);
}

type NewsOf<W extends SakNews['what']> = Extract<SakNews, { what: W }>;

function giveNumber(sak: Sak, { number, meetingId }: NewsOf<'numbered'>, { now }: Clocks): Result<Sak, never> {
  if (sak.number === number && sak.meetingId === meetingId && sak.status !== 'accepted') return done(sak);
  const status = ENDED.includes(sak.status) ? sak.status : 'scheduled';
  return done(note({ ...sak, number, meetingId, status }, { at: now, by: 'bot', what: 'numbered' }));
}

/** It waits for another meeting, with the number it has; what has moved on to another one already is let be. */
function postpone(sak: Sak, { meetingId }: NewsOf<'postponed'>, { now }: Clocks): Result<Sak, never> {
  if (sak.meetingId !== meetingId || ENDED.includes(sak.status)) return done(sak);
  const { meetingId: _over, ...kept } = sak;
  const postponed = (sak.postponed ?? 0) + 1;
  return done(note<Sak>({ ...kept, status: 'accepted', postponed }, { at: now, by: 'bot', what: 'postponed' }));
}
