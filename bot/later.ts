type Functions<N extends string> = { readonly [K in N]: (...args: never[]) => Promise<unknown> };

/** What is loaded on first use, and was named so far. */
const named = new Set<() => Promise<unknown>>();

/**
 * Functions that are loaded, with all they need, when one of them is first called: a start loads nothing of what nobody
 * has asked for yet. A name that is not among the loaded ones does not compile.
 */
export function later<N extends string, F extends Functions<N>>(
  names: readonly N[],
  load: () => Promise<F>,
): Pick<F, N> {
  let loaded: Promise<F> | undefined;
  const once = () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  named.add(once);
  const call =
    (name: N) =>
    async (...args: never[]) =>
      (await once())[name](...args);
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Pick<F, N>;
}

/**
 * Loads what nobody has asked for yet, one after the other, so that whoever asks first does not wait for it. What cannot be
 * loaded says so when it is called.
 */
export async function loadTheRest(): Promise<void> {
  for (const load of named) {
    // requests that came meanwhile go first
    await new Promise((resolve) => setImmediate(resolve));
    await load().catch(() => undefined);
  }
  named.clear();
}
