import { isoDay } from '#base/calendar.ts';
import type { Interval } from '../report.ts';
import { type Amounts, PART_IDS, type PartId } from './bill-parts.ts';
import type { HedgeBill } from './hedge-bill.ts';
import type { KnownDepth } from './side-fills.ts';

/** Why two bills are not for the same thing, or why the cheaper one may not be had. */
export type NotAlike =
  | 'other-structure'
  | 'other-expiry'
  | 'other-strikes'
  /** The cheaper side's price is for a size that nobody has told, while the other's was found on offer. */
  | 'size-not-known';

/** One part on both sides, of the holding at each side's own forward, decimal; null where a side does not know it. */
export interface PartOnBoth {
  readonly id: PartId;
  readonly a: Amounts | null;
  readonly b: Amounts | null;
  /** A less B, of the holding; null where either is not known. */
  readonly difference: number | null;
}

/**
 * What the same floor costs at two venues, A less B, of the holding at each venue's own forward: decimal, positive where A is
 * dearer. Of the holding and not in money, since one venue may count in dollars and the other in a stablecoin.
 */
export interface BillDifference {
  readonly parts: readonly PartOnBoth[];
  /** Both bought now at what is offered, parts known on both sides only. */
  readonly share: number;
  /**
   * What stays open while nobody has traded: each side costs at least its parts without half-spread and slippage, for whoever
   * is filled in the middle, and at most all of them. Lower end first.
   */
  readonly interval: Interval;
  /** Parts that one side does not know, so that they are in neither sum. */
  readonly leftOut: readonly PartId[];
  /** Empty where the two can be held against each other. */
  readonly notAlike: readonly NotAlike[];
  /** The side that costs less bought now; null where they cost the same. */
  readonly cheaper: 'a' | 'b' | null;
}

/** Smaller differences than a ten-billionth of the holding are rounding. */
const ROUNDING = 1e-10;
/** Strikes of two venues that differ by less, relatively, are one strike. */
const SAME_STRIKE = 1e-9;

/** Sets two bills of one plan side by side. */
export function billDifference(a: HedgeBill, b: HedgeBill): BillDifference {
  const parts = partsOnBoth(a, b);
  const known = parts.filter(({ difference }) => difference !== null);
  let [share, patientA, patientB] = [0, 0, 0];
  for (const { id, a: own, b: other } of known) {
    share += (own?.share ?? 0) - (other?.share ?? 0);
    if (SAVED.has(id)) [patientA, patientB] = [patientA + saved(own), patientB + saved(other)];
  }
  const cheaper = Math.abs(share) <= ROUNDING ? null : share < 0 ? 'a' : 'b';
  return {
    parts,
    share,
    interval: [share - patientA, share + patientB],
    leftOut: parts.filter(({ difference }) => difference === null).map(({ id }) => id),
    notAlike: notAlike(a, b, cheaper),
    cheaper,
  };
}

const SAVED: ReadonlySet<PartId> = new Set(['half-spread', 'slippage']);

/** A book through its own middle leaves nothing to save. */
function saved(amounts: Amounts | null): number {
  return Math.max(0, amounts?.share ?? 0);
}

/** A part that belongs to one structure only is no cost of the other. */
function partsOnBoth(a: HedgeBill, b: HedgeBill): readonly PartOnBoth[] {
  const [own, other] = [amountsById(a), amountsById(b)];
  return PART_IDS.filter((id) => own.has(id) || other.has(id)).map((id) => {
    const [ours, theirs] = [shareOf(own, id), shareOf(other, id)];
    return {
      id,
      a: own.get(id) ?? null,
      b: other.get(id) ?? null,
      difference: ours === null || theirs === null ? null : ours - theirs,
    };
  });
}

type AmountsById = ReadonlyMap<PartId, Amounts | null>;

function amountsById({ parts }: HedgeBill): AmountsById {
  return new Map(parts.map(({ id, amounts }) => [id, amounts]));
}

/** Nothing for a part that the structure has not, null for one that the venue does not tell. */
function shareOf(parts: AmountsById, id: PartId): number | null {
  const amounts = parts.get(id);
  return amounts === undefined ? 0 : (amounts?.share ?? null);
}

function notAlike(a: HedgeBill, b: HedgeBill, cheaper: BillDifference['cheaper']): readonly NotAlike[] {
  const sameDay = isoDay(a.expiry) === isoDay(b.expiry);
  return [
    ...(a.structure === b.structure ? [] : (['other-structure'] as const)),
    ...(sameDay || a.legs.length === 0 ? [] : (['other-expiry'] as const)),
    ...(sameStrikes(a, b) ? [] : (['other-strikes'] as const)),
    ...(sizeUnknown(a, b, cheaper) ? (['size-not-known'] as const) : []),
  ];
}

/** The put bought, what is sold below it, and where gains stop; how a cap is split over two calls is no matter. */
function sameStrikes(a: HedgeBill, b: HedgeBill): boolean {
  const strikesOf = ({ legs, capStrike }: HedgeBill): readonly (number | null)[] => [
    ...legs.filter(({ right }) => right === 'put').map(({ strike }) => strike),
    // The zero-cost collar's call is what the put's price leads to, not what was asked for.
    ...(a.structure === 'zero-cost-collar' ? [] : [capStrike]),
  ];
  const [own, other] = [strikesOf(a), strikesOf(b)];
  return own.length === other.length && own.every((strike, index) => isSame(strike, other[index] ?? null));
}

function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= SAME_STRIKE * a;
}

function sizeUnknown(a: HedgeBill, b: HedgeBill, cheaper: BillDifference['cheaper']): boolean {
  const unsized = ({ legs }: HedgeBill): boolean =>
    legs.some(({ depth }) => depth === ('quoted-price' satisfies KnownDepth));
  if (cheaper === null) return false;
  const [less, more] = cheaper === 'a' ? [a, b] : [b, a];
  return unsized(less) && !unsized(more);
}
