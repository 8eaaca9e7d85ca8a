import { expiryColour } from '#charts/expiry-colour.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { shortLabels } from './expiry-words.ts';
import type { DrawnExpiry } from './smile-view.ts';

/** Every expiry of the report with its line, its name and its colour on the near-to-far ramp. */
export function drawnExpiries({ report, lines }: Pick<Analysed, 'report' | 'lines'>): readonly DrawnExpiry[] {
  const labels = shortLabels(report.expiries.map(({ label }) => label));
  return report.expiries.map((expiry, rank) => ({
    report: expiry,
    line: lines[rank] ?? null,
    id: String(expiry.expiry),
    label: labels[rank] ?? expiry.label,
    colour: expiryColour(rank, report.expiries.length),
  }));
}
