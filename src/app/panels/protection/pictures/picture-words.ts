import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { NoHedgeReason } from '#analytics/protection/no-hedge.ts';
import type { PartId } from '#analytics/protection/bill-parts.ts';
import type { PlanElsewhere, PlanStudy } from '#analytics/protection/protection-study.ts';
import { coinOf } from '#market/underlying.ts';
import { expiryColour } from '#charts/expiry-colour.ts';
import type { FigureText } from '#charts/figure/figure-text.ts';
import { numberText } from '#charts/number-text.ts';
import { shortLabels } from '#app/reading/expiry-words.ts';
import { isPartly, noHedgeReasonWords } from '#app/reading/no-hedge-words.ts';

/** A chart's model with the words around it. */
export interface WordedModel<Model> {
  readonly model: Model;
  readonly text: FigureText;
}

/** What the pictures of one bill share. */
export interface BillBasis {
  readonly bill: HedgeBill | null;
  /** `BTC`. */
  readonly coin: string;
  /** `USD`. */
  readonly currency: string;
}

/** What the pictures of what a plan costs elsewhere share. */
export interface PictureBasis extends BillBasis {
  /** One for each listed expiry, in their order. */
  readonly expiries: readonly {
    readonly id: string;
    readonly label: string;
    readonly colour: string;
    readonly chosen: boolean;
  }[];
}

export function billBasis({
  answer,
  underlying,
  quoteCurrency,
}: Pick<PlanStudy, 'answer' | 'underlying' | 'quoteCurrency'>): BillBasis {
  return { bill: answer.ok ? answer.value : null, coin: coinOf(underlying), currency: quoteCurrency };
}

export function pictureBasis(elsewhere: PlanElsewhere): PictureBasis {
  const { everyExpiry } = elsewhere;
  const basis = billBasis(elsewhere);
  const { bill } = basis;
  const labels = shortLabels(everyExpiry.map(({ label }) => label));
  return {
    ...basis,
    expiries: everyExpiry.map(({ expiry, label }, index) => ({
      id: `${expiry} ${label}`,
      label: labels[index] ?? label,
      colour: expiryColour(index, everyExpiry.length),
      chosen: bill?.expiry === expiry && bill.label === label,
    })),
  };
}

/** Decimals for amounts of this size: three or so figures that mean something. */
export function amountDecimals(sizes: readonly number[]): number {
  const largest = Math.max(0, ...sizes.map(Math.abs));
  if (largest >= 1000 || largest === 0) return 0;
  return Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(largest))));
}

/** Units held, with as many decimals as they need. */
export function unitsText(amount: number): string {
  return numberText(amount, amountDecimals([amount]))
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A reason with the share of the size that is on offer. */
export function reasonText(reason: NoHedgeReason, fillable: number | null): string {
  const partly = fillable !== null && isPartly(reason);
  return `${noHedgeReasonWords(reason)}${partly ? `: ${numberText(Math.floor(100 * fillable), 0)} % of it is on offer` : ''}`;
}

const PARTS: Readonly<Record<PartId, string>> = {
  'flat-atm': 'flat value',
  skew: 'skew',
  'half-spread': 'half-spread',
  slippage: 'slippage',
  fee: 'fee',
  delivery: 'delivery fee',
  basis: 'basis',
  funding: 'funding',
};

/** What a total is without, since the venue does not say; null where nothing is left out. */
export function unknownText({ unknown }: HedgeBill): string | null {
  if (unknown.length === 0) return null;
  return `without ${unknown.map((id) => PARTS[id]).join(' and ')}, not known`;
}
