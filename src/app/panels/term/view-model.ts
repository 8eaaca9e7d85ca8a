import { forwardGaps } from '#analytics/term/forward-gaps.ts';
import type { SwapReach } from '#analytics/term/swap-reach.ts';
import type { EpochMs } from '#base/time.ts';
import type { TermStructureModel } from '#charts/term-structure/term-structure-model.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { expiryStrip, type ExpiryChip } from '#app/reading/expiry-strip.ts';
import type { Selection } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { gapClause } from './gap-words.ts';
import { structureView } from './structure-view.ts';
import { type TermHeadline, termHeadline } from './term-headline.ts';
import { type TenorCells, tenorTable, type TermRow, termTable } from './term-table.ts';

/** Everything the Term panel shows, in words and display units. */
export interface TermPanelModel {
  readonly headline: TermHeadline;
  readonly chips: readonly ExpiryChip[];
  readonly shown: readonly EpochMs[];
  /** Chosen expiries that this market does not list. */
  readonly missing: number;
  readonly structure: TermStructureModel;
  /** Gaps that stand out, each in one clause. */
  readonly events: readonly { readonly id: string; readonly words: string }[];
  readonly rows: readonly TermRow[];
  readonly tenors: readonly TenorCells[];
}

export type TermChoice = Pick<Selection, 'expiries' | 'atm' | 'termLines'>;

/** Pure: the same report and choice give the same panel. `reach` is null until the worker has answered. */
export function termPanelModel(
  analysed: Pick<Analysed, 'report' | 'lines'>,
  { expiries: chosen, atm, termLines }: TermChoice,
  reach: readonly SwapReach[] | null = null,
): TermPanelModel {
  const { report } = analysed;
  const expiries = drawnExpiries(analysed);
  const { shown, missing } = shownExpiries(report.expiries, chosen);
  const gaps = forwardGaps(report.expiries);
  return {
    headline: termHeadline(report, gaps, { expiries, atm }),
    chips: expiryStrip(expiries, shown, atm),
    shown,
    missing,
    structure: structureView(report, gaps, { expiries, choice: { shown, atm, termLines } }),
    events: gaps.flatMap((gap) => {
      const words = gapClause(gap, expiries);
      return words === null ? [] : [{ id: String(gap.far), words }];
    }),
    rows: termTable(expiries, gaps, { shown, atm, reach }),
    tenors: tenorTable(report),
  };
}
