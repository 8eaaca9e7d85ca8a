import { useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import type { Wing } from '#state/selection.ts';
import type { DifferenceModels } from './difference-models.ts';
import { differenceWords } from './figure-words.ts';
import styles from './skew.module.css';
import type { SkewTables } from './skew-tables.ts';

interface SkewChartsProps {
  readonly pictures: DifferenceModels;
  readonly wing: Wing;
  readonly tables: SkewTables;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
}

/** Asymmetry on the left, curvature on the right, one crosshair through both. */
export function SkewCharts(props: SkewChartsProps): ReactElement {
  const { pictures, wing, tables, ...shared } = props;
  const words = useMemo(() => differenceWords(pictures, wing), [pictures, wing]);
  return (
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
  );
}
