import type { Report } from '#analytics/report.ts';
import { figureCaption } from '#app/reading/figure-caption.ts';
import type { Market } from '#state/use-market.ts';

const KINDS: Readonly<Record<Market['onScreen']['kind'], string>> = {
  live: '',
  none: '',
  sample: 'Made-up prices. ',
  replay: 'Replay. ',
};

/** Whose numbers, of when, in which convention: one line for paper and for frames in other pages. */
export function marketCaption(market: Pick<Market, 'label' | 'onScreen'>, report: Report): string {
  const { source, time, convention } = figureCaption(report, market.label);
  return `${KINDS[market.onScreen.kind]}${source}, ${time}. ${convention}.`;
}
