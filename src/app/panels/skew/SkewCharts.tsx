import { useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { useDataTables } from '#app/reading/use-data-tables.ts';
import type { Wing } from '#state/selection.ts';
import type { DifferenceModels } from './difference-models.ts';
import { figureWords } from './figure-words.ts';
import styles from './skew.module.css';

const FIGURES = ['riskReversal', 'butterfly'] as const;

interface SkewChartsProps {
  readonly pictures: DifferenceModels;
  readonly wing: Wing;
  readonly caption: FigureCaption;
  readonly channel: FocusChannel;
}

/** Asymmetry on the left, curvature on the right, one crosshair through both. */
export function SkewCharts({ pictures, wing, caption, channel }: SkewChartsProps): ReactElement {
  const tables = useDataTables(FIGURES);
  const words = useMemo(() => figureWords(pictures, wing), [pictures, wing]);
  const shared = { caption, channel };
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
