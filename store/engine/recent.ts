/** A document longer than this, such as a file, is read anew each time. */
const MAX_LENGTH = 64 * 1024;
/** Of all that is remembered of a collection together, in characters. */
const MAX_TOTAL = 4 * 1024 * 1024;

type Remembered<T> = { readonly doc: string; readonly record: T };

/**
 * Reads documents, and remembers those it has read lately: the same text is not taken apart and checked again. A record is
 * never changed where it lies, so that several may hold it. Throws what `read` throws, and remembers nothing then.
 */
export function remembering<T>(read: (id: string, doc: string) => T): (id: string, doc: string) => T {
  // in the order in which they were last asked for
  const remembered = new Map<string, Remembered<T>>();
  let total = 0;
  const forget = (id: string) => {
    total -= remembered.get(id)?.doc.length ?? 0;
    remembered.delete(id);
  };
  return (id, doc) => {
    const known = remembered.get(id);
    const record = known?.doc === doc ? known.record : read(id, doc);
    forget(id);
    if (doc.length > MAX_LENGTH) return record;
    remembered.set(id, { doc, record });
    total += doc.length;
    for (const oldest of remembered.keys()) {
      if (total <= MAX_TOTAL) break;
      forget(oldest);
    }
    return record;
  };
}
