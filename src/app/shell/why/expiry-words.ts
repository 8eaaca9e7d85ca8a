import type { DeltaConvention, DeltaPoints, ExpiryReport, FitModel } from '#analytics/report.ts';
import type { ExpiryWhy, NearQuote } from '#analytics/why/expiry-why.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { absenceInWords } from '#app/reading/expiry-words.ts';
import { instantText } from '#app/reading/time-words.ts';
import {
  figureText,
  pointsBetween,
  pointsText,
  volsBetween,
  volText,
  type WhyLine,
  type WhySection,
  type WhyText,
} from './why-words.ts';

const MODELS: Readonly<Record<FitModel, string>> = {
  svi: 'SVI: w(k) = a + b·(ρ·(k − m) + √((k − m)² + σ²))',
  essvi: 'eSSVI: w(k) = ½·(θ + ρ·ψ·k + √((ψ·k + θ·ρ)² + θ²·(1 − ρ²)))',
  mixture: 'A mixture of lognormals: prices add, and the vol is read back',
  flat: 'One vol for every strike',
};

const CONVENTIONS: Readonly<Record<DeltaConvention, string>> = {
  forward: 'undiscounted forward delta',
  'premium-adjusted': 'premium-adjusted delta',
};

function sentence({ atmVol, atmVolInterval, delta25, fit, ...expiry }: ExpiryReport): string {
  if (fit === null)
    return `No smile: ${absenceInWords({ atmVol, atmVolInterval, delta25, fit, ...expiry }) ?? 'unknown'}.`;
  return [
    `At-the-money vol ${volText(atmVol)} (${volsBetween(atmVolInterval)})`,
    `25-delta risk reversal ${pointsText(delta25.riskReversal)} (${pointsBetween(delta25.riskReversalInterval)})`,
    `on ${numberText(fit.quotes, 0)} two-sided quotes.`,
  ].join(', ');
}

function quotesText(quotes: readonly NearQuote[]): string {
  return quotes.length === 0
    ? 'No quote used lies beside it.'
    : `Beside it: ${quotes.map(({ instrument, bidVol, askVol }) => `${instrument} ${volsBetween([bidVol, askVol])}`).join('; ')}.`;
}

function atTheMoney({ atmVol, atmVolInterval, dnsVol }: ExpiryReport, why: ExpiryWhy): WhySection {
  return {
    title: 'At the money',
    formulas: ['σ_ATM = √(w(0) ÷ T), with k = ln(K/F) = 0 at the forward'],
    table: null,
    lines: [
      { name: 'σ_ATM', value: volText(atmVol), how: quotesText(why.nearest.atm) },
      {
        name: 'Bid to ask',
        value: volsBetween(atmVolInterval),
        how: 'From the curves through the bids and through the asks.',
      },
      { name: 'Straddle vol', value: volText(dnsVol), how: 'Where call and put deltas cancel.' },
    ],
  };
}

function worked(points: DeltaPoints, atm: number | null): readonly WhyLine[] {
  const { putVol, callVol, riskReversal, butterfly } = points;
  const known = putVol !== null && callVol !== null;
  return [
    {
      name: 'Risk reversal',
      value: pointsText(riskReversal),
      how: known ? `${volText(callVol)} − ${volText(putVol)}.` : null,
    },
    {
      name: 'Risk reversal, tradable',
      value: pointsBetween(points.riskReversalInterval),
      how: 'Call bid − put ask, to call ask − put bid.',
    },
    {
      name: 'Butterfly',
      value: pointsText(butterfly),
      how: known && atm !== null ? `½·(${volText(putVol)} + ${volText(callVol)}) − ${volText(atm)}.` : null,
    },
    {
      name: 'Butterfly, tradable',
      value: pointsBetween(points.butterflyInterval),
      how: 'Both wings on one side of the market, at the money on the other.',
    },
  ];
}

function atDelta(name: string, points: DeltaPoints, expiry: ExpiryReport, quotes: WhyQuotes): WhySection {
  const { putVol, callVol, putStrike, callStrike } = points;
  const strike = (value: number | null): string => (value === null ? '' : ` at ${figureText(value, 7)}`);
  return {
    title: `${name}, ${CONVENTIONS[quotes.convention]}`,
    formulas: ['RR = σ(call) − σ(put)', 'Butterfly = ½·(σ(call) + σ(put)) − σ_ATM'],
    table: null,
    lines: [
      {
        name: 'Put',
        value: `${volText(putVol)}${strike(putStrike)}`,
        how: quotes.put && quotesText(quotes.put),
      },
      {
        name: 'Call',
        value: `${volText(callVol)}${strike(callStrike)}`,
        how: quotes.call && quotesText(quotes.call),
      },
      ...worked(points, expiry.atmVol),
    ],
  };
}

interface WhyQuotes {
  readonly convention: DeltaConvention;
  readonly put: readonly NearQuote[] | null;
  readonly call: readonly NearQuote[] | null;
}

const BASIS_POINTS = 1e4;

function forwardHow({ forwardSource }: ExpiryReport, why: ExpiryWhy): string {
  if (forwardSource === null) return 'Neither the venue nor put-call parity gives one.';
  if (forwardSource === 'parity') return 'The venue states none: from put-call parity on the tight strikes.';
  const range = why.forwardRange?.map((value) => figureText(value, 9)).join(' to ') ?? '';
  const names = why.forwardNames.length === 0 ? '' : `, named ${why.forwardNames.slice(0, 3).join(', ')}`;
  return `The venue’s: median over ${numberText(why.forwardRows, 0)} rows, ${range}${names}.`;
}

function forwards(expiry: ExpiryReport, why: ExpiryWhy): WhySection {
  const { forward, parityForward, discount, years } = expiry;
  const gap =
    forward !== null && parityForward !== null ? (forward / parityForward - 1) * BASIS_POINTS : null;
  return {
    title: 'Forward and time',
    formulas: [],
    table: null,
    lines: [
      {
        name: 'Forward F',
        value: `${figureText(forward, 9)} ${why.quoteCurrency}`,
        how: forwardHow(expiry, why),
      },
      {
        name: 'Parity forward',
        value: `${figureText(parityForward, 9)} ${why.quoteCurrency}`,
        how: `${numberText(why.parityStrikes, 0)} strikes have put and call two-sided; the tightest of them count.${gap === null ? '' : ` F less this: ${signedText(gap, 1)} bp.`}`,
      },
      { name: 'Discount D', value: figureText(discount), how: null },
      {
        name: 'Time T',
        value: `${numberText(years, 6)} years (${numberText(years * DAYS_PER_YEAR, 3)} days)`,
        how: `ACT/365F from the chain’s time to ${instantText(expiry.expiry)}; each quote’s own inversion runs from its own stamp.`,
      },
    ],
  };
}

function fitted({ fit, quotedRange, counts }: ExpiryReport, { quotedBetween }: ExpiryWhy): WhySection | null {
  if (fit === null) return null;
  const { model, parameters, rmse, insideBidAsk, converged, butterflyFree, calendarFree, minG, note } = fit;
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    title: 'Fit',
    formulas: [MODELS[model]],
    table: null,
    lines: [
      ...Object.entries(parameters).map(([name, value]) => ({ name, value: figureText(value), how: null })),
      {
        name: 'Root mean square',
        value: pointsText(rmse, 3).replace('+', ''),
        how: 'Fit less mid vol, over the quotes used.',
      },
      {
        name: 'Inside bid and ask',
        value: `${numberText(insideBidAsk * 100, 0)} %`,
        how: 'Share of two-sided quotes used.',
      },
      {
        name: 'Quotes used',
        value: `${numberText(counts.quotesUsed, 0)} of ${numberText(counts.instruments, 0)}`,
        how:
          quotedBetween === null
            ? null
            : `Stamped ${instantText(quotedBetween[0])} to ${instantText(quotedBetween[1])}.`,
      },
      {
        name: 'Quoted range',
        value:
          quotedRange === null
            ? numberText(null, 0)
            : `k ${quotedRange.map((k) => signedText(k, 3)).join(' to ')}`,
        how: 'Beyond it the curve is extrapolated.',
      },
      { name: 'Converged', value: yes(converged), how: note },
      {
        name: 'No butterfly arbitrage',
        value: yes(butterflyFree),
        how: `Least of Durrleman’s g: ${figureText(minG, 3)}.`,
      },
      {
        name: 'No calendar arbitrage',
        value: yes(calendarFree),
        how: 'Total variance nowhere below the expiry before.',
      },
    ],
  };
}

/** How the numbers of one expiry came about, in words and figures. */
export function expiryWords(expiry: ExpiryReport, why: ExpiryWhy, convention: DeltaConvention): WhyText {
  const fit = fitted(expiry, why);
  const { put, call } = why.nearest;
  return {
    title: expiry.label,
    sentence: sentence(expiry),
    sections:
      fit === null
        ? [forwards(expiry, why)]
        : [
            atTheMoney(expiry, why),
            atDelta('25-delta', expiry.delta25, expiry, { convention, put, call }),
            atDelta('10-delta', expiry.delta10, expiry, { convention, put: null, call: null }),
            forwards(expiry, why),
            fit,
          ],
  };
}
