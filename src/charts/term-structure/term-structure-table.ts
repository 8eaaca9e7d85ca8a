import type { DataTable } from '../figure/data-table.ts';
import type { StructurePoint, StructureStep, TermStructureModel } from './term-structure-model.ts';

/** Listed expiries with the forward vol up to each, then the constant maturities between them. */
export function termStructureTable(model: TermStructureModel): DataTable {
  const { atmLabel, deltaLabel, points, steps, tenors, decimals } = model;
  const vol = (id: string, label: string) => ({ id, label: `${label}, %`, decimals });
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      vol('atm', `ATM, ${atmLabel}`),
      vol('lo', 'ATM bid'),
      vol('hi', 'ATM ask'),
      vol('put', `${deltaLabel} put`),
      vol('call', `${deltaLabel} call`),
      vol('swap', 'variance swap'),
      { id: 'gap', label: 'forward vol over', decimals: null },
      vol('forward', 'forward vol'),
      vol('forwardLo', 'forward vol, lowest after the spread'),
      vol('forwardHi', 'forward vol, highest after the spread'),
      { id: 'note', label: 'flag, or missing because', decimals: null },
    ],
    rows: [
      ...points.map((point) => ({
        id: point.expiryId,
        cells: [
          ...volCells(point),
          ...stepCells(
            point,
            steps.find(({ expiryId }) => expiryId === point.expiryId),
          ),
        ],
      })),
      ...tenors.map(({ tenorId, label, days, atm }) => ({
        id: tenorId,
        cells: [label, days, atm, null, null, null, null, null, null, null, null, null, null],
      })),
    ],
  };
}

type Cells = readonly (string | number | null)[];

function volCells({ label, days, atm, atmInterval, putVol, callVol, swapVol }: StructurePoint): Cells {
  return [label, days, atm, ...endsOf(atmInterval), putVol, callVol, swapVol];
}

function stepCells({ absence }: StructurePoint, step: StructureStep | undefined): Cells {
  if (step === undefined) return [null, null, null, null, absence];
  return [step.label, step.vol, ...endsOf(step.interval), absence ?? step.flag];
}

function endsOf(interval: readonly [number, number] | null): Cells {
  return interval ?? [null, null];
}
