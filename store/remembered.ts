/** So many answers are kept; then it begins anew. */
const KEPT = 2000;

/** Keeps answers to what is asked again and again: a plan of 10,000 rows has the same few owners and days in them. */
export function remembered<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    if (known.size >= KEPT) known.clear();
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}
