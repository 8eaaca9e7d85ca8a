import type { EpochMs } from '#base/time.ts';
import type { DifferenceWords, RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import { riskReversalWords } from '#app/reading/risk-reversal-view.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import type { Wing } from '#state/selection.ts';
import type { SkewRow, SkewRows } from './skew-rows.ts';
import { WING_WORDS } from './wing.ts';
import { BUTTERFLY_SIDES } from './zero-verdict.ts';

/** The two pictures of the panel, each with constant tenors between its expiries. */
export interface DifferenceModels {
  readonly riskReversal: RiskReversalModel;
  readonly butterfly: RiskReversalModel;
}

type Measure = 'riskReversal' | 'butterfly';

function model(
  { expiries: rows, tenors }: SkewRows,
  expiries: readonly DrawnExpiry[],
  shown: readonly EpochMs[],
  { measure, words }: { readonly measure: Measure; readonly words: DifferenceWords },
): RiskReversalModel {
  const known = (row: SkewRow): boolean => row[measure].value !== null;
  return {
    words,
    points: rows.map((row, index) => ({
      expiryId: row.id,
      label: row.label,
      days: row.days,
      colour: expiries[index]?.colour ?? 'var(--text)',
      value: row[measure].value,
      interval: row[measure].interval,
      absence: known(row) ? null : row.absence,
      chosen: shown.some((one) => one === expiries[index]?.report.expiry),
    })),
    tenors: tenors.flatMap((row) => {
      const { value, interval } = row[measure];
      return value === null
        ? []
        : [{ tenorId: row.id, label: `${row.label} constant`, days: row.days, value, interval }];
    }),
    decimals: 1,
    domain: null,
    emptyText: 'No expiry has a put and a call of this delta that can be read.',
  };
}

export function differenceModels(
  rows: SkewRows,
  expiries: readonly DrawnExpiry[],
  { shown, wing }: { readonly shown: readonly EpochMs[]; readonly wing: Wing },
): DifferenceModels {
  const { short } = WING_WORDS[wing];
  return {
    riskReversal: model(rows, expiries, shown, { measure: 'riskReversal', words: riskReversalWords(short) }),
    butterfly: model(rows, expiries, shown, {
      measure: 'butterfly',
      words: {
        label: `${short} butterfly`,
        spoken: 'mean of call and put minus at the money',
        ...BUTTERFLY_SIDES,
      },
    }),
  };
}
