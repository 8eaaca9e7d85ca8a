import type { ExpiryDensity } from '#analytics/density/expiry-density.ts';
import { chanceText } from '#charts/density/density-reading.ts';
import type { DensityLevel } from '#charts/density/density-model.ts';
import { numberText } from '#charts/number-text.ts';
import { daysInWords, daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';

/** The answer in one sentence, and the lines that say on what it rests. */
export interface DensityHeadline {
  readonly sentence: string;
  readonly basis: string;
}

export const NOT_A_FORECAST =
  'Risk-neutral, not a forecast: prices of options hold what people pay to be rid of a risk, so that outcomes they fear count for more than they are likely.';

interface Told {
  readonly underlying: string;
  readonly lead: { readonly drawn: DrawnExpiry; readonly density: ExpiryDensity };
  readonly level: { readonly price: number; readonly at: DensityLevel };
  readonly unit: string;
  readonly decimals: number;
}

export function densityHeadline(told: Told): DensityHeadline {
  const { underlying, lead, level, unit, decimals } = told;
  const { drawn } = lead;
  const price = (value: number): string => numberText(value, decimals);
  const { below, belowRange } = level.at;
  const above = below > 50;
  const chance = above ? 100 - below : below;
  const range = belowRange && (above ? [100 - belowRange[1], 100 - belowRange[0]] : belowRange);
  const open =
    range === null
      ? 'what the spread leaves open is not known'
      : rangeText(chanceText(range[0] ?? 0), chanceText(range[1] ?? 0));
  const when = `${drawn.label} (${daysInWords(daysLeft(drawn.report))})`;
  return {
    sentence: `Options of ${when} price ${underlying} ${above ? 'above' : 'below'} ${price(level.price)} ${unit} at ${chanceText(chance)}; ${open}.`,
    basis: [halfText(lead.density, price), restsText(lead), NOT_A_FORECAST]
      .filter((text) => text !== '')
      .join(' '),
  };
}

/** A range that no digit shows is none. */
function rangeText(low: string, high: string): string {
  return low === high ? 'the spread does not move it' : `the spread leaves ${low} to ${high}`;
}

function halfText({ quantiles, forward }: ExpiryDensity, price: (value: number) => string): string {
  const at = (wanted: number): number | null =>
    quantiles.find(({ probability }) => probability === wanted)?.logStrike ?? null;
  const [low, high] = [at(0.25), at(0.75)];
  if (low === null || high === null) return '';
  return `Half of the outcomes priced lie between ${price(forward * Math.exp(low))} and ${price(forward * Math.exp(high))}.`;
}

function restsText({ drawn, density }: Told['lead']): string {
  const { fit } = drawn.report;
  const outside = density.moments?.extrapolated?.mass ?? null;
  const quotes = `Read from a smile on ${fit?.quotes ?? 0} two-sided quotes`;
  const misfit = isMisfit(fit) ? `; ${MISFIT_WORDS}: not to be relied on` : '';
  const wings = outside === null ? '' : `; ${chanceText(100 * outside)} of the chances lie beyond them`;
  return `${quotes}${wings}${misfit}.`;
}
