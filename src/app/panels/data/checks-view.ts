import type { Report } from '#analytics/report.ts';
import { DAY_MS, type EpochMs } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { daysFigure, daysLeft } from '#app/reading/expiry-words.ts';
import type { useVenueClock } from '#state/use-streams.ts';

/** One test of the data against itself: what was compared, what came out, and how it is read. */
export interface Check {
  readonly name: string;
  readonly result: string;
  readonly how: string;
  /** `open`: it could not be made. */
  readonly verdict: 'well' | 'doubtful' | 'open';
}

/** Both forwards of one expiry. */
export interface ParityRow {
  readonly label: string;
  readonly days: string;
  readonly venue: string;
  readonly parity: string;
  /** Venue less parity, basis points of the forward. */
  readonly gap: string;
}

const BASIS_POINTS = 1e4;
/** A forward this far from parity is worth a look: about a fifth of a vol point of a 25-delta risk reversal at a month. */
const DOUBTFUL_FORWARD_BP = 20;
/** Beyond a week the venue's mark vols and ours are the same number to its rounding. */
const SETTLED_DAYS = 7;
const DOUBTFUL_VOL = 0.05;
const DOUBTFUL_CLOCK_MS = 5000;

const middle = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
};

function gaps({ expiries }: Report): readonly { readonly label: string; readonly bp: number }[] {
  return expiries.flatMap(({ label, forward, forwardSource, parityForward }) =>
    forward === null || parityForward === null || forwardSource !== 'venue'
      ? []
      : [{ label, bp: (forward / parityForward - 1) * BASIS_POINTS }],
  );
}

/** The forwards that put-call parity was held against. */
export function parityRows(report: Report): readonly ParityRow[] {
  const decimals = (report.expiries[0]?.forward ?? 0) < 10 ? 4 : 2;
  return report.expiries.map((expiry) => {
    const { label, forward, forwardSource, parityForward } = expiry;
    const both = forwardSource === 'venue' && forward !== null && parityForward !== null;
    return {
      label,
      days: daysFigure(daysLeft(expiry)),
      venue: numberText(forwardSource === 'venue' ? forward : null, decimals),
      parity: numberText(parityForward, decimals),
      gap: signedText(both ? (forward / parityForward - 1) * BASIS_POINTS : null, 1),
    };
  });
}

function parityCheck(report: Report): Check {
  const all = gaps(report);
  const worst = all.toSorted((a, b) => Math.abs(b.bp) - Math.abs(a.bp))[0];
  const name = 'Forward against put-call parity';
  const how = 'The venue’s own forward less the one that calls and puts of the same strikes imply.';
  if (worst === undefined) {
    return {
      name,
      how,
      verdict: 'open',
      result: report.expiries.some(({ forwardSource }) => forwardSource === 'venue')
        ? 'No expiry has both a venue’s forward and a parity forward.'
        : 'The venue gives no forward: each expiry’s is read from parity itself.',
    };
  }
  const far = Math.abs(worst.bp) > DOUBTFUL_FORWARD_BP;
  return {
    name,
    how,
    verdict: far ? 'doubtful' : 'well',
    result: `${all.length} of ${report.expiries.length} expiries compared; the largest difference is ${signedText(worst.bp, 1)} bp, at ${worst.label}.`,
  };
}

function volCheck({ points, asOf }: Report): Check {
  const settled = points.flatMap(({ expiry, instrument, markVol, venueMarkVol }) => {
    const days = (expiry - asOf) / DAY_MS;
    if (markVol === null || venueMarkVol === null || days <= SETTLED_DAYS) return [];
    return [{ instrument, gap: (markVol - venueMarkVol) * 100 }];
  });
  const name = 'Our mark vols against the venue’s';
  const how = `Our own inversion of each mark price less the vol the venue says, beyond ${SETTLED_DAYS} days.`;
  const median = middle(settled.map(({ gap }) => Math.abs(gap)));
  const worst = settled.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))[0];
  if (median === null || worst === undefined) {
    return { name, how, verdict: 'open', result: 'The venue gives no mark vols to compare with.' };
  }
  return {
    name,
    how,
    verdict: median > DOUBTFUL_VOL ? 'doubtful' : 'well',
    result: `${numberText(settled.length, 0)} contracts compared; half differ by less than ${numberText(median, 3)} vol points, ${farWords(settled)}, the most by ${signedText(worst.gap, Math.abs(worst.gap) < 1 ? 3 : 1)} at ${worst.instrument}.`,
  };
}

/** Vol points beyond which a single contract is worth a look. */
const FAR_VOL = 1;

function farWords(compared: readonly { readonly gap: number }[]): string {
  const far = compared.filter(({ gap }) => Math.abs(gap) > FAR_VOL).length;
  return `${far === 0 ? 'none' : numberText(far, 0)} by more than ${FAR_VOL}`;
}

/** The venue's clock against this device's. */
type VenueClock = NonNullable<ReturnType<typeof useVenueClock>>;

/** Late data and a wrong clock told apart, since the venue's own clock could be read. */
function readClockCheck(name: string, delayMs: number, { skewMs, marginMs }: VenueClock): Check {
  const lateMs = delayMs + skewMs;
  const off = `${numberText(Math.abs(skewMs) / 1000, 1)} s ${skewMs < 0 ? 'ahead' : 'behind'}, ± ${numberText(marginMs / 1000, 1)} s`;
  const wrong = Math.abs(skewMs) - marginMs > DOUBTFUL_CLOCK_MS;
  const late = lateMs - marginMs > DOUBTFUL_CLOCK_MS;
  const blame = [
    late ? 'The data is late. ' : '',
    wrong ? 'This device’s clock is wrong, or the venue’s is. ' : '',
  ].join('');
  return {
    name,
    verdict: late || wrong ? 'doubtful' : 'well',
    result: `${blame}The newest quote came ${signedText(lateMs / 1000, 1)} s after its stamp by the venue’s clock; this device’s clock is ${off}.`,
    how: 'The venue’s answers to heartbeats tell its clock; the margin is half of the best round trip.',
  };
}

function clockCheck(receivedAt: EpochMs | null, asOf: EpochMs, clock: VenueClock | null): Check {
  const name = 'Venue’s clock against this device’s';
  const how =
    'When the chain was received, less the venue’s stamp on its newest quote: delay and both clocks’ errors together, since this venue’s heartbeats carry no clock or none came yet.';
  if (receivedAt === null) {
    return { name, how, verdict: 'open', result: 'Nothing to compare: this market is not live.' };
  }
  const delay = receivedAt - asOf;
  if (clock !== null) return readClockCheck(name, delay, clock);
  return {
    name,
    how,
    verdict: Math.abs(delay) > DOUBTFUL_CLOCK_MS ? 'doubtful' : 'well',
    result: `${signedText(delay / 1000, 1)} s.`,
  };
}

/** The tests that the numbers on screen have to stand. */
export function checks(
  report: Report,
  receivedAt: EpochMs | null,
  clock: VenueClock | null,
): readonly Check[] {
  return [parityCheck(report), volCheck(report), clockCheck(receivedAt, report.asOf, clock)];
}
