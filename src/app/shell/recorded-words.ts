import { clockText, spanText } from '#app/reading/time-words.ts';
import type { EpochMs } from '#base/time.ts';
import { numberText } from '#charts/number-text.ts';
import type { MarketDoors } from '#state/market/market-source.ts';

type RecordedSoFar = NonNullable<ReturnType<MarketDoors['recorded']>>;

/** Before so much was heard, the pace of a session cannot be told. */
const FIRST_PACE_MS = 60_000;

/** The meter of the recorder: a figure to see, and a sentence that explains it. */
export interface RecordedWords {
  readonly figure: string;
  readonly title: string;
  readonly full: boolean;
}

const megabytes = (bytes: number, decimals: number): string => `${numberText(bytes / 1e6, decimals)} MB`;

/** How much of the live session is held, of how much, and for how long there is room, in words. */
export function recordedWords(held: RecordedSoFar, now: EpochMs): RecordedWords {
  const { size, largest, fullSince, messages } = held;
  const full = fullSince === null ? '' : ` full, nothing since ${clockText(fullSince)}`;
  const title = `${numberText(messages, 0)} messages held, ${megabytes(size, 1)} of at most ${megabytes(largest, 0)}`;
  return {
    figure: `${megabytes(size, 1)}${full}`,
    title: `${title}${full === '' ? roomText(held, now) : `:${full}`}`,
    full: full !== '',
  };
}

/** Whichever bound comes first at the pace so far; text that packs well reaches others than the size. */
function roomText(
  { size, largest, received, longest, messages, most, startedAt }: RecordedSoFar,
  now: EpochMs,
): string {
  const share = Math.max(size / largest, received / longest, messages / most);
  const heard = now - startedAt;
  if (heard < FIRST_PACE_MS || share === 0) return '';
  return `; at this pace room for ${spanText(heard * (1 / share - 1))} more`;
}
