import { GRID_COLUMNS, type GridCell, type GridColumn } from '#analytics/skew/delta-grid.ts';
import type { ExpirySkew, SkewStudy } from '#analytics/skew/skew-study.ts';
import type { EpochMs } from '#base/time.ts';
import type { DeltaGridCell, DeltaGridColumn, DeltaGridModel } from '#charts/delta-grid/delta-grid-model.ts';
import { numberText } from '#charts/number-text.ts';
import { absenceInWords, daysLeft } from '#app/reading/expiry-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import type { GridKind } from '#state/selection.ts';

/** The deltas that stay longest where room is short. */
const RANKS: readonly (readonly number[])[] = [
  [0.5, 0.25, 0.1],
  [0.15, 0.4],
  [0.05, 0.2, 0.3],
];

function columnView({ right, delta }: GridColumn): DeltaGridColumn {
  const size = `${Math.round(delta * 100)}Δ`;
  const rank = RANKS.findIndex((deltas) => deltas.includes(delta));
  if (right === 'atm') return { id: 'ATM', label: 'ATM', name: 'At the forward', side: 'atm', rank };
  const letter = right === 'put' ? 'P' : 'C';
  return { id: `${letter}${size}`, label: size, name: `${size} ${right}`, side: right, rank };
}

const COLUMNS = GRID_COLUMNS.map(columnView);

function strikeDecimals(strike: number): number {
  if (strike >= 1000) return 0;
  return strike >= 10 ? 2 : 4;
}

function cellView(cell: GridCell | null, atm: number | null): DeltaGridCell | null {
  if (cell === null || atm === null) return null;
  return {
    value: (cell.vol - atm) * 100,
    vol: cell.vol * 100,
    strike: numberText(cell.strike, strikeDecimals(cell.strike)),
    quoted: cell.quoted,
  };
}

interface GridChoice {
  readonly study: SkewStudy | null;
  readonly shown: readonly EpochMs[];
  readonly grid: GridKind;
}

/** Expiry by delta: vols, or what they are over their own expiry's vol at the forward. */
export function gridView(
  expiries: readonly DrawnExpiry[],
  { study, shown, grid }: GridChoice,
): DeltaGridModel {
  const skews = new Map<EpochMs, ExpirySkew>((study?.expiries ?? []).map((one) => [one.expiry, one]));
  return {
    columns: COLUMNS,
    rows: expiries.map(({ report, id, label, colour }) => {
      const cells = skews.get(report.expiry)?.grid ?? null;
      const base = grid === 'vol' ? 0 : report.atmVol;
      return {
        expiryId: id,
        label,
        days: daysLeft(report),
        colour,
        cells: cells?.map((cell) => cellView(cell, base)) ?? [],
        absence: absenceInWords(report) ?? (study === null ? 'being read' : null),
        chosen: shown.includes(report.expiry),
      };
    }),
    scale: grid === 'vol' ? 'sequential' : 'diverging',
    unit: grid === 'vol' ? 'vol, %' : 'vol points over ATM',
    decimals: 1,
    emptyText: study === null ? 'The smiles are being read …' : 'No expiry has a smile.',
  };
}
