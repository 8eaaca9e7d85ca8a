import type { Result } from '#base/result.ts';
import { finiteOrNull } from '../finite-or-null.ts';

/** A result's number when there is one and it is finite, null otherwise. */
export function valueOrNull<E>(found: Result<number, E>): number | null {
  return found.ok ? finiteOrNull(found.value) : null;
}
