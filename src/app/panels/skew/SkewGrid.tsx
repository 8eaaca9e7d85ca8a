import { useMemo, type ReactElement } from 'react';
import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import type { DeltaGridModel } from '#charts/delta-grid/delta-grid-model.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import type { GridKind } from '#state/selection.ts';
import { gridWords } from './figure-words.ts';
import type { SkewTables } from './skew-tables.ts';

const CHOICES: readonly { readonly value: GridKind; readonly label: string }[] = [
  { value: 'over-atm', label: 'Over ATM' },
  { value: 'vol', label: 'Vol' },
];

interface SkewGridProps {
  readonly model: DeltaGridModel;
  readonly tables: SkewTables;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
}

/** Every expiry at every delta. */
export function SkewGrid({ model, tables, ...shared }: SkewGridProps): ReactElement {
  const { selection } = useApp();
  const grid = useSelection((state) => state.grid);
  const words = useMemo(() => gridWords(model), [model]);
  return (
    <DeltaGridFigure
      {...shared}
      {...tables.grid}
      text={words}
      model={model}
      toolbar={
        <Choice
          name="Shows"
          options={CHOICES}
          value={grid}
          onChoose={(chosen) => selection.setState({ grid: chosen })}
        />
      }
    />
  );
}
