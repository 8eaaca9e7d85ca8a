/** What became of an operation on outside data: a value, or the reason there is none. Programmer mistakes throw instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value that was obtained. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reason why there is no value. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** A value that may be incomplete, with one entry for each item left out. */
export interface WithFailures<T, F> {
  readonly value: T;
  readonly failures: readonly F[];
}
