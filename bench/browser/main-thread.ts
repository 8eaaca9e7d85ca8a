import type { Browser } from '@playwright/test';

/** One event of the browser's own trace, on the main thread of a page; times in microseconds. */
export interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time: unlike the duration it does not grow where others want the processor too. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly type?: string; readonly url?: string };
  };
}

const TASK = 'ThreadControllerImpl::RunTask';
const SCRIPT: ReadonlySet<string> = new Set([
  'EventDispatch',
  'FunctionCall',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
  'HandlePostMessage',
]);

const THREAD = 'thread_name';
const MAIN = 'CrRendererMain';
/** Of all that a trace tells, what is read here: a minute of it would not fit into memory. */
const KEPT: ReadonlySet<string> = new Set([...SCRIPT, TASK, THREAD]);

/** Traces the main threads of pages until the returned function is called, which gives their events in the order of time. */
export async function traceMainThreads(browser: Browser): Promise<() => Promise<readonly TraceEvent[]>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (KEPT.has(event.name)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', '__metadata'],
      excludedCategories: ['*'],
    },
  });
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    // The browser's own surfaces are pages as well, and have main threads of their own.
    const pages = new Set(
      events.filter(({ args }) => args?.data?.url?.startsWith('http://') === true).map(({ pid }) => pid),
    );
    const mains = new Set(
      events
        .filter(({ name, pid, args }) => name === THREAD && args?.name === MAIN && pages.has(pid))
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    return events
      .filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`))
      .sort((a, b) => a.ts - b.ts);
  };
}

/** One task of a main thread, in milliseconds: on the clock, which grows on a busy machine, and of processor time. */
export interface TaskTime {
  readonly wall: number;
  readonly processor: number;
}

/** The tasks that took most processor time, the longest first. */
export function longestTasks(events: readonly TraceEvent[], count: number): readonly TaskTime[] {
  return events
    .filter(({ name }) => name === TASK)
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 }))
    .toSorted((a, b) => b.processor - a.processor)
    .slice(0, count);
}

/** Processor time of each task, in milliseconds. */
export function taskTimes(events: readonly TraceEvent[]): readonly number[] {
  return events.filter(({ name }) => name === TASK).map(({ tdur = 0 }) => tdur / 1000);
}

/** The longest task's processor time in milliseconds; 0 without tasks. */
export function longestTask(events: readonly TraceEvent[]): number {
  return taskTimes(events).reduce((longest, ms) => Math.max(longest, ms), 0);
}

/** Script that runs by itself, not within other script that is counted already. */
function outermostScript(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return events.filter(({ name, ts, dur = 0 }) => {
    if (!SCRIPT.has(name) || ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** Processor time of script, in milliseconds, from each event of one kind until the next; the last is left out. */
export function scriptPerEvent(events: readonly TraceEvent[], type: string): readonly number[] {
  const starts = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type)
    .map(({ ts }) => ts);
  const script = outermostScript(events);
  return starts.slice(0, -1).map((from, index) => {
    const to = starts[index + 1] ?? Infinity;
    const within = script.filter(({ ts }) => ts >= from && ts < to);
    return within.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  });
}
