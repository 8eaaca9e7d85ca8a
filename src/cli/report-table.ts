import { utcFields } from '#base/calendar.ts';
import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import type { ExpiryReport, Interval, Report } from '#analytics/report.ts';
import { type TextColumn, alignedTable } from './aligned-table.ts';

const MISSING = '–';

/** The report as text for a person: what it is, expiries, constant tenors, and what was left out. */
export function reportTable(report: Report): string {
  return [
    heading(report),
    '',
    alignedTable(expiryColumns(report)),
    '',
    alignedTable(tenorColumns(report)),
    '',
    ...leftOut(report),
    '',
  ].join('\n');
}

function heading(report: Report): string {
  const { counts } = report;
  const facts = [
    `${report.venue} ${report.underlying} options, ${utcText(report.asOf)}`,
    report.indexPrice === null ? null : `index ${price(report.indexPrice)}`,
    report.volatilityIndex === null ? null : `volatility index ${points(report.volatilityIndex)}`,
    `${report.deltaConvention} delta`,
    `${counts.instruments} contracts, ${counts.quotesUsed} in the fits`,
  ].filter((fact) => fact !== null);
  return `${facts.join(' · ')}\nvols in vol points (1 = 1 % a year); RR = call − put, negative: puts dearer; [what the bid-ask spread leaves]`;
}

function expiryColumns({ expiries }: Report): readonly TextColumn[] {
  const column = (title: string, unit: string, cell: (expiry: ExpiryReport) => string): TextColumn => ({
    title,
    unit,
    align: 'right',
    cells: expiries.map(cell),
  });
  return [
    { ...column('expiry', '', (e) => e.label), align: 'left' },
    column('left', 'days', (e) => (e.years * DAYS_PER_YEAR).toFixed(2)),
    column('forward', 'quote ccy', (e) => price(e.forward)),
    column('parity', 'quote ccy', (e) => price(e.parityForward)),
    column('ATM', 'vol pts', (e) => points(e.atmVol)),
    column('bid–ask', 'vol pts', (e) => interval(e.atmVolInterval)),
    column('25Δ put', 'vol pts', (e) => points(e.delta25.putVol)),
    column('25Δ call', 'vol pts', (e) => points(e.delta25.callVol)),
    column('RR 25Δ', 'vol pts', (e) => signed(e.delta25.riskReversal)),
    column('tradable', 'vol pts', (e) => interval(e.delta25.riskReversalInterval, signed)),
    column('BF 25Δ', 'vol pts', (e) => signed(e.delta25.butterfly)),
    column('RR 10Δ', 'vol pts', (e) => signed(e.delta10.riskReversal)),
    column('forward vol', 'vol pts', (e) => points(e.forwardVolFromPrevious)),
    column('var swap', 'vol pts', (e) => points(e.varianceSwapVol)),
    column('used', 'quotes', (e) => `${e.counts.quotesUsed}/${e.counts.instruments}`),
    column('inside', '% of quotes', (e) => (e.fit ? (100 * e.fit.insideBidAsk).toFixed(0) : MISSING)),
    { ...column('fit', '', fitWords), align: 'left' },
  ];
}

function fitWords({ fit, unfitted }: ExpiryReport): string {
  if (fit === null) return `none: ${unfitted ?? 'unknown'}`;
  const doubts = [
    fit.converged ? null : 'not converged',
    fit.butterflyFree ? null : 'butterfly arbitrage',
    fit.calendarFree ? null : 'calendar arbitrage',
    fit.note,
  ].filter((doubt) => doubt !== null);
  return [fit.model, ...doubts].join(', ');
}

function tenorColumns({ constantMaturity }: Report): readonly TextColumn[] {
  const column = (
    title: string,
    unit: string,
    cell: (tenor: Report['constantMaturity'][number]) => string,
  ): TextColumn => ({ title, unit, align: 'right', cells: constantMaturity.map(cell) });
  return [
    column('tenor', 'days', (t) => String(t.days)),
    column('ATM', 'vol pts', (t) => points(t.atmVol)),
    column('RR 25Δ', 'vol pts', (t) => signed(t.riskReversal25)),
    column('tradable', 'vol pts', (t) => interval(t.riskReversal25Interval, signed)),
    column('BF 25Δ', 'vol pts', (t) => signed(t.butterfly25)),
  ];
}

function leftOut({ counts }: Report): readonly string[] {
  const reasons = Object.entries(counts.dropped).toSorted((a, b) => b[1] - a[1]);
  const words = reasons.map(([reason, count]) => `${count} ${reason}`).join(', ');
  const rows = Object.entries(counts.rowsRejected).map(([reason, count]) => `${count} ${reason}`);
  return [
    `left out of the fits: ${words === '' ? 'none' : words}`,
    ...(rows.length > 0 ? [`rows of the venue that are no listed contract: ${rows.join(', ')}`] : []),
  ];
}

function points(vol: number | null): string {
  return vol === null ? MISSING : (100 * vol).toFixed(2);
}

function signed(vol: number | null): string {
  return vol === null ? MISSING : `${vol > 0 ? '+' : ''}${(100 * vol).toFixed(2)}`.replace('-', '−');
}

function interval(ends: Interval | null, word: (vol: number) => string = points): string {
  return ends === null ? MISSING : `[${word(ends[0])}, ${word(ends[1])}]`;
}

function price(value: number | null): string {
  if (value === null) return MISSING;
  return value >= 1000 ? value.toFixed(1) : value.toPrecision(6);
}

function utcText(at: EpochMs): string {
  const { year, month, day, hour, minute } = utcFields(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} UTC`;
}
