import { epochMs, type EpochMs } from '#base/time.ts';
import { rounded } from '#simulator/rounded.ts';

const MAX_CANDLES = 500;
const RESOLUTIONS: ReadonlyMap<string, number> = new Map([
  ['1', 1000],
  ['60', 60_000],
  ['3600', 3_600_000],
  ['43200', 43_200_000],
  ['1D', 86_400_000],
]);
/** Instants inside a candle at which the index is looked at, as shares of its length. */
const LOOKS = [0, 0.35, 0.7, 0.999] as const;

/**
 * Result of `get_volatility_index_data`: candles of the index in percent, newest last; `continuation` is the end of the next
 * older page. Null when the range or the resolution is not one of the venue's.
 */
export function volatilityCandles(
  params: ReadonlyMap<string, string>,
  now: EpochMs,
  indexAt: (at: EpochMs) => number,
): { readonly data: readonly (readonly number[])[]; readonly continuation: number | null } | null {
  const length = RESOLUTIONS.get(params.get('resolution') ?? '');
  const start = Number(params.get('start_timestamp') ?? Number.NaN);
  const end = Math.min(Number(params.get('end_timestamp') ?? Number.NaN), now);
  if (length === undefined || !(start >= 0) || !(end >= 0)) return null;
  const last = Math.floor(end / length);
  const wanted = Math.ceil(start / length);
  const first = Math.max(wanted, last - MAX_CANDLES + 1);
  const data: (readonly number[])[] = [];
  for (let candle = first; candle <= last; candle++) {
    const looks = LOOKS.map((share) =>
      rounded(indexAt(epochMs(Math.min((candle + share) * length, now))), 2),
    );
    data.push([candle * length, looks[0] ?? 0, Math.max(...looks), Math.min(...looks), looks.at(-1) ?? 0]);
  }
  return { data, continuation: first > wanted ? first * length - 1 : null };
}
