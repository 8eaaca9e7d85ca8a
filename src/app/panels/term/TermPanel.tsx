import { useCallback, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { InTurn } from '#charts/figure/InTurn.tsx';
import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { Choice } from '#app/reading/Choice.tsx';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { MissingExpiries } from '#app/reading/MissingExpiries.tsx';
import styles from '#app/reading/panel.module.css';
import type { PanelProps } from '#app/reading/panel.ts';
import { usePointedTables } from '#app/reading/use-data-tables.ts';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import type { TermLines } from '#state/selection.ts';
import { EventGaps } from './EventGaps.tsx';
import { TenorTable } from './TenorTable.tsx';
import { TermTable } from './TermTable.tsx';
import { useTermModel } from './use-term-model.ts';

const FIGURES = ['structure'] as const;
const LINES: readonly { readonly value: TermLines; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'vols', label: 'Vols' },
  { value: 'forward', label: 'Forward vol' },
];

/** What is priced when: level, wings, variance swap, and the vol between one expiry and the next. */
export function TermPanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const { model, text } = useTermModel(market, analysed);
  const termLines = useSelection((state) => state.termLines);
  const { headline, chips, shown, missing } = model;
  const tables = usePointedTables(FIGURES);
  const caption = useMemo(() => figureCaption(analysed.report, market.label), [analysed, market.label]);
  const point = usePointExpiry(channel);
  const toggle = useCallback((expiry: EpochMs) => toggleExpiry(selection, expiry, shown), [selection, shown]);
  const choose = useCallback((chosen: TermLines) => selection.setState({ termLines: chosen }), [selection]);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{headline.sentence}</h1>
        <p className={styles.basis}>{headline.basis}</p>
      </div>
      <ExpiryStrip chips={chips} onToggle={toggle} onPoint={point} />
      <MissingExpiries count={missing} />
      <div className={styles.pictures}>
        <TermStructureFigure
          {...tables.structure}
          caption={caption}
          channel={channel}
          text={text}
          model={model.structure}
          toolbar={<Choice name="Lines" options={LINES} value={termLines} onChoose={choose} />}
        />
      </div>
      <EventGaps events={model.events} rows={model.rows} />
      <InTurn>
        <TermTable
          rows={model.rows}
          atmLabel={model.structure.atmLabel}
          channel={channel}
          onToggle={toggle}
        />
      </InTurn>
      <InTurn>
        <TenorTable tenors={model.tenors} />
        <DroppedQuotes counts={analysed.report.counts} />
      </InTurn>
    </div>
  );
}
