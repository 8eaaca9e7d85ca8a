import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Rect } from '../frame/rect.ts';
import { movedView, type View, zoomedView } from './axis-view.ts';
import css from './zoom.module.css';

export interface ZoomSurfaceProps {
  /** The part of the picture that the axis spans, pixels. */
  readonly plot: Pick<Rect, 'left' | 'right'>;
  readonly view: View;
  /** All there is to see along the axis. */
  readonly bounds: View;
  readonly onView: (view: View) => void;
  readonly children: ReactNode;
}

interface Finger {
  readonly from: number;
  readonly at: number;
}

interface Gesture {
  /** The view when it began. */
  readonly view: View;
  readonly fingers: ReadonlyMap<number, Finger>;
  /** It has become a drag or a pinch, so that what lies below hears nothing of it. */
  readonly taken: boolean;
}

const idle: Gesture = { view: [0, 1], fingers: new Map(), taken: false };
/** A press that moves less is a click. */
const clickReach = 4;
/** A wheel that has just moved the page goes on moving the page. */
const pageScrollRest = 300;
const lineHeight = 16;

function afterFingers({ view, fingers }: Gesture, { plot, bounds }: ZoomSurfaceProps): View {
  const width = plot.right - plot.left;
  const [a, b] = [...fingers.values()];
  if (a === undefined) return view;
  if (b === undefined) return movedView(view, (a.from - a.at) / width, bounds);
  const before = Math.max(8, Math.abs(a.from - b.from));
  const after = Math.max(8, Math.abs(a.at - b.at));
  const [from, to] = [(a.from + b.from) / 2, (a.at + b.at) / 2];
  const zoomed = zoomedView(view, (from - plot.left) / width, before / after, bounds);
  return movedView(zoomed, (from - to) / width, bounds);
}

/** Wheel and trackpad: along the axis moves, across it zooms; at the widest view a turn outwards is left to the page. */
function afterWheel(event: WheelEvent, { view, bounds, plot }: ZoomSurfaceProps, left: number): View | null {
  const unit = event.deltaMode === 1 ? lineHeight : 1;
  const width = plot.right - plot.left;
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY))
    return movedView(view, (event.deltaX * unit) / width, bounds);
  const widest = view[1] - view[0] >= (bounds[1] - bounds[0]) * 0.999;
  if (event.deltaY > 0 && widest && !event.ctrlKey) return null;
  const share = Math.max(0, Math.min(1, (event.clientX - left - plot.left) / width));
  const factor = Math.exp(event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002));
  return zoomedView(view, share, factor, bounds);
}

/** Zooms and moves an axis by wheel, drag and two fingers; clicks, hovering and one finger pass through to what it holds. */
export function ZoomSurface(props: ZoomSurfaceProps) {
  const { children } = props;
  const surface = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  const gesture = useRef<Gesture>(idle);
  useEffect(() => {
    now.current = props;
  });
  useWheel(surface, now);
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const { fingers, taken } = gesture.current;
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const x = pixelOf(event);
    const begun = new Map([...fingers].map(([id, { at }]) => [id, { from: at, at }]));
    const next = begun.set(event.pointerId, { from: x, at: x });
    gesture.current = { view: now.current.view, fingers: next, taken: taken || next.size > 1 };
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const { fingers, taken, view } = gesture.current;
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) return;
    const at = pixelOf(event);
    const dragged = event.pointerType === 'mouse' && Math.abs(at - finger.from) > clickReach;
    const moved = new Map(fingers).set(event.pointerId, { ...finger, at });
    gesture.current = { view, fingers: moved, taken: taken || dragged };
    if (!gesture.current.taken) return;
    event.stopPropagation();
    if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
    if (moved.size <= 2) now.current.onView(afterFingers(gesture.current, now.current));
  };
  const lift = (event: PointerEvent<HTMLDivElement>): void => {
    const { fingers, taken } = gesture.current;
    if (!fingers.has(event.pointerId)) return;
    if (taken) event.stopPropagation();
    const left = [...fingers].filter(([id]) => id !== event.pointerId);
    const rest = new Map(left.map(([id, { at }]) => [id, { from: at, at }]));
    gesture.current = rest.size === 0 ? idle : { view: now.current.view, fingers: rest, taken };
  };
  return (
    <div
      ref={surface}
      className={css['surface']}
      role="presentation"
      onPointerDownCapture={press}
      onPointerMoveCapture={move}
      onPointerUpCapture={lift}
      onPointerCancelCapture={lift}
    >
      {children}
    </div>
  );
}

function pixelOf(event: PointerEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

function useWheel(
  surface: { readonly current: HTMLDivElement | null },
  now: { readonly current: ZoomSurfaceProps },
): void {
  useEffect(() => {
    const node = surface.current;
    if (node === null) return undefined;
    let scrolledAt = -Infinity;
    const scrolled = (event: Event): void => {
      scrolledAt = event.timeStamp;
    };
    const turn = (event: WheelEvent): void => {
      if (event.timeStamp - scrolledAt < pageScrollRest && !event.ctrlKey) return;
      const view = afterWheel(event, now.current, node.getBoundingClientRect().left);
      if (view === null) return;
      event.preventDefault();
      now.current.onView(view);
    };
    // React listens to wheels without the right to keep the page still.
    node.addEventListener('wheel', turn, { passive: false });
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      node.removeEventListener('wheel', turn);
      document.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [surface, now]);
}
