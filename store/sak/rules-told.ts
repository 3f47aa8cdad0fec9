import { note, type SakNews } from '../effect.ts';
import { done, type Result } from '../result.ts';
import type { Clocks } from '../round/effects.ts';
import type { Sak, SakStatus } from './record.ts';

/** What a sak that has ended keeps, whatever it is told afterwards. */
const ENDED: readonly SakStatus[] = ['decided', 'rejected', 'withdrawn'];

/** A sak is told what became of it elsewhere. Safe to repeat. */
export function tellSak(sak: Sak, news: SakNews, { now }: Clocks): Result<Sak, never> {
  if (sak.number === news.number && sak.meetingId === news.meetingId && sak.status !== 'accepted') return done(sak);
  const { number, meetingId } = news;
  const status = ENDED.includes(sak.status) ? sak.status : 'scheduled';
  return done(note({ ...sak, number, meetingId, status }, { at: now, by: 'bot', what: 'numbered' }));
}
