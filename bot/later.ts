type Functions<N extends string> = { readonly [K in N]: (...args: never[]) => Promise<unknown> };

/**
 * Functions that are loaded, with all they need, when one of them is first called: a start loads nothing of what nobody
 * has asked for yet. A name that is not among the loaded ones does not compile.
 */
export function later<N extends string, F extends Functions<N>>(
  names: readonly N[],
  load: () => Promise<F>,
): Pick<F, N> {
  const call =
    (name: N) =>
    async (...args: never[]) =>
      (await load())[name](...args);
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Pick<F, N>;
}
