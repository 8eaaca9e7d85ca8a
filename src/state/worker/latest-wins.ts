/** A request that was overtaken by a newer one before it ran. */
export interface Overtaken {
  readonly overtaken: true;
}
const overtaken: Overtaken = { overtaken: true };

interface Waiting<A, R> {
  readonly argument: A;
  readonly settle: (outcome: R | Overtaken | PromiseLike<R | Overtaken>) => void;
}

/**
 * Runs one job at a time. While it runs only the newest request waits; older ones are told at once that they were
 * overtaken, so that no backlog can build up behind a slow job.
 */
export function latestWins<A, R>(run: (argument: A) => Promise<R>): (argument: A) => Promise<R | Overtaken> {
  let running = false;
  let waiting: Waiting<A, R> | null = null;

  const start = (job: Waiting<A, R>): void => {
    running = true;
    const done = run(job.argument).finally(() => {
      running = false;
      const next = waiting;
      waiting = null;
      if (next) start(next);
    });
    job.settle(done);
  };

  return (argument) =>
    new Promise((settle) => {
      const job = { argument, settle };
      if (!running) start(job);
      else {
        waiting?.settle(overtaken);
        waiting = job;
      }
    });
}

/** The same for questions of several kinds: none overtakes one of another kind. */
export function eachLatestWins<A, R>(
  run: (argument: A) => Promise<R>,
  kindOf: (argument: A) => string,
): (argument: A) => Promise<R | Overtaken> {
  const lines = new Map<string, (argument: A) => Promise<R | Overtaken>>();
  return (argument) => {
    const kind = kindOf(argument);
    const line = lines.get(kind) ?? latestWins(run);
    lines.set(kind, line);
    return line(argument);
  };
}

export function wasOvertaken(outcome: object): outcome is Overtaken {
  return 'overtaken' in outcome;
}
