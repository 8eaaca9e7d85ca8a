import type { PlacedNote } from './footnotes.ts';
import css from './frame.module.css';

interface NotesProps {
  readonly footnotes: readonly PlacedNote[];
  readonly emptyText: PlacedNote | null;
}

/** What a picture does not show, said under it, or in its middle when it shows nothing. */
export function Notes({ footnotes, emptyText }: NotesProps) {
  return (
    <g>
      {footnotes.map(({ text, x, y }) => (
        <text key={y} className={css['note']} x={x} y={y}>
          {text}
        </text>
      ))}
      {emptyText && (
        <text className={css['note']} x={emptyText.x} y={emptyText.y} textAnchor="middle">
          {emptyText.text}
        </text>
      )}
    </g>
  );
}
