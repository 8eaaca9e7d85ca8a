import { verticalBar } from '../frame/mark-shapes.ts';
import type { Rect } from '../frame/rect.ts';
import css from './Crosshair.module.css';
import type { Reading } from './reading.ts';

interface CrosshairMarksProps {
  readonly reading: Reading | null;
  readonly pinned: readonly Reading[];
  readonly plot: Rect;
}

export function CrosshairMarks({ reading, pinned, plot }: CrosshairMarksProps) {
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
        <circle key={`${colour} ${x} ${y}`} className={css['dot']} cx={x} cy={y} r={4} stroke={colour} />
      ))}
      {reading?.readout && <ReadoutTable box={reading.readout} />}
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
      {texts.map(({ text, x, y, anchor, colour, strong }) => (
        <text
          key={`${x} ${y}`}
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
