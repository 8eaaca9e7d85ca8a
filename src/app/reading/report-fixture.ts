import type { DeltaPoints, ExpiryReport, FitReport, Report, ReportPoint } from '#analytics/report.ts';
import type { SmileLine } from '#analytics/curves/smile-line.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { expiryLabel } from '#base/calendar.ts';
import { DAY_MS, epochMs, yearsBetween } from '#base/time.ts';

/** Noon of a day on which every test's market stands still. */
export const fixtureTime = epochMs(Date.UTC(2026, 6, 8, 12));

const noDelta: DeltaPoints = {
  putVol: null,
  callVol: null,
  putStrike: null,
  callStrike: null,
  riskReversal: null,
  butterfly: null,
  riskReversalInterval: null,
  butterflyInterval: null,
};

const fit: FitReport = {
  model: 'svi',
  parameters: {},
  rmse: 0.002,
  insideBidAsk: 0.9,
  quotes: 40,
  converged: true,
  butterflyFree: true,
  minG: 0.2,
  calendarFree: true,
  note: null,
};

/** An expiry so many days away, fitted, flat at 40 % unless told otherwise. */
export function expiryFixture(days: number, change: Partial<ExpiryReport> = {}): ExpiryReport {
  const expiry = epochMs(fixtureTime + days * DAY_MS);
  return {
    expiry,
    label: expiryLabel(expiry),
    years: yearsBetween(fixtureTime, expiry),
    forward: 60_000,
    forwardSource: 'venue',
    parityForward: null,
    discount: 1,
    atmVol: 0.4,
    atmVolInterval: null,
    dnsVol: 0.41,
    varianceSwapVol: null,
    forwardVolFromPrevious: null,
    delta25: noDelta,
    delta10: noDelta,
    skewSlope: null,
    normalisedSkew: null,
    fit,
    unfitted: null,
    quotedRange: null,
    counts: { instruments: 0, quotesUsed: 0, dropped: {} },
    ...change,
  };
}

/** A risk reversal in vol points, with what the spread leaves open. */
export function skewFixture(
  value: number | null,
  interval: readonly [number, number] | null = null,
): { readonly delta25: DeltaPoints } {
  return {
    delta25: {
      ...noDelta,
      riskReversal: value === null ? null : value / 100,
      riskReversalInterval: interval === null ? null : [interval[0] / 100, interval[1] / 100],
    },
  };
}

/** A two-sided contract at the given log-strike that is part of the fit. */
export function pointFixture(
  expiry: ExpiryReport,
  k: number,
  change: Partial<ReportPoint> = {},
): ReportPoint {
  const right = k > 0 ? 'call' : 'put';
  const strike = Math.round((expiry.forward ?? 0) * Math.exp(k));
  return {
    instrument: `BTC-${expiry.label.replaceAll(' ', '')}-${strike}-${right === 'call' ? 'C' : 'P'}`,
    expiry: expiry.expiry,
    strike,
    right,
    k,
    forward: expiry.forward,
    bidVol: 0.39,
    askVol: 0.41,
    midVol: 0.4,
    markVol: 0.4,
    venueMarkVol: 0.4,
    fitVol: 0.4 + k * k,
    delta: right === 'call' ? 0.3 : -0.3,
    state: 'two-sided',
    reason: null,
    ...change,
  };
}

export function reportFixture(expiries: readonly ExpiryReport[], change: Partial<Report> = {}): Report {
  return {
    venue: 'deribit',
    underlying: 'BTC',
    asOf: fixtureTime,
    version: 1,
    deltaConvention: 'forward',
    indexPrice: 60_000,
    volatilityIndex: 0.4,
    counts: {
      instruments: 100,
      quotesUsed: 80,
      dropped: { 'in-the-money': 12, 'ask-only': 8 },
      rowsRejected: {},
    },
    expiries,
    constantMaturity: [],
    points: [],
    ...change,
  };
}

/** A report with the line of each fitted expiry: 40 % at the forward, rising with k². */
export function analysedFixture(report: Report): Analysed {
  const logStrikes = Float64Array.from({ length: 81 }, (_, index) => (index - 40) / 100);
  const line: SmileLine = {
    logStrikes,
    vols: logStrikes.map((k) => 0.4 + k * k),
    deltas: logStrikes.map((k) => 0.5 + k),
  };
  return {
    report,
    lines: report.expiries.map(({ fit: fitted }) => (fitted === null ? null : line)),
    protection: { amount: 10, floor: 0.85, contractSize: 1, quoteCurrency: 'USD', floors: [] },
  };
}
