import type { EpochMs } from '#base/time.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import { absenceInWords, daysLeft } from './expiry-words.ts';
import type { DrawnExpiry } from './smile-view.ts';
import { intervalInVolPoints, inVolPoints } from './vol-points.ts';

/** Why there is no 25-delta risk reversal although there is a smile, or why there is no smile. */
function absence({ report }: DrawnExpiry): string | null {
  if (report.delta25.riskReversal !== null) return null;
  return absenceInWords(report) ?? 'the smile does not reach 25 delta';
}

/** 25-delta call vol minus put vol of every listed expiry. */
export function riskReversalView(
  expiries: readonly DrawnExpiry[],
  shown: readonly EpochMs[],
): RiskReversalModel {
  return {
    words: riskReversalWords('25Δ'),
    points: expiries.map((drawn) => ({
      expiryId: drawn.id,
      label: drawn.label,
      days: daysLeft(drawn.report),
      colour: drawn.colour,
      value: inVolPoints(drawn.report.delta25.riskReversal),
      interval: intervalInVolPoints(drawn.report.delta25.riskReversalInterval),
      absence: absence(drawn),
      chosen: shown.includes(drawn.report.expiry),
    })),
    tenors: [],
    decimals: 1,
    domain: null,
    emptyText: 'No expiry has a 25-delta put and call that can be read.',
  };
}

/** @param delta as written: `25Δ` */
export function riskReversalWords(delta: string): RiskReversalModel['words'] {
  return {
    label: `${delta} call − put`,
    spoken: 'call minus put',
    below: 'puts dearer',
    above: 'calls dearer',
  };
}
