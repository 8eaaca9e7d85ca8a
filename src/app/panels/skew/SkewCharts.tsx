import { useMemo, type ReactElement } from 'react';
import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import type { DeltaGridModel } from '#charts/delta-grid/delta-grid-model.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import type { GridKind, Wing } from '#state/selection.ts';
import type { DifferenceModels } from './difference-models.ts';
import { figureWords } from './figure-words.ts';
import styles from './skew.module.css';

const FIGURES = ['riskReversal', 'butterfly', 'grid'] as const;
const GRID_CHOICES: readonly { readonly value: GridKind; readonly label: string }[] = [
  { value: 'over-atm', label: 'Over ATM' },
  { value: 'vol', label: 'Vol' },
];

interface SkewChartsProps {
  readonly pictures: DifferenceModels;
  readonly grid: DeltaGridModel;
  readonly wing: Wing;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
}

/** Asymmetry on the left, curvature on the right, one crosshair through both. */
export function SkewCharts({ pictures, grid, wing, caption, channel }: SkewChartsProps): ReactElement {
  const { selection } = useApp();
  const kind = useSelection((state) => state.grid);
  const tables = useDataTables(FIGURES);
  const words = useMemo(() => figureWords(pictures, grid, wing), [pictures, grid, wing]);
  const shared = { caption, channel };
  return (
    <>
      <div className={styles.charts}>
        <RiskReversalFigure
          {...shared}
          {...tables.riskReversal}
          text={words.riskReversal}
          model={pictures.riskReversal}
        />
        <RiskReversalFigure
          {...shared}
          {...tables.butterfly}
          text={words.butterfly}
          model={pictures.butterfly}
        />
      </div>
      <DeltaGridFigure
        {...shared}
        {...tables.grid}
        text={words.grid}
        model={grid}
        toolbar={
          <Choice
            name="Shows"
            options={GRID_CHOICES}
            value={kind}
            onChoose={(chosen) => selection.setState({ grid: chosen })}
          />
        }
      />
    </>
  );
}
