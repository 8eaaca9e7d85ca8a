import { useMemo, type ReactElement } from 'react';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { TermFigure } from '#charts/term/TermFigure.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import { PanelControls } from '#app/reading/PanelControls.tsx';
import { AxisToggle } from '#app/reading/AxisToggle.tsx';
import { figureWords } from './figure-words.ts';
import styles from './overview.module.css';
import { usePointedTables } from '#app/reading/use-data-tables.ts';
import type { OverviewModel } from './view-model.ts';

const FIGURES = ['smile', 'riskReversal', 'term'] as const;

interface OverviewChartsProps {
  readonly model: OverviewModel;
  readonly caption: FigureCaption;
  /** One crosshair for all three. */
  readonly channel: FocusChannel;
}

/** The three pictures; the smile takes the most room and comes first. */
export function OverviewCharts({ model, caption, channel }: OverviewChartsProps): ReactElement {
  const { selection } = useApp();
  const axis = useSelection((state) => state.axis);
  const tables = usePointedTables(FIGURES);
  const words = useMemo(() => figureWords(model), [model]);
  const shared = { caption, channel };
  return (
    <div className={styles.charts}>
      <SmileFigure
        {...shared}
        {...tables.smile}
        text={words.smile}
        model={model.smile}
        toolbar={
          <PanelControls>
            <AxisToggle axis={axis} onChoose={(chosen) => selection.setState({ axis: chosen })} />
          </PanelControls>
        }
      />
      <div className={styles.beside}>
        <RiskReversalFigure
          {...shared}
          {...tables.riskReversal}
          text={words.riskReversal}
          model={model.riskReversal}
        />
        <TermFigure {...shared} {...tables.term} text={words.term} model={model.term} />
      </div>
    </div>
  );
}
