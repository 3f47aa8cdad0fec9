import type { Committee } from '../committee/record.ts';
import { emit } from '../effect.ts';
import { type Clocks, whenContactable } from '../round/effects.ts';
import { wordsIn } from '../words.ts';
import type { Sak } from './record.ts';

const MAX_WORDS = 20;
const LONGEST_WORD = 40;
/** A sak remembers so many that it looks like. */
const MAX_SIMILAR = 20;
/** How many words two titles share at least, and what part of the shorter one that is. */
const SHARED_WORDS = 2;
const SHARED_PART = 0.6;

/** Words that say nothing of what a sak is about, and names of saker that every committee has each year. */
const STOP_WORDS = new Set(
  'alle andre årsrapport årsrapporten egenevaluering møteplan møteplanen fsu ssu flr bli blir den det der dette eller ett etter for fra gjelder hos hva hvor hvordan ikke innen innspill med mellom nye når orientering også om oppfølging over på referat sak saken saker samt som status til under utvalg utvalget ved vedr vedrørende vil vår våre år året'.split(
    ' ',
  ),
);

/**
 * What a title is found again by: its words in small letters, without signs and without those that every title has. Each
 * is said with its organisation, so that a question never reads another's.
 */
export function likenessOf(title: string, tenantId: string): string[] {
  const words = wordsIn(title).filter((word) => !STOP_WORDS.has(word) && !/^\d+$/.test(word));
  const scope = tenantId.toLowerCase().slice(0, LONGEST_WORD);
  return [...new Set(words)].slice(0, MAX_WORDS).map((word) => `${scope}:${word.slice(0, LONGEST_WORD)}`);
}

/** Whether two titles look like the same sak: enough words in common. */
export function isLike(a: Pick<Sak, 'likeness'>, b: Pick<Sak, 'likeness'>): boolean {
  const [words, others] = [a.likeness ?? [], new Set(b.likeness)];
  const shared = words.filter((word) => others.has(word)).length;
  const [fewer, more] = [Math.min(words.length, others.size), Math.max(words.length, others.size)];
  // a single word is enough where neither title has another one
  return shared >= SHARED_PART * fewer && (shared >= SHARED_WORDS || (shared === 1 && more === 1));
}

/**
 * The saker among these that look like this one and that nobody has been told of: in another committee of the same
 * organisation, sent, and not closed to those who would be told.
 */
export function similarTo(sak: Sak, candidates: readonly Sak[]): Sak[] {
  // nor is a closed one told of to others
  if (sak.closed) return [];
  return candidates.filter(
    (other) =>
      other.committeeId !== sak.committeeId &&
      other.tenantId.toLowerCase() === sak.tenantId.toLowerCase() &&
      other.status !== 'draft' &&
      other.status !== 'withdrawn' &&
      other.closed === undefined &&
      isLike(sak, other) &&
      !sak.similarTo?.includes(other.id) &&
      !other.similarTo?.includes(sak.id),
  );
}

/** A sak of another committee that looks like one. */
export type Similar = { readonly sak: Sak; readonly committee: Committee };

/**
 * Tells the secretariats of the other committees, once, in working hours. Those who have the sak's own card see it there.
 */
export function noteSimilar(sak: Sak, others: readonly Similar[], { roles }: Committee, clocks: Clocks): Sak {
  const told = new Set(roles.secretariatIds);
  const news = others.filter((other) => !sak.similarTo?.includes(other.sak.id));
  if (news.length === 0) return sak;
  const cards = news.flatMap((other) =>
    other.committee.roles.secretariatIds
      .filter((personId) => !told.has(personId))
      .map((personId) => ({
        kind: 'personal-card' as const,
        key: `similar:${other.sak.id}:${personId}`,
        personId,
        view: { view: 'sak-similar' as const, sakId: other.sak.id, otherId: sak.id },
      })),
  );
  const similarTo = [...(sak.similarTo ?? []), ...news.map((other) => other.sak.id)].slice(-MAX_SIMILAR);
  return emit({ ...sak, similarTo }, whenContactable(clocks), ...cards);
}
