import { verticalBar } from '../frame/mark-shapes.ts';
import type { Rect } from '../frame/rect.ts';
import css from './Crosshair.module.css';
import type { Reading } from './reading.ts';

interface CrosshairMarksProps {
  readonly reading: Reading | null;
  /** Whether this is the picture pointed at; the others are brief. */
  readonly active: boolean;
  readonly pinned: readonly Reading[];
  readonly plot: Rect;
}

export function CrosshairMarks({ reading, active, pinned, plot }: CrosshairMarksProps) {
  const readout = (active ? null : reading?.brief) ?? reading?.readout;
  return (
    <g>
      {pinned.map(({ x, spoken }) =>
        x === null ? null : (
          <path key={spoken} className={css['pin']} d={verticalBar(x, plot.top - 4, plot.bottom)} />
        ),
      )}
      {reading?.emphasis && (
        <path className={css['emphasis']} d={reading.emphasis.path} stroke={reading.emphasis.colour} />
      )}
      {reading !== null && reading.x !== null && (
        <path className={css['hair']} d={verticalBar(reading.x, plot.top - 4, plot.bottom)} />
      )}
      {reading?.dots.map(({ x, y, colour }) => (
        <circle key={colour} className={css['dot']} cx={x} cy={y} r={4} stroke={colour} />
      ))}
      {readout && <ReadoutTable box={readout} />}
    </g>
  );
}

function ReadoutTable({ box: { box, texts } }: { readonly box: NonNullable<Reading['readout']> }) {
  return (
    <g>
      <rect
        className={css['box']}
        x={box.left}
        y={box.top}
        width={box.right - box.left}
        height={box.bottom - box.top}
        rx={6}
      />
      {texts.map(({ id, text, x, y, anchor, colour, strong }) => (
        <text
          key={id}
          className={strong ? css['strong'] : css['text']}
          x={x}
          y={y}
          dy="0.35em"
          textAnchor={anchor}
          fill={colour ?? 'var(--text)'}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
