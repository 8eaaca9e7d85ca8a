import css from './frame.module.css';
import type { PlacedLabel } from './label-placement.ts';
import { pathThrough } from './polyline.ts';

interface EndLabelsProps {
  readonly labels: readonly PlacedLabel[];
}

/** Names at the ends of lines, in the lines' colours, with a thin leader where a name had to move. */
export function EndLabels({ labels }: EndLabelsProps) {
  return (
    <g>
      {labels.map(({ id, text, at, leader, colour }) => (
        <g key={id}>
          {leader && <path className={css['leader']} d={pathThrough(leader)} stroke={colour} />}
          <text className={css['label']} x={at.x} y={at.y} dy="0.35em" fill={colour}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
