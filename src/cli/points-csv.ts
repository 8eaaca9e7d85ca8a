import type { Report, ReportPoint } from '#analytics/report.ts';

const COLUMNS = [
  'instrument',
  'expiry',
  'strike',
  'right',
  'k',
  'forward',
  'bidVol',
  'askVol',
  'midVol',
  'markVol',
  'venueMarkVol',
  'fitVol',
  'delta',
  'state',
  'reason',
] as const satisfies readonly (keyof ReportPoint)[];

/** The report's points as CSV (RFC 4180): vols as decimals, expiry in ms UTC, an empty field where nothing is known. */
export function pointsCsv(report: Report): string {
  const rows = report.points.map((point) => COLUMNS.map((column) => field(point[column])).join(','));
  return [COLUMNS.join(','), ...rows, ''].join('\n');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
