import type { SkewStudy } from '#analytics/skew/skew-study.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import type { Selection } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { type DifferenceModels, differenceModels } from './difference-models.ts';
import type { DeltaGridModel } from '#charts/delta-grid/delta-grid-model.ts';
import { gridView } from './grid-view.ts';
import { type SkewHeadline, skewHeadline } from './skew-headline.ts';
import { skewRows } from './skew-rows.ts';
import { type TranslatorModel, translator } from './translator.ts';
import { type VerdictTableModel, verdictTable } from './verdict-table.ts';

/** Everything the Skew panel shows, in words and display units. */
export interface SkewModel {
  readonly headline: SkewHeadline;
  /** Chosen expiries that this market does not list. */
  readonly missing: number;
  readonly pictures: DifferenceModels;
  readonly grid: DeltaGridModel;
  readonly verdicts: VerdictTableModel;
  readonly translator: TranslatorModel;
}

export type SkewChoice = Pick<Selection, 'expiries' | 'wing' | 'grid' | 'translated'>;

/** Pure; `study` is null until the worker has answered for the first time. */
export function skewModel(analysed: Analysed, study: SkewStudy | null, choice: SkewChoice): SkewModel {
  const { report } = analysed;
  const { wing } = choice;
  const expiries = drawnExpiries(analysed);
  const { shown, missing } = shownExpiries(report.expiries, choice.expiries);
  const rows = skewRows(analysed, expiries, { wing, study });
  return {
    headline: skewHeadline(report, rows, { expiries, wing }),
    missing,
    pictures: differenceModels(rows, expiries, { shown, wing }),
    grid: gridView(expiries, { study, shown, grid: choice.grid }),
    verdicts: verdictTable(rows, expiries, shown),
    translator: translator(expiries, { study, wing, shown, chosen: choice.translated }),
  };
}
