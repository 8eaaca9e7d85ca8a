import type { SocketFault } from './faults.ts';
import { MAINTENANCE_PAGE } from './http-door.ts';

/** What goes wrong between a venue's session and its socket; each connection has its own. */
export interface FrameFaults {
  /** How many messages of a storm belong to a span of time; what is left of one counts towards the next. */
  stormShare(perSecond: number, elapsedMs: number): number;
  /** The frames that are really sent now, in their order. */
  apply(frames: readonly string[], fault: SocketFault | null): readonly string[];
}

const ONE_IN = 3;
const SECOND = 1000;

/** Counts frames, and holds those that are to come late. */
export function createFrameFaults(): FrameFaults {
  let owed = 0;
  let count = 0;
  let held: { readonly frame: string; readonly at: number }[] = [];
  const third = (): boolean => (count += 1) % ONE_IN === 0;
  return {
    stormShare: (perSecond, elapsedMs) => {
      owed += (perSecond * elapsedMs) / SECOND;
      const whole = Math.floor(owed);
      owed -= whole;
      return whole;
    },
    apply: (frames, fault) => {
      const now = performance.now();
      const late = held.filter(({ at }) => at <= now).map(({ frame }) => frame);
      held = held.filter(({ at }) => at > now);
      return [...(fault === null ? frames : changed(frames, fault, now)), ...late];
    },
  };

  function changed(all: readonly string[], fault: SocketFault, now: number): readonly string[] {
    switch (fault.kind) {
      case 'duplicates':
        return all.flatMap((frame) => [frame, frame]);
      case 'malformed':
        return all.map((frame) => (third() ? frame.slice(0, Math.floor(frame.length / 2)) : frame));
      case 'html':
        return all.map((frame) => (third() ? MAINTENANCE_PAGE : frame));
      case 'out-of-order': {
        const holds = all.map(() => third());
        const at = now + fault.lateMs;
        held.push(...all.filter((_, i) => holds[i] === true).map((frame) => ({ frame, at })));
        return all.filter((_, i) => holds[i] === false);
      }
      case 'refused':
      case 'silent':
    }
    return all;
  }
}
