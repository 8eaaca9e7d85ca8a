import type { ContractWhy, WhyPrice } from '#analytics/why/contract-why.ts';
import type { DeltaConvention } from '#analytics/report.ts';
import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { DROP_WORDS } from '#app/reading/drop-words.ts';
import { instantText } from '#app/reading/time-words.ts';
import { figureText, pointsText, volText, type WhyLine, type WhySection, type WhyText } from './why-words.ts';

const SIDES: Readonly<Record<WhyPrice['side'], string>> = {
  bid: 'Bid',
  ask: 'Ask',
  mid: 'Mid',
  mark: 'Mark',
};

const BLACK = { call: 'F·Φ(d1) − K·Φ(d2)', put: 'K·Φ(−d2) − F·Φ(−d1)' } as const;

const DELTAS: Readonly<Record<DeltaConvention, string>> = {
  forward: 'Undiscounted forward Black delta at the fitted vol; puts negative.',
  'premium-adjusted': 'Forward Black delta at the fitted vol, less the premium in coin; puts negative.',
};

function units({ instrument }: ContractWhy): { readonly premium: string; readonly money: string } {
  const { premiumUnit, underlying, quoteCurrency } = instrument;
  return { premium: premiumUnit === 'underlying' ? underlying : quoteCurrency, money: quoteCurrency };
}

function sentence({ prices, point }: ContractWhy): string {
  const vol = (side: WhyPrice['side']): number | null =>
    prices.find((price) => price.side === side)?.vol ?? null;
  const [bid, ask, mid] = [vol('bid'), vol('ask'), vol('mid')];
  const fate =
    point.reason === null ? 'a point of the fit' : `left out of the fit: ${DROP_WORDS[point.reason]}`;
  if (mid !== null) return `Mid vol ${volText(mid)}, bid ${volText(bid)}, ask ${volText(ask)}; ${fate}.`;
  if (bid !== null) return `Bid vol ${volText(bid)} and no ask vol; ${fate}.`;
  if (ask !== null) return `Ask vol ${volText(ask)} and no bid vol; ${fate}.`;
  return `No vol can be read from what is quoted; ${fate}.`;
}

function solved(why: ContractWhy): WhySection {
  const { instrument, prices, at } = why;
  const { premium, money } = units(why);
  const lines = at === null ? [] : [argumentsLine(at)];
  return {
    title: 'Prices, and the vols solved from them',
    formulas: [
      instrument.premiumUnit === 'underlying' ? 'P = premium × F' : 'P = premium ÷ D',
      `P = ${BLACK[instrument.right]}, solved for σ`,
      'd1 = ln(F/K) ÷ (σ√T) + σ√T ÷ 2, d2 = d1 − σ√T',
    ],
    table: {
      columns: [
        'Price',
        `Premium, ${premium}`,
        `P, ${money}`,
        'σ, ours',
        `Black at σ, ${money}`,
        'σ, venue’s',
        'Size',
      ],
      rows: prices.map((price) => [
        SIDES[price.side],
        figureText(price.premium, 8),
        figureText(price.undiscounted, 8),
        volText(price.vol),
        figureText(price.restored, 8),
        volText(price.venueVol),
        figureText(price.size),
      ]),
    },
    lines,
  };
}

function argumentsLine({ side, vol, stdDev, d1, d2 }: NonNullable<ContractWhy['at']>): WhyLine {
  return {
    name: `At the ${side}`,
    value: `σ ${volText(vol)}, σ√T ${numberText(stdDev, 5)}, d1 ${signedText(d1, 5)}, d2 ${signedText(d2, 5)}`,
    how: null,
  };
}

function forwardLine(why: ContractWhy): WhyLine {
  const { value, source, name, ofExpiry } = why.forward;
  const { money } = units(why);
  const named = name === null ? '' : `, named ${name}`;
  const whose = {
    row: `Stated by the venue with this very quote${named}; the whole expiry is measured against ${figureText(ofExpiry, 9)}.`,
    venue: 'This row states none: the median of the venue’s other rows of the expiry.',
    parity: 'The venue states none: from put-call parity on the tight strikes of the expiry.',
  };
  return {
    name: 'Forward F',
    value: `${figureText(value, 9)} ${money}`,
    how: source === null ? 'Neither the venue nor put-call parity gives one.' : whose[source],
  };
}

function inputs(why: ContractWhy, asOf: EpochMs): WhySection {
  const { instrument, years, quotedAt, discount, tick, halfTickVol, intrinsic, last } = why;
  const { premium, money } = units(why);
  const from = quotedAt ?? asOf;
  const inCoin = instrument.premiumUnit === 'underlying';
  return {
    title: 'Inputs',
    formulas: [],
    table: null,
    lines: [
      {
        name: 'Strike K',
        value: `${figureText(instrument.strike, 9)} ${money}`,
        how: `A ${instrument.right}, ${instrument.exercise} exercise.`,
      },
      forwardLine(why),
      {
        name: 'Time T',
        value: `${numberText(years, 6)} years (${numberText(years * DAYS_PER_YEAR, 3)} days)`,
        how: `ACT/365F from ${instantText(from)}, ${quotedAt === null ? 'the chain’s own time' : 'the venue’s stamp of the quote'}, to ${instantText(instrument.expiry)}.`,
      },
      {
        name: 'Discount D',
        value: figureText(discount),
        how: inCoin ? 'Not used: a premium in coin is worth the forward at expiry.' : null,
      },
      {
        name: 'Intrinsic value',
        value: `${figureText(intrinsic, 8)} ${money}`,
        how: 'Undiscounted, at the forward.',
      },
      {
        name: 'Price step',
        value: `${figureText(tick)} ${premium}`,
        how:
          halfTickVol > 0
            ? `Half a step is worth ${pointsText(halfTickVol, 3).replace('+', '')} here.`
            : null,
      },
      {
        name: 'Last trade',
        value: last === null ? 'none known' : `${figureText(last)} ${premium}`,
        how: 'Shown, never an input.',
      },
    ],
  };
}

function beside({ point, prices }: ContractWhy, convention: DeltaConvention): WhySection {
  const mid = prices.find(({ side }) => side === 'mid')?.vol ?? null;
  const gap =
    point.markVol !== null && point.venueMarkVol !== null ? point.markVol - point.venueMarkVol : null;
  const misfit = point.fitVol !== null && mid !== null ? point.fitVol - mid : null;
  return {
    title: 'Beside it',
    formulas: [],
    table: null,
    lines: [
      {
        name: 'Venue’s mark vol',
        value: volText(point.venueMarkVol),
        how: gap === null ? null : `Ours from the same mark less theirs: ${pointsText(gap, 3)}.`,
      },
      {
        name: 'Fitted vol',
        value: volText(point.fitVol),
        how:
          misfit === null
            ? 'Read off the expiry’s curve at ln(K/F).'
            : `The expiry’s curve at ln(K/F); less our mid: ${pointsText(misfit)}.`,
      },
      { name: 'ln(K/F)', value: signedText(point.k, 5), how: 'On the expiry’s forward.' },
      { name: 'Delta', value: signedText(point.delta, 4), how: DELTAS[convention] },
      {
        name: 'In the fit',
        value: point.reason === null ? 'used' : `left out: ${DROP_WORDS[point.reason]}`,
        how: null,
      },
    ],
  };
}

/** How the vols of one contract came about, in words and figures. */
export function contractWords(
  why: ContractWhy,
  { asOf, deltaConvention }: { readonly asOf: EpochMs; readonly deltaConvention: DeltaConvention },
): WhyText {
  return {
    title: why.instrument.name,
    sentence: sentence(why),
    sections: [solved(why), inputs(why, asOf), beside(why, deltaConvention)],
  };
}
