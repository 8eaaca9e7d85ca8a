import { type ReactNode, useId, useMemo, useRef } from 'react';
import type { Size } from '../frame/rect.ts';
import css from './ChartFigure.module.css';
import type { DataTable } from './data-table.ts';
import { DataTableView } from './DataTableView.tsx';
import type { ExportKind } from './export-figure.ts';
import type { FigureCaption, FigureText } from './figure-text.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { useTurn } from './use-turn.ts';
import { useWidth } from './use-width.ts';

/** What every chart figure takes beside its model. */
export interface FigureProps {
  readonly text: FigureText;
  readonly caption: FigureCaption;
  /** Whether the data table is open; the page may open it by a key. */
  readonly dataOpen: boolean;
  readonly onDataOpenChange: (open: boolean) => void;
  /** Tells what is behind the place pinned or pointed at; null or absent where nobody can. */
  readonly onWhy?: (() => void) | null;
  /** Controls of this picture, such as its axis. */
  readonly toolbar?: ReactNode;
  /** Pixels; without it the picture takes a height that suits its width. */
  readonly height?: number | undefined;
}

interface ChartFigureProps extends FigureProps {
  readonly table: () => DataTable;
  readonly heightFor: (width: number) => number;
  readonly children: (size: Size) => ReactNode;
}

const WHY = 'Why this number';
const WHY_TITLE = 'Inputs, formula and convention of what is pinned or was pointed at (W)';

/** A picture with its name, how to read it, its numbers as a table and its ways out of the page. */
export function ChartFigure(props: ChartFigureProps) {
  const { text, dataOpen, onDataOpenChange, onWhy, toolbar, table, height, heightFor, children } = props;
  const id = useId();
  const picture = useRef<HTMLDivElement>(null);
  // Its room is taken before the first paint.
  const drawn = useTurn();
  const width = useWidth(picture);
  const size = useMemo(
    () => (width === null || width === 0 ? null : { width, height: height ?? heightFor(width) }),
    [width, height, heightFor],
  );
  const save = async (kind: ExportKind): Promise<string> => {
    // Needed at the first save, not at the first paint.
    const { exportFigure } = await import('./export-figure.ts');
    if (picture.current === null) return 'nothing is drawn';
    return exportFigure(kind, { picture: picture.current, text, caption: props.caption, table: table() });
  };
  return (
    <figure
      className={css['figure']}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      aria-busy={!drawn}
    >
      <figcaption className={css['head']}>
        <h2 className={css['title']} id={`${id}-title`}>
          {text.title}
        </h2>
        <p className={css['how']}>{text.howToRead}</p>
        <p className={css['hidden']} id={`${id}-summary`}>
          {text.summary}
        </p>
        <div className={css['toolbar']}>{toolbar}</div>
        <div className={css['actions']}>
          {onWhy && (
            <button type="button" className={css['quiet']} aria-label={WHY} title={WHY_TITLE} onClick={onWhy}>
              Why
            </button>
          )}
          <button
            type="button"
            className={css['quiet']}
            aria-expanded={dataOpen}
            aria-controls={`${id}-data`}
            onClick={() => onDataOpenChange(!dataOpen)}
          >
            {dataOpen ? 'Hide data' : 'Show data'}
          </button>
          <SaveMenu name={text.title} onSave={save} />
        </div>
      </figcaption>
      <div
        className={css['picture']}
        ref={picture}
        style={size === null ? undefined : { height: size.height }}
      >
        {drawn && size !== null && children(size)}
      </div>
      {dataOpen && <DataTableView id={`${id}-data`} caption={text.title} table={table()} />}
    </figure>
  );
}
