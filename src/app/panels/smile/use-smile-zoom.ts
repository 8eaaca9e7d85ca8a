import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { movedView, type View, zoomedView } from '#charts/zoom/axis-view.ts';
import { useKey } from '#app/reading/use-key.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { AxisKind, Zoom } from '#state/selection.ts';

/** A view that has rested for so long is a choice and goes into the address. */
const REST_MS = 250;
/** As fine as an address keeps a view. */
const FINEST = 1e6;

export interface SmileZoom {
  /** Null shows the whole smile. */
  readonly view: View | null;
  readonly onView: (view: View) => void;
  readonly reset: () => void;
}

const rounded = (value: number): number => Math.round(value * FINEST) / FINEST;

/** The part of the axis on screen: at once while it moves, in the address once it rests. */
export function useSmileZoom(axis: AxisKind): SmileZoom {
  const { selection } = useApp();
  const kept = useSelection((state) => state.zoom);
  const [moving, setMoving] = useState<Zoom | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(
    (zoom: Zoom | null) => {
      clearTimeout(timer.current);
      selection.setState({ zoom });
      setMoving(null);
    },
    [selection],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const onView = useCallback(
    ([lo, hi]: View) => {
      const zoom = { axis, from: rounded(lo), to: rounded(hi) };
      if (zoom.to <= zoom.from) return;
      setMoving(zoom);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keep(zoom), REST_MS);
    },
    [axis, keep],
  );
  const reset = useCallback(() => keep(null), [keep]);
  const zoom = moving?.axis === axis ? moving : kept;
  return useMemo(
    () => ({ view: zoom?.axis === axis ? [zoom.from, zoom.to] : null, onView, reset }),
    [zoom, axis, onView, reset],
  );
}

/** One press of a key or button. */
export const ZOOM_STEP = 0.7;
const MOVE_STEP = 0.2;

export interface ZoomSteps {
  readonly closer: () => void;
  readonly wider: () => void;
  readonly left: () => void;
  readonly right: () => void;
  readonly reset: () => void;
}

/** The same by steps, for keys and buttons. */
export function useZoomSteps({ onView, reset }: SmileZoom, shown: View, bounds: View): ZoomSteps {
  const steps = useMemo(() => {
    const zoom = (factor: number) => () => onView(zoomedView(shown, 0.5, factor, bounds));
    const move = (share: number) => () => onView(movedView(shown, share, bounds));
    return {
      closer: zoom(ZOOM_STEP),
      wider: zoom(1 / ZOOM_STEP),
      left: move(-MOVE_STEP),
      right: move(MOVE_STEP),
      reset,
    };
  }, [onView, reset, shown, bounds]);
  useKey('+', steps.closer);
  useKey('=', steps.closer);
  useKey('-', steps.wider);
  useKey('[', steps.left);
  useKey(']', steps.right);
  useKey('0', steps.reset);
  return steps;
}
