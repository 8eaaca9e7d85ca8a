import type { PartId } from '#analytics/protection/bill-parts.ts';
import type { WaterfallTone } from '#charts/waterfall/waterfall-model.ts';

interface PartWords {
  readonly label: string;
  readonly tone: WaterfallTone;
}

/** Parts of a bill as they are called on screen. */
export const PART_WORDS: Readonly<Record<PartId, PartWords>> = {
  'flat-atm': { label: 'Flat-ATM value', tone: 'value' },
  skew: { label: 'Skew surcharge', tone: 'skew' },
  'half-spread': { label: 'Half-spread', tone: 'execution' },
  slippage: { label: 'Slippage', tone: 'execution' },
  fee: { label: 'Fee', tone: 'fee' },
  delivery: { label: 'Delivery fee, expected', tone: 'fee' },
  basis: { label: 'Basis', tone: 'carry' },
  funding: { label: 'Funding', tone: 'carry' },
};
