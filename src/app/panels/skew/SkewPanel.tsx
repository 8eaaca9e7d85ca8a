import { useCallback, useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { InTurn } from '#charts/figure/InTurn.tsx';
import { Choice } from '#app/reading/Choice.tsx';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { ExpiryStrip } from '#app/reading/ExpiryStrip.tsx';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { MissingExpiries } from '#app/reading/MissingExpiries.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import styles from '#app/reading/panel.module.css';
import { useExpiryStrip } from '#app/reading/use-expiry-strip.ts';
import { usePointExpiry } from '#app/reading/use-focused-expiry.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { toggleExpiry } from '#state/selection-store.ts';
import { WINGS } from '#state/selection.ts';
import { SkewCharts } from './SkewCharts.tsx';
import { useSkewTables } from './skew-tables.ts';
import { SkewGrid } from './SkewGrid.tsx';
import { Translator } from './Translator.tsx';
import { useSkewModel } from './use-skew-model.ts';
import { VerdictTable } from './VerdictTable.tsx';
import { WING_WORDS } from './wing.ts';

const DELTAS = WINGS.map((value) => ({ value, label: WING_WORDS[value].short }));

/** Which number, in whose convention, and whether the spread leaves anything of it. */
export function SkewPanel({ market, analysed, channel }: PanelProps): ReactElement {
  const { selection } = useApp();
  const wing = useSelection((state) => state.wing);
  const { model, pictures, error } = useSkewModel(market, analysed);
  const { headline, missing } = model;
  const { chips, shown } = useExpiryStrip(analysed);
  const caption = useMemo(() => figureCaption(analysed.report, market.label), [analysed, market.label]);
  const tables = useSkewTables();
  const point = usePointExpiry(channel);
  const toggle = useCallback((expiry: EpochMs) => toggleExpiry(selection, expiry, shown), [selection, shown]);
  const translate = useCallback((translated: EpochMs) => selection.setState({ translated }), [selection]);
  const choose = useCallback((chosen: typeof wing) => selection.setState({ wing: chosen }), [selection]);
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h1 className={styles.sentence}>{headline.sentence}</h1>
        <p className={styles.basis}>{headline.basis}</p>
      </div>
      <ExpiryStrip chips={chips} onToggle={toggle} onPoint={point} />
      <MissingExpiries count={missing} />
      {error !== null && <p className={styles.basis}>Some definitions could not be read: {error}</p>}
      <div className={styles.controls}>
        <Choice name="Delta" options={DELTAS} value={wing} onChoose={choose} />
      </div>
      <div className={styles.pictures}>
        <SkewCharts pictures={pictures} wing={wing} tables={tables} caption={caption} channel={channel} />
      </div>
      <InTurn>
        <VerdictTable
          model={model.verdicts}
          delta={WING_WORDS[wing].short}
          channel={channel}
          onToggle={toggle}
        />
      </InTurn>
      <InTurn>
        <Translator model={model.translator} caption={caption} onChoose={translate} />
      </InTurn>
      <InTurn>
        <SkewGrid model={model.grid} tables={tables} caption={caption} channel={channel} />
        <DroppedQuotes counts={analysed.report.counts} />
      </InTurn>
    </div>
  );
}
