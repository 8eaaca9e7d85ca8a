import { type PointerEvent, useRef, useSyncExternalStore } from 'react';
import type { Rect, Size } from '../frame/rect.ts';
import { type ChartFocus, type FocusChannel, sameFocus } from './chart-focus.ts';
import css from './Crosshair.module.css';
import { CrosshairKeys } from './CrosshairKeys.tsx';
import { CrosshairMarks } from './CrosshairMarks.tsx';
import type { CrosshairRules } from './reading.ts';

export interface CrosshairProps {
  readonly name: string;
  readonly channel: FocusChannel;
  readonly rules: CrosshairRules;
  readonly size: Size;
  readonly plot: Rect;
}

/**
 * The layer that answers pointer and keys, over a picture that it never redraws. Keys and assistive technology meet a
 * slider along the axis, whose value is the sentence that the readout shows.
 */
export function Crosshair({ name, channel, rules, size, plot }: CrosshairProps) {
  const { hover, pins } = useSyncExternalStore(channel.subscribe, channel.current, channel.current);
  const focus = hover ?? pins.at(-1) ?? null;
  const base = pins.find((pin) => !sameFocus(pin, focus)) ?? null;
  const reading = focus && rules.read(focus, base);
  const pinned = pins.flatMap((pin) => rules.read(pin, null) ?? []);
  const keys = useRef<HTMLInputElement>(null);
  const isPinned = pins.some((pin) => sameFocus(pin, focus));

  const placeUnder = (event: PointerEvent<HTMLElement>): ChartFocus | null => {
    const frame = event.currentTarget.getBoundingClientRect();
    return rules.find({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  };
  return (
    <div
      className={css['layer']}
      role="presentation"
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        keys.current?.focus({ preventScroll: true });
        channel.point(placeUnder(event));
      }}
      onPointerMove={(event) => channel.point(placeUnder(event))}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') channel.point(null);
      }}
      onPointerUp={(event) => {
        const place = placeUnder(event);
        if (place !== null && event.pointerType === 'mouse' && event.button === 0) channel.pin(place);
      }}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        <CrosshairMarks reading={reading} pinned={pinned} plot={plot} />
      </svg>
      <CrosshairKeys
        ref={keys}
        name={name}
        share={reading?.share ?? 0}
        spoken={reading ? `${reading.spoken}${isPinned ? '; pinned' : ''}` : null}
        onStep={(step) => channel.point(rules.step(focus, step))}
        onPin={() => focus !== null && channel.pin(focus)}
        onClear={channel.clear}
        onLeave={() => channel.point(null)}
      />
    </div>
  );
}
