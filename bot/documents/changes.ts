import type { Change, Piece } from '../../cards/text/changes.ts';

/** Longer pairs of paragraphs are shown whole and not word by word: comparing them would take too long. */
const WORD_BY_WORD = 20_000;
/** Texts that differ more than this are shown as two texts: whoever reads them must read both. */
const MOST_EDITS = 2000;

/** More pairs than this are not looked through for those that belong together. */
const MOST_PAIRS = 2500;

/** What differs between two texts, paragraph by paragraph, and within a changed paragraph word by word. */
export async function changesBetween(before: string, now: string): Promise<Change[]> {
  const { diffArrays, diffWordsWithSpace } = await import('diff');
  const words = (old: string, fresh: string): Change => {
    const parts =
      old.length + fresh.length > WORD_BY_WORD
        ? undefined
        : diffWordsWithSpace(old, fresh, { maxEditLength: MOST_EDITS });
    if (parts === undefined) return { before: whole(old), now: whole(fresh) };
    const side = (left: 'added' | 'removed'): Piece[] =>
      parts.filter((part) => !part[left]).map((part) => ({ text: part.value, isMarked: part.added || part.removed }));
    return { before: side('added'), now: side('removed') };
  };

  const [from, to] = [paragraphs(before), paragraphs(now)];
  const parts = diffArrays(from, to, { maxEditLength: MOST_EDITS }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ];
  const changes: Change[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || (!part.added && !part.removed)) continue;
    const next = parts[i + 1];
    // what was taken out and what came in its place belong together
    const isReplaced = part.removed && next?.added;
    if (isReplaced) i++;
    const removed = part.removed ? part.value : [];
    const added = part.added ? part.value : isReplaced ? next.value : [];
    for (const [old, fresh] of pairs(removed, added)) {
      if (old !== undefined && fresh !== undefined) changes.push(words(old, fresh));
      else changes.push({ before: whole(old), now: whole(fresh) });
    }
  }
  return changes;
}

function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).flatMap((paragraph) => paragraph.trim() || []);
}

function whole(text: string | undefined): Piece[] {
  return text === undefined ? [] : [{ text, isMarked: false }];
}

type Pair = readonly [old: string | undefined, fresh: string | undefined];

/** Puts each new paragraph beside the old one that it was made from, in order; the others stand alone. */
function pairs(removed: readonly string[], added: readonly string[]): Pair[] {
  if (removed.length * added.length > MOST_PAIRS) {
    const longest = Math.max(removed.length, added.length);
    return Array.from({ length: longest }, (_, n): Pair => [removed[n], added[n]]);
  }
  const made: Pair[] = [];
  let from = 0;
  for (const fresh of added) {
    const found = removed.findIndex((old, n) => n >= from && isAlike(old, fresh));
    if (found < 0) {
      made.push([undefined, fresh]);
      continue;
    }
    for (const old of removed.slice(from, found)) made.push([old, undefined]);
    made.push([removed[found], fresh]);
    from = found + 1;
  }
  for (const old of removed.slice(from)) made.push([old, undefined]);
  return joined(made);
}

/** One paragraph taken out and one put in at the same place is one that was rewritten. */
function joined(made: readonly Pair[]): Pair[] {
  const [only, other] = made;
  if (made.length !== 2 || only === undefined || other === undefined) return [...made];
  const old = only[0] ?? other[0];
  const fresh = only[1] ?? other[1];
  const isRewritten = made.every(([left, right]) => (left === undefined) !== (right === undefined));
  return isRewritten && old !== undefined && fresh !== undefined ? [[old, fresh]] : [...made];
}

/** More than half of the words of the shorter one stand in the other. */
function isAlike(old: string, fresh: string): boolean {
  const [a, b] = [wordsOf(old), wordsOf(fresh)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 2 > Math.min(a.size, b.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
