import { ok } from '#base/result.ts';

/** Between attempts; each is twice as long as the one before. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** A part of the page's own code on its way, until it is there or nobody wants it any more. */
export interface CodeLoading {
  /** Tries at once unless an attempt is under way. */
  readonly retry: () => void;
  /** Lets an attempt under way end, and begins none. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
}

/** What becomes of it. */
export interface CodeListener<Code> {
  readonly onThere: (code: Code) => void;
  /** The attempts that failed so far, and the wait before the next; null while none is due. */
  readonly onFailure: (attempts: number, waitMs: number | null) => void;
}

/** Loads at once, and after each failure again. */
export function keepLoading<Code>(
  load: () => Promise<Code>,
  { onThere, onFailure }: CodeListener<Code>,
): CodeLoading {
  let attempts = 0;
  let state: 'wanted' | 'paused' | 'over' = 'wanted';
  let loading = false;
  let nextTry: ReturnType<typeof setTimeout> | undefined;

  async function attempt(): Promise<void> {
    const code = await load().then(ok, () => null);
    loading = false;
    if (state === 'over') return;
    if (code === null) {
      failed();
      return;
    }
    state = 'over';
    onThere(code.value);
  }

  function failed(): void {
    const wait = state === 'paused' ? null : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
    attempts += 1;
    if (wait !== null) nextTry = setTimeout(retry, wait);
    onFailure(attempts, wait);
  }

  function retry(): void {
    clearTimeout(nextTry);
    if (loading || state === 'over') return;
    loading = true;
    void attempt();
  }

  function turn(from: typeof state, to: typeof state): boolean {
    if (state !== from) return false;
    state = to;
    clearTimeout(nextTry);
    return true;
  }

  retry();
  return {
    retry,
    pause: () => void turn('wanted', 'paused'),
    resume: () => {
      if (turn('paused', 'wanted')) retry();
    },
    close: () => {
      state = 'over';
      clearTimeout(nextTry);
    },
  };
}
