import type { Report } from '#analytics/report.ts';
import { signedText } from '#charts/number-text.ts';
import type { OnScreen } from '#state/market/market-on-screen.ts';

const PREFIX: Readonly<Record<OnScreen['kind'], string>> = {
  live: '',
  none: '',
  sample: 'Sample market · ',
  replay: 'Replay · ',
};
const TENOR_DAYS = 30;

/** The tab's words: what the number is before whose it is, and never a made-up one without saying so. */
export function pageTitle(onScreen: OnScreen, label: string, report: Report | null): string {
  if (report === null) return `${PREFIX[onScreen.kind]}${label} · Smirk`;
  const skew = report.constantMaturity.find(({ days }) => days === TENOR_DAYS)?.riskReversal25 ?? null;
  const number = skew === null ? '' : ` ${signedText(skew * 100, 1)} 30-day skew`;
  const place = onScreen.kind === 'live' ? ` · ${label}` : '';
  return `${PREFIX[onScreen.kind]}${report.underlying}${number}${place} · Smirk`;
}
