import { type PointerEvent, useRef, useState } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { Point } from '../frame/rect.ts';
import type { View } from './camera.ts';
import { focusOn, pointUnder } from './mesh-picking.ts';
import type { MeshShape } from './mesh-shape.ts';

interface MeshPointer {
  readonly shape: MeshShape;
  readonly view: View;
  readonly channel: FocusChannel;
  readonly onTurn: (by: { readonly yaw: number; readonly pitch: number }) => void;
  readonly onPress: () => void;
}

/** Radians a pixel of dragging turns. */
const perPixel = 0.006;
/** A press that moved less is a click. */
const still = 4;

/** A drag turns the landscape, a pointer that only moves reads it, a click pins. */
export function useMeshPointer({ shape, view, channel, onTurn, onPress }: MeshPointer) {
  const drag = useRef<{ readonly last: Point; readonly moved: number } | null>(null);
  const [turning, setTurning] = useState(false);
  const read = (event: PointerEvent<HTMLElement>): void => {
    const found = pointUnder(shape, view, pixelUnder(event));
    channel.point(found && focusOn(found));
  };
  const end = (): void => {
    drag.current = null;
    setTurning(false);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { last: pixelUnder(event), moved: 0 };
      setTurning(true);
      onPress();
      if (event.pointerType !== 'mouse') read(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const held = drag.current;
      if (held === null) {
        read(event);
        return;
      }
      const at = pixelUnder(event);
      const step = { x: at.x - held.last.x, y: at.y - held.last.y };
      const moved = held.moved + Math.abs(step.x) + Math.abs(step.y);
      drag.current = { last: at, moved };
      if (moved > still) onTurn({ yaw: step.x * perPixel, pitch: step.y * perPixel });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => {
      const isClick = drag.current !== null && drag.current.moved <= still;
      end();
      if (!isClick || event.pointerType !== 'mouse' || event.button !== 0) return;
      const found = pointUnder(shape, view, pixelUnder(event));
      if (found !== null) channel.pin(focusOn(found));
    },
    onPointerCancel: end,
    onPointerLeave: (event: PointerEvent<HTMLElement>): void => {
      if (event.pointerType === 'mouse' && drag.current === null) channel.point(null);
    },
  };
  return { turning, handlers };
}

function pixelUnder(event: PointerEvent<HTMLElement>): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}
