/** What the reader points at: an expiry, and on a smile also a place along its axis. */
export interface ChartFocus {
  readonly expiryId: string;
  /** On the smile's own axis; null when only an expiry is pointed at. */
  readonly x: number | null;
  /** The quote at that place; survives a change of axis, which `x` does not. */
  readonly pointId: string | null;
}

export interface FocusState {
  readonly hover: ChartFocus | null;
  /** At most two: the second is read against the first. */
  readonly pins: readonly ChartFocus[];
}

/**
 * One crosshair shared by several charts. Charts subscribe with their crosshair layer alone, so that pointing redraws
 * nothing else; the app subscribes to mirror pins into the URL.
 */
export interface FocusChannel {
  readonly current: () => FocusState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly point: (focus: ChartFocus | null) => void;
  /** Pins the place, or takes its pin away when it is pinned already; a third pin pushes out the oldest. */
  readonly pin: (focus: ChartFocus) => void;
  /** Forgets hover and pins. */
  readonly clear: () => void;
  /** For restoring from a link. */
  readonly restore: (pins: readonly ChartFocus[]) => void;
}

const nothing: FocusState = { hover: null, pins: [] };
const mostPins = 2;

export function sameFocus(a: ChartFocus | null, b: ChartFocus | null): boolean {
  if (a === null || b === null) return a === b;
  return a.expiryId === b.expiryId && a.pointId === b.pointId && (a.pointId !== null || a.x === b.x);
}

export function createFocusChannel(): FocusChannel {
  let state = nothing;
  const listeners = new Set<() => void>();
  const become = (next: FocusState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    point: (focus) => {
      if (sameFocus(state.hover, focus) && state.hover?.x === focus?.x) return;
      become({ ...state, hover: focus });
    },
    pin: (focus) => {
      const others = state.pins.filter((pin) => !sameFocus(pin, focus));
      const pins = others.length < state.pins.length ? others : [...others, focus].slice(-mostPins);
      become({ ...state, pins });
    },
    clear: () => {
      if (state.hover !== null || state.pins.length > 0) become(nothing);
    },
    restore: (pins) => become({ ...state, pins: pins.slice(-mostPins) }),
  };
}
