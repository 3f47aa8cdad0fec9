/** The outcome of a rule: it either went through, or was refused for a stated reason. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** The rule went through; `value` is the record as it should be stored. */
export function done<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** The rule said no. A refusal is an everyday outcome with a Norwegian sentence of its own, never an exception. */
export function refuse<R extends string>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}
