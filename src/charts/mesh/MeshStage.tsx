import { type KeyboardEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { type ChartFocus, type FocusChannel, sameFocus } from '../focus/chart-focus.ts';
import { CrosshairKeys } from '../focus/CrosshairKeys.tsx';
import { CrosshairMarks } from '../focus/CrosshairMarks.tsx';
import type { Reading } from '../focus/reading.ts';
import type { Point, Size } from '../frame/rect.ts';
import { contractReadout, expiryReadout, isWhole, pinnedNote } from '../surface/surface-reading.ts';
import { pathThrough } from '../frame/polyline.ts';
import { placeReadout, type ReadoutRoom } from '../frame/readout.ts';
import type { SurfaceModel } from '../surface/surface-model.ts';
import { project, type View } from './camera.ts';
import { pointOf, stepOnMesh } from './mesh-picking.ts';
import type { MeshShape } from './mesh-shape.ts';
import css from './SurfaceMesh.module.css';
import { useMeshPointer } from './use-mesh-pointer.ts';

interface MeshStageProps {
  readonly name: string;
  readonly model: SurfaceModel;
  readonly shape: MeshShape;
  readonly view: View;
  readonly channel: FocusChannel;
  readonly onTurn: (by: { readonly yaw: number; readonly pitch: number }) => void;
}

const narrow = 640;

/** Radians a press of a key turns. */
const perKey = 0.12;

const turns: Readonly<Record<string, { readonly yaw: number; readonly pitch: number }>> = {
  ArrowLeft: { yaw: -perKey, pitch: 0 },
  ArrowRight: { yaw: perKey, pitch: 0 },
  ArrowUp: { yaw: 0, pitch: perKey },
  ArrowDown: { yaw: 0, pitch: -perKey },
};

function readMesh(
  { model, shape, view }: Pick<MeshStageProps, 'model' | 'shape' | 'view'>,
  focus: ChartFocus | null,
  base: ChartFocus | null,
): Reading | null {
  const found = pointOf(shape, focus);
  if (found === null) return readExpiry({ model, shape, view }, focus, base);
  const { contract, expiry, at } = found;
  const told = contractReadout(model, expiry, contract);
  const notes = [
    ...told.readout.notes,
    ...pinnedNote(model, contract, pointOf(shape, base)?.contract ?? null),
  ];
  const place = project(view, at);
  const { width } = view.size;
  const room = roomOf(view);
  return {
    x: null,
    dots: [{ x: place.x, y: place.y, colour: expiry.colour }],
    emphasis: null,
    readout: placeReadout({ ...told.readout, notes }, place, room),
    brief: placeReadout({ ...told.brief, notes }, place, room),
    spoken: [told.spoken, ...notes.slice(told.readout.notes.length)].join('; '),
    share: (place.x / width) * 100,
  };
}

/** Below the legend, and in a narrow picture below the buttons too. */
function roomOf({ size: { width, height } }: View): ReadoutRoom {
  return { left: 0, right: width, top: width < narrow ? 98 : 44, bottom: height, names: width };
}

/** An expiry alone is pointed at: its line on the landscape is marked. */
function readExpiry(
  { model, shape, view }: Pick<MeshStageProps, 'model' | 'shape' | 'view'>,
  focus: ChartFocus | null,
  base: ChartFocus | null,
): Reading | null {
  const expiry = model.expiries.find(({ expiryId }) => expiryId === focus?.expiryId);
  if (expiry === undefined || focus === null || focus.pointId !== null) return null;
  const line = shape.nodes
    .filter(({ days }) => Math.abs(days - expiry.days) < 1e-6)
    .map(({ at }) => project(view, at));
  const { readout, spoken } = expiryReadout(model, expiry, base);
  const place = line[Math.floor(line.length / 2)] ?? { x: view.size.width / 2, y: view.size.height / 2 };
  return {
    x: null,
    dots: [],
    emphasis: { path: pathThrough(line), colour: expiry.colour },
    readout: isWhole(focus) ? placeReadout(readout, place, roomOf(view)) : null,
    brief: null,
    spoken: isWhole(focus) ? spoken : expiry.label,
    share: 0,
  };
}

function useMeshReading(props: MeshStageProps) {
  const { model, shape, view, channel } = props;
  const { hover, pins } = useSyncExternalStore(channel.subscribe, channel.current, channel.current);
  const focus = hover ?? pins.at(-1) ?? null;
  const base = pins.find((pin) => !sameFocus(pin, focus)) ?? null;
  const reading = useMemo(
    () => readMesh({ model, shape, view }, focus, base),
    [model, shape, view, focus, base],
  );
  const pinned = useMemo(
    () => pins.flatMap((pin) => readMesh({ model, shape, view }, pin, null)?.dots ?? []),
    [model, shape, view, pins],
  );
  return { focus, reading, pinned, pointed: hover !== null };
}

/** The layer that answers pointer and keys: a drag turns, a pointer reads, arrows step, arrows with Shift turn. */
export function MeshStage(props: MeshStageProps) {
  const { name, shape, view, channel, onTurn } = props;
  const { focus, reading, pinned, pointed } = useMeshReading(props);
  const [by, setBy] = useState<'pointer' | 'keys' | null>(null);
  const { turning, handlers } = useMeshPointer({
    shape,
    view,
    channel,
    onTurn,
    onPress: () => setBy('pointer'),
  });
  const shifted = (event: KeyboardEvent): void => {
    const turnBy = event.shiftKey ? turns[event.key] : undefined;
    if (turnBy === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onTurn(turnBy);
  };
  return (
    <div
      className={css['stage']}
      role="presentation"
      data-turning={turning}
      data-by={by}
      onKeyDownCapture={shifted}
      {...handlers}
    >
      <MeshMarks reading={reading} active={pointed || by === 'keys'} pinned={pinned} size={view.size} />
      <CrosshairKeys
        ref={null}
        name={name}
        share={reading?.share ?? 0}
        spoken={reading?.spoken ?? null}
        onStep={(step) => {
          setBy('keys');
          channel.point(stepOnMesh(shape, focus, step));
        }}
        onPin={() => focus !== null && channel.pin(focus)}
        onClear={channel.clear}
        onEnter={() => {
          setBy('keys');
          if (focus === null) channel.point(stepOnMesh(shape, null, 'right'));
        }}
        onLeave={() => {
          setBy(null);
          channel.point(null);
        }}
      />
    </div>
  );
}

interface MeshMarksProps {
  readonly reading: Reading | null;
  /** Whether something is pointed at; what is only pinned is told in brief. */
  readonly active: boolean;
  readonly pinned: readonly Point[];
  readonly size: Size;
}

/** What is pointed at and what is pinned, over the landscape. */
function MeshMarks({ reading, active, pinned, size: { width, height } }: MeshMarksProps) {
  return (
    <svg className={css['overlay']} width={width} height={height} aria-hidden="true">
      {pinned.map(({ x, y }) => (
        <circle key={`${x} ${y}`} className={css['pin']} cx={x} cy={y} r={7} />
      ))}
      <CrosshairMarks
        reading={reading}
        active={active}
        pinned={[]}
        plot={{ left: 0, right: width, top: 0, bottom: height }}
      />
    </svg>
  );
}
