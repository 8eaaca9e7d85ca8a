import type { WhyPlace } from '#analytics/why/why-place.ts';
import type { Report } from '#analytics/report.ts';
import { isoDay } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';

/** B's expiry for one of A's: at the same instant, or at least on the same day. */
function sameExpiry(wanted: EpochMs, { expiries }: Report): EpochMs | null {
  const exact = expiries.find(({ expiry }) => expiry === wanted);
  return (exact ?? expiries.find(({ expiry }) => isoDay(expiry) === isoDay(wanted)))?.expiry ?? null;
}

/**
 * What stands in B for a place of A: the contract of the same strike and right, or where B has none the expiry alone;
 * null where B does not list the expiry.
 * @param expiry the expiry to look in, where B is another expiry and not another market
 */
export function counterpart(
  place: WhyPlace,
  a: Report,
  b: Report,
  expiry: EpochMs | null = null,
): WhyPlace | null {
  const other = expiry ?? sameExpiry(place.expiry, b);
  if (other === null) return null;
  const own = a.points.find(({ instrument }) => instrument === place.instrument);
  const twin = b.points.find(
    (point) => own && point.expiry === other && point.strike === own.strike && point.right === own.right,
  );
  return { instrument: twin?.instrument ?? null, expiry: other };
}
