import type { FloorBill } from '#analytics/protection/floor-bill.ts';
import type { ExpiryFloor } from '#analytics/protection/floor-by-expiry.ts';
import type { StandardFloor } from '#analytics/protection/standard-floor.ts';
import type { Report } from '#analytics/report.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { absenceInWords, daysFigure } from '#app/reading/expiry-words.ts';
import { isMisfit } from '#app/reading/misfit.ts';
import { cautions, holdingInWords, noBillInWords } from './protection-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';

/** The parts of a bill in the order they are stacked in. */
export const BILL_PARTS = [
  ['flatAtm', 'At-the-money value'],
  ['skew', 'Skew surcharge'],
  ['halfSpread', 'Half-spread'],
  ['slippage', 'Slippage'],
  ['fee', 'Fee'],
] as const satisfies readonly (readonly [keyof FloorBill['parts'], string])[];
export type PartId = (typeof BILL_PARTS)[number][0];

/** One part as a stretch of the bar, % of the holding; parts that lower the bill lie left of zero. */
export interface BarPart {
  readonly id: PartId;
  readonly from: number;
  readonly to: number;
}

/** A bill in words and display units. */
export interface BillCells {
  readonly allIn: string;
  readonly skewShare: string;
  readonly perUnit: string;
  readonly perDay: string;
  readonly breakEven: string;
  readonly parts: readonly BarPart[];
  /** % of the holding. */
  readonly total: number;
  /** The bar in words. */
  readonly spoken: string;
  /** The middle of the spread is the fitted smile's, as nobody bids. */
  readonly fromFit: boolean;
  /** The fitted curve misses most of the quotes, so that the at-the-money value cannot be relied on. */
  readonly misfit: boolean;
}

export interface ProtectionRow {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly days: string;
  readonly strike: string;
  readonly bill: BillCells | null;
  /** Why there is no bill; null when there is one. */
  readonly absence: string | null;
}

export interface ProtectionModel {
  /** `10 BTC · floor at 85 % of forward · bought at the ask`. */
  readonly position: string;
  readonly convention: string;
  readonly cautions: readonly string[];
  /** `USD per BTC`. */
  readonly unitPrice: string;
  readonly legend: readonly { readonly id: PartId; readonly words: string }[];
  /** % of the holding, zero always inside; null when nothing can be billed. */
  readonly costs: readonly [number, number] | null;
  readonly rows: readonly ProtectionRow[];
}

/** A price of an option needs decimals to about a hundredth of a percent of what it protects. */
function costDecimals(forward: number | null): number {
  return forward === null || forward <= 0 ? 2 : Math.max(0, 4 - Math.floor(Math.log10(forward)));
}

/** A cost that is too small for its decimals is not written as nothing. */
function costText(cost: number, decimals: number): string {
  const least = 10 ** -decimals;
  return cost > 0 && cost < least / 2 ? `<${numberText(least, decimals)}` : numberText(cost, decimals);
}

function barParts({ parts, total, shareOfHolding }: FloorBill): readonly BarPart[] {
  const percent = (shareOfHolding / total) * 100;
  let right = 0;
  let left = 0;
  return BILL_PARTS.flatMap(([id]) => {
    const size = (parts[id] ?? 0) * percent;
    if (size === 0) return [];
    const start = size > 0 ? right : left;
    if (size > 0) right += size;
    else left += size;
    return [{ id, from: Math.min(start, start + size), to: Math.max(start, start + size) }];
  });
}

function spokenParts({ parts }: FloorBill, decimals: number, unitPrice: string): string {
  const said = BILL_PARTS.flatMap(([id, words]) => {
    const part = parts[id];
    return part === null || part === 0 ? [] : [`${words.toLowerCase()} ${numberText(part, decimals)}`];
  });
  return `${said.join(', ')} ${unitPrice}`;
}

function billCells(bill: FloorBill, { report }: DrawnExpiry, unitPrice: string): BillCells {
  const decimals = costDecimals(report.forward);
  return {
    allIn: costText(bill.shareOfHolding * 100, 2),
    skewShare: `${numberText(bill.skewShare * 100, 0)} %`,
    perUnit: costText(bill.total, decimals),
    perDay: costText(bill.perDay, decimals + 1),
    breakEven: `${signedText(-bill.maximumLoss * 100, 1)} %`,
    parts: barParts(bill),
    total: bill.shareOfHolding * 100,
    spoken: spokenParts(bill, decimals, unitPrice),
    fromFit: bill.middle === 'fit',
    misfit: isMisfit(report.fit),
  };
}

function rowOf(
  floor: ExpiryFloor,
  drawn: DrawnExpiry,
  { unitPrice, strikeDecimals }: { readonly unitPrice: string; readonly strikeDecimals: number },
): ProtectionRow {
  const { bill } = floor;
  const why = bill.ok ? null : noBillInWords(bill.error);
  const unfitted = !bill.ok && bill.error.reason === 'no-smile' ? absenceInWords(drawn.report) : null;
  return {
    id: drawn.id,
    label: drawn.label,
    colour: drawn.colour,
    days: daysFigure(floor.years * DAYS_PER_YEAR),
    strike: numberText(bill.ok ? bill.value.strike : null, strikeDecimals),
    bill: bill.ok ? billCells(bill.value, drawn, unitPrice) : null,
    absence: unfitted ?? why,
  };
}

function costRange(rows: readonly ProtectionRow[]): ProtectionModel['costs'] {
  const ends = rows.flatMap(({ bill }) => bill?.parts.flatMap(({ from, to }) => [from, to]) ?? []);
  return ends.length === 0 ? null : [Math.min(0, ...ends), Math.max(0, ...ends)];
}

function conventionOf({ floor, contractSize }: StandardFloor, unit: string): string {
  const contract =
    contractSize !== null && contractSize > 1
      ? `; figures are for one ${unit}, a contract is of ${numberText(contractSize, 0)}`
      : '';
  return `Strike: the listed put nearest to ${numberText(floor * 100, 0)} % of the expiry’s own forward. Skew surcharge: its value at its own vol less at the at-the-money vol. Break-even: against the forward, at expiry${contract}.`;
}

/** What the same floor costs at every listed expiry, near to far. */
export function protectionView(
  report: Pick<Report, 'underlying'>,
  protection: StandardFloor,
  {
    expiries,
    strikeDecimals,
  }: { readonly expiries: readonly DrawnExpiry[]; readonly strikeDecimals: number },
): ProtectionModel {
  const [unit = report.underlying, quoted = 'USD'] = report.underlying.split('_');
  const unitPrice = `${protection.quoteCurrency ?? quoted} per ${unit}`;
  const drawn = new Map(expiries.map((expiry) => [expiry.report.expiry, expiry]));
  const rows = protection.floors.flatMap((floor) => {
    const expiry = drawn.get(floor.expiry);
    return expiry ? [rowOf(floor, expiry, { unitPrice, strikeDecimals })] : [];
  });
  const bills = protection.floors.flatMap(({ bill }) => (bill.ok ? [bill.value] : []));
  return {
    position: `${holdingInWords(protection, unit)} · floor at ${numberText(protection.floor * 100, 0)} % of forward · bought at the ask`,
    convention: conventionOf(protection, unit),
    cautions: cautions(bills),
    unitPrice,
    legend: BILL_PARTS.filter(([id]) => bills.some(({ parts }) => (parts[id] ?? 0) !== 0)).map(
      ([id, words]) => ({ id, words }),
    ),
    costs: costRange(rows),
    rows,
  };
}
