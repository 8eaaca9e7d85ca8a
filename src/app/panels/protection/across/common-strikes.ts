import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { Report } from '#analytics/report.ts';
import { isoDay } from '#base/calendar.ts';

function offeredPuts({ points }: Pick<Report, 'points'>, day: string): ReadonlySet<number> {
  const offered = points.filter(
    ({ right, askVol, expiry }) => right === 'put' && askVol !== null && isoDay(expiry) === day,
  );
  return new Set(offered.map(({ strike }) => strike));
}

/** Strikes next to a bill's own, below and above, whose puts both markets offer for its day; at most two. */
export function commonStrikes(
  a: Pick<Report, 'points'>,
  b: Pick<Report, 'points'>,
  { expiry, floorStrike }: Pick<HedgeBill, 'expiry' | 'floorStrike'>,
): readonly number[] {
  if (floorStrike === null) return [];
  const other = offeredPuts(b, isoDay(expiry));
  const common = [...offeredPuts(a, isoDay(expiry))].filter((strike) => other.has(strike));
  const rising = common.toSorted((one, two) => one - two);
  const below = rising.findLast((strike) => strike < floorStrike);
  const above = rising.find((strike) => strike > floorStrike);
  return [below, above].filter((strike) => strike !== undefined);
}
