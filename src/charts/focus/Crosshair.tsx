import { type PointerEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Point, Rect, Size } from '../frame/rect.ts';
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

/** What the channel points at, read off this picture. */
function useReading(channel: FocusChannel, rules: CrosshairRules) {
  const { hover, pins } = useSyncExternalStore(channel.subscribe, channel.current, channel.current);
  const focus = hover ?? pins.at(-1) ?? null;
  const base = pins.find((pin) => !sameFocus(pin, focus)) ?? null;
  const reading = focus && rules.read(focus, base);
  const pinned = pins.flatMap((pin) => rules.read(pin, null) ?? []);
  const isPinned = pins.some((pin) => sameFocus(pin, focus));
  const spoken = reading && `${reading.spoken}${isPinned ? '; pinned' : ''}`;
  return { focus, reading, pinned, spoken };
}

/**
 * The layer that answers pointer and keys, over a picture that it never redraws. Keys and assistive technology meet a
 * slider along the axis, whose value is the sentence that the readout shows.
 */
export function Crosshair({ name, channel, rules, size, plot }: CrosshairProps) {
  const { focus, reading, pinned, spoken } = useReading(channel, rules);
  const keys = useRef<HTMLInputElement>(null);
  const [hovered, setHovered] = useState(false);
  // Only keys show the focus ring: a press of the pointer focuses too, so that arrows go on from there.
  const [by, setBy] = useState<'pointer' | 'keys' | null>(null);
  const pressing = useRef(false);
  // A finger pins what it taps again; the first tap only points.
  const tapped = useRef<ChartFocus | null>(null);

  return (
    <div
      className={css['layer']}
      role="presentation"
      onMouseDown={(event) => event.preventDefault()}
      data-by={by}
      onPointerEnter={() => setHovered(true)}
      onPointerDown={(event) => {
        pressing.current = true;
        keys.current?.focus({ preventScroll: true });
        pressing.current = false;
        setBy('pointer');
        tapped.current = channel.current().hover;
        channel.point(rules.find(pixelUnder(event)));
      }}
      onPointerMove={(event) => channel.point(rules.find(pixelUnder(event)))}
      onPointerLeave={(event) => {
        setHovered(false);
        if (event.pointerType === 'mouse') channel.point(null);
      }}
      onPointerUp={(event) => {
        const place = rules.find(pixelUnder(event));
        if (place === null || event.button !== 0) return;
        if (event.pointerType === 'mouse' || sameFocus(place, tapped.current)) channel.pin(place);
      }}
    >
      <svg width={size.width} height={size.height} aria-hidden="true">
        <CrosshairMarks reading={reading} active={hovered || by !== null} pinned={pinned} plot={plot} />
      </svg>
      <CrosshairKeys
        ref={keys}
        name={name}
        share={reading?.share ?? 0}
        spoken={spoken}
        onStep={(step) => {
          setBy('keys');
          channel.point(rules.step(focus, step));
        }}
        onPin={() => focus !== null && channel.pin(focus)}
        onClear={channel.clear}
        onEnter={() => {
          if (pressing.current) return;
          setBy('keys');
          if (focus === null) channel.point(rules.step(null, 'right'));
        }}
        onLeave={() => {
          setBy(null);
          channel.point(null);
        }}
      />
    </div>
  );
}

function pixelUnder(event: PointerEvent<HTMLElement>): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}
