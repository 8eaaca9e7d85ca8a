import { memo, useMemo } from 'react';
import type { FocusChannel } from '../focus/chart-focus.ts';
import type { Size } from '../frame/rect.ts';
import { heatColour } from '../surface/heat-scale.ts';
import { surfaceLegend } from '../surface/surface-legend.ts';
import type { SurfaceModel } from '../surface/surface-model.ts';
import { PRESETS, viewOf } from './camera.ts';
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
  const aspect = size.width / size.height;
  const shape = useMemo(() => meshShape(model, aspect), [model, aspect]);
  const view = useMemo(() => viewOf(camera, shape.box, size), [camera, shape, size]);
  const axes = useMemo(() => meshAxes(model, shape, view), [model, shape, view]);
  return (
    <>
      <MeshFloor axes={axes} size={size} />
      <MeshCanvas shape={shape} view={view} colouredDots={model.kind === 'contracts'} onFault={onFault} />
      <MeshOverlay model={model} shape={shape} axes={axes} size={size} />
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

interface MeshOverlayProps {
  readonly model: SurfaceModel;
  readonly shape: MeshShape;
  readonly axes: MeshAxes;
  readonly size: Size;
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
function MeshOverlay({ model, shape, axes, size }: MeshOverlayProps) {
  const legend = useMemo(
    () => surfaceLegend(shape.scale, { left: 0, right: Math.min(320, size.width) }),
    [shape, size],
  );
  return (
    <svg className={css['overlay']} width={size.width} height={size.height} aria-hidden="true">
      {axes.labels.map(({ id, text, x, y, anchor, colour }) => (
        <text
          key={id}
          className={css['label']}
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
    </svg>
  );
}
