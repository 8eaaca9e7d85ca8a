import type { ExpiryReport, Interval } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { fitMisses, type WingMiss } from '#charts/smile/fit-misses.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { daysInWords, daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints, supportedDecimals } from '#app/reading/vol-points.ts';
import { type Residual, residualsOf } from './residuals.ts';

/** The answer in one sentence, and the line that says on what it rests. */
export interface SmileHeadline {
  readonly sentence: string;
  readonly basis: string;
}

const USUAL_DAYS = 30;

/** The drawn expiry that most people would quote: fitted, and nearest to a month. */
export function leadingExpiry(expiries: readonly DrawnExpiry[]): DrawnExpiry | null {
  const fitted = expiries.filter(({ report }) => report.fit !== null && report.atmVol !== null);
  const distance = ({ report }: DrawnExpiry): number =>
    Math.abs(Math.log(Math.max(daysLeft(report), 0.01) / USUAL_DAYS));
  const [first, ...rest] = fitted;
  if (first === undefined) return null;
  return rest.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
}

function rangeText(interval: Interval | null, decimals: number): string {
  if (interval === null) return '';
  return ` (${numberText(interval[0], decimals)} to ${numberText(interval[1], decimals)} after the spread)`;
}

function sentenceOf({ report, label }: DrawnExpiry): string {
  const interval = intervalInVolPoints(report.atmVolInterval);
  const decimals = Math.min(1, supportedDecimals(interval));
  const vol = (value: number | null): string => numberText(inVolPoints(value), decimals);
  const { putVol, callVol } = report.delta25;
  const wings = [
    ...(putVol === null ? [] : [`${vol(putVol)} at the 25Δ put`]),
    ...(callVol === null ? [] : [`${vol(callVol)} at the 25Δ call`]),
  ];
  const middle = `${vol(report.atmVol)} vol at the forward${rangeText(interval, decimals)}`;
  return `${label}, ${daysInWords(daysLeft(report))}: ${[middle, ...wings].join(', ')}.`;
}

/** Half the spread of the middle quote of the fit, vol points. */
function medianSpread(residuals: readonly Residual[]): number | null {
  const spreads = residuals
    .filter(({ used }) => used)
    .flatMap(({ halfSpread }) => (halfSpread === null ? [] : [2 * halfSpread]))
    .toSorted((a, b) => a - b);
  return spreads[Math.floor(spreads.length / 2)] ?? null;
}

function spreadWords(residuals: readonly Residual[]): string {
  const spread = medianSpread(residuals);
  return spread === null ? '' : ` The usual spread is ${numberText(spread, 1)} vol points.`;
}

/** Outside its own spread the fit and the market truly disagree. */
function farthest(residuals: readonly Residual[], strikeDecimals: number): string {
  const beyond = residuals.flatMap((one) =>
    one.used && one.inHalfSpreads !== null && Math.abs(one.inHalfSpreads) > 1
      ? [{ ...one, size: Math.abs(one.inHalfSpreads) }]
      : [],
  );
  if (beyond.length === 0) return '';
  const worst = beyond.reduce((most, next) => (next.size > most.size ? next : most));
  const side = worst.points > 0 ? 'above' : 'below';
  const place = `${numberText(worst.strike, strikeDecimals)} ${worst.right}`;
  return ` Farthest from the fit: the ${place}, its mid ${numberText(worst.size, 1)} half-spreads ${side}.`;
}

/** Wings where the fit leaves its own quotes, as the picture shows them in dashes. */
function wingWords(curve: SmileCurve): string {
  const { puts, calls } = fitMisses(curve);
  const told = (wing: string, miss: WingMiss | null): readonly string[] =>
    miss === null
      ? []
      : [
          `far ${wing} up to ${numberText(Math.abs(miss.points), 1)} ${miss.points > 0 ? 'above' : 'below'} it`,
        ];
  const parts = [...told('puts', puts), ...told('calls', calls)];
  if (parts.length === 0) return '';
  return ` The fit is dashed where it misses its quotes by over a vol point: ${parts.join(', ')}.`;
}

function basisOf(expiry: ExpiryReport, curve: SmileCurve | null, strikeDecimals: number): string {
  const { fit } = expiry;
  const residuals = curve === null ? [] : residualsOf(curve);
  const wings = curve === null ? '' : wingWords(curve);
  if (fit === null) return '';
  const inside = `${numberText(100 * fit.insideBidAsk, 0)} %`;
  const rests = `Fitted on ${fit.quotes} two-sided quotes; the fit lies inside bid and ask at ${inside} of them.`;
  const warning = isMisfit(fit) ? ` ${MISFIT_WORDS.replace(/^t/, 'T')}: not to be relied on.` : '';
  return `${rests}${warning}${spreadWords(residuals)}${wings === '' ? farthest(residuals, strikeDecimals) : wings}`;
}

/** What a strike costs in vol at the leading expiry, with its interval and what it rests on. */
export function smileHeadline(
  lead: DrawnExpiry | null,
  curve: SmileCurve | null,
  strikeDecimals: number,
): SmileHeadline {
  if (lead === null) {
    return {
      sentence: 'What a strike costs in vol is not known here: no chosen expiry has a smile.',
      basis: 'Quotes are drawn on the axes that need no fit; under the picture stands why there is none.',
    };
  }
  return { sentence: sentenceOf(lead), basis: basisOf(lead.report, curve, strikeDecimals) };
}
