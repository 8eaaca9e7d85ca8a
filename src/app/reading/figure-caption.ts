import type { Report } from '#analytics/report.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';

/** Burned into every picture and table that leaves the page. */
export function figureCaption(report: Report, source: string): FigureCaption {
  const delta = report.deltaConvention === 'forward' ? 'forward delta' : 'premium-adjusted delta';
  return {
    source: `${source} ${report.underlying}`,
    time: `${new Date(report.asOf).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    convention: `Black-76 on the forward, ACT/365F, ${delta}`,
  };
}
