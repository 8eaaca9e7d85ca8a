import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import { type PlacedNote, packNotes, placeNotes } from '../frame/footnotes.ts';
import { Notes } from '../frame/Notes.tsx';
import type { Size } from '../frame/rect.ts';
import { labelHeight } from '../frame/text-width.ts';
import { surfaceNotes } from '../surface/geometry.ts';
import { heatColour } from '../surface/heat-scale.ts';
import { surfaceLegend } from '../surface/surface-legend.ts';
import type { SurfaceModel } from '../surface/surface-model.ts';
import { type Margin, PRESETS, viewOf } from './camera.ts';
import { type MeshAxes, meshAxes } from './mesh-axes.ts';
import { type MeshShape, meshShape } from './mesh-shape.ts';
import { MeshCanvas, type MeshFault } from './MeshCanvas.tsx';
import { MeshStage } from './MeshStage.tsx';
import css from './SurfaceMesh.module.css';
import { useCamera } from './use-camera.ts';
import '../surface/heat-ramp.css';

export interface SurfaceMeshProps {
  readonly name: string;
  readonly model: SurfaceModel;
  readonly channel: FocusChannel;
  readonly size: Size;
  /** There is no landscape to be had; the map must stand in. */
  readonly onFault: (fault: MeshFault) => void;
}

/** The surface as a landscape: height is vol, colours say what the map's say. */
export const SurfaceMesh = memo(function SurfaceMesh({
  name,
  model,
  channel,
  size,
  onFault,
}: SurfaceMeshProps) {
  const { camera, turn, goTo } = useCamera();
  const notes = useMemo(() => notesUnder(model, size), [model, size]);
  const shape = useMemo(
    () =>
      meshShape(model, { aspect: size.width / size.height, dotGap: dotGapOf(size, model.contracts.length) }),
    [model, size],
  );
  const view = useMemo(
    () => viewOf(camera, shape.box, size, marginOf(size, notes.length)),
    [camera, shape, size, notes],
  );
  const axes = useMemo(() => meshAxes(model, shape, view), [model, shape, view]);
  return (
    <>
      <MeshFloor axes={axes} size={size} />
      <MeshCanvas shape={shape} view={view} colouredDots={model.kind === 'contracts'} onFault={onFault} />
      <MeshOverlay model={model} shape={shape} axes={axes} size={size} notes={notes} />
      <MeshStage name={name} model={model} shape={shape} view={view} channel={channel} onTurn={turn} />
      <fieldset className={css['buttons']} aria-label="Look from">
        {PRESETS.map(({ id, name: words, camera: at }) => (
          <button
            key={id}
            type="button"
            className={css['button']}
            aria-pressed={at.yaw === camera.yaw && at.pitch === camera.pitch}
            onClick={() => goTo(id)}
          >
            {words}
          </button>
        ))}
      </fieldset>
    </>
  );
});

const narrow = 640;

/** Legend and buttons above; numbers, a title and notes below. */
function marginOf({ width }: Size, notes: number): Margin {
  return { top: width < narrow ? 98 : 52, bottom: 48 + notes * labelHeight };
}

const manyDots = 1500;

/** As many pixels as dots must stand apart, in units of a box in such a picture. */
function dotGapOf({ width }: Size, contracts: number): number {
  const apart = contracts > manyDots ? 14 : 7;
  return (3.4 * apart) / Math.min(720, width - 120);
}

function notesUnder(model: SurfaceModel, { width, height }: Size): readonly PlacedNote[] {
  const lines = packNotes(surfaceNotes(model), width);
  return placeNotes(lines, height - lines.length * labelHeight);
}

interface MeshOverlayProps {
  readonly model: SurfaceModel;
  readonly shape: MeshShape;
  readonly axes: MeshAxes;
  readonly size: Size;
  readonly notes: readonly PlacedNote[];
}

/** The box, behind the landscape. */
function MeshFloor({ axes, size }: Pick<MeshOverlayProps, 'axes' | 'size'>) {
  return (
    <svg className={css['overlay']} width={size.width} height={size.height} aria-hidden="true">
      <path className={css['frame']} d={axes.frame} />
    </svg>
  );
}

/** Numbers of the axes, and the legend, over the canvas. */
function MeshOverlay({ model, shape, axes, size, notes }: MeshOverlayProps) {
  const legend = useMemo(
    () => surfaceLegend(shape.scale, { left: 0, right: Math.min(320, size.width) }),
    [shape, size],
  );
  return (
    <svg className={css['overlay']} width={size.width} height={size.height} aria-hidden="true">
      {axes.labels.map(({ id, text, x, y, anchor, colour, strong }) => (
        <text
          key={id}
          className={strong ? css['strong'] : css['label']}
          x={x}
          y={y}
          textAnchor={anchor}
          style={colour === null ? undefined : { fill: colour }}
        >
          {text}
        </text>
      ))}
      {shape.scale !== null && (
        <g>
          <text className={css['text']} x={0} y={11}>
            {model.unit}
          </text>
          <g className={css['legend']}>
            {legend.boxes.map(({ level, d }) => (
              <path
                key={level}
                style={{ fill: heatColour(shape.scale ?? { spread: 'linear' }, level) }}
                d={d}
              />
            ))}
          </g>
          {legend.ticks.map(({ x, y, text, anchor }) => (
            <text key={x} className={css['text']} x={x} y={y} textAnchor={anchor}>
              {text}
            </text>
          ))}
        </g>
      )}
      <Notes footnotes={notes} emptyText={null} />
    </svg>
  );
}
