import type { DeltaGridModel } from '#charts/delta-grid/delta-grid-model.ts';
import type { FigureText } from '#charts/figure/figure-text.ts';
import { signedText } from '#charts/number-text.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import type { Wing } from '#state/selection.ts';
import type { DifferenceModels } from './difference-models.ts';
import { WING_WORDS } from './wing.ts';

function summary({ points, words, decimals }: RiskReversalModel): string {
  const known = points.flatMap(({ label, days, value }) => (value === null ? [] : [{ label, days, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'Nothing is known here.';
  const text = ({ label, days, value }: typeof first): string =>
    `${signedText(value, decimals)} vol points at ${label} (${daysInWords(days)})`;
  const ends = first === last ? text(first) : `from ${text(first)} to ${text(last)}`;
  return `${words.label}: ${ends}.`;
}

const HOW = 'bar: what the spread leaves, hollow where it holds zero; diamonds: constant tenors';

export function differenceWords(
  { riskReversal, butterfly }: DifferenceModels,
  wing: Wing,
): { readonly riskReversal: FigureText; readonly butterfly: FigureText } {
  const { short } = WING_WORDS[wing];
  return {
    riskReversal: {
      title: `${short} risk reversal by expiry`,
      howToRead: `Call minus put vol; ${HOW}`,
      summary: summary(riskReversal),
    },
    butterfly: {
      title: `${short} butterfly by expiry`,
      howToRead: `Mean wing vol less ATM; ${HOW}`,
      summary: summary(butterfly),
    },
  };
}

export function gridWords({ scale, rows, columns }: DeltaGridModel): FigureText {
  return {
    title: 'Vol by expiry and delta',
    howToRead:
      scale === 'diverging'
        ? 'Vol points over the at-the-money vol of the same expiry, read off its smile'
        : 'Vol in %, read off the smile of each expiry',
    summary: `The smiles of ${rows.length} expiries at ${columns.length} deltas.`,
  };
}
