import type { SmileAxisKind } from '#charts/smile/smile-model.ts';
import type { ExpiryReport, ReportPoint } from '#analytics/report.ts';
import type { AxisKind } from '#state/selection.ts';

/** The chart's own word for an axis. */
export const CHART_AXIS: Readonly<Record<AxisKind, SmileAxisKind>> = {
  strike: 'strike',
  percent: 'percent-of-forward',
  log: 'log-moneyness',
  moves: 'expected-moves',
  delta: 'delta',
};

/** A place on one expiry's smile: log-strike, and the delta axis' value where it is known. */
export interface SmilePlace {
  readonly k: number;
  readonly strike: number;
  readonly deltaX: number | null;
}

/** |Δ put| below and 1 − Δ call above, so that x rises with the strike. */
export function deltaAxisValue(point: Pick<ReportPoint, 'delta' | 'right'>): number | null {
  if (point.delta === null) return null;
  return point.right === 'put' ? -point.delta : 1 - point.delta;
}

/** The distance ln(K/F) in standard deviations to expiry; null without an at-the-money vol. */
function expectedMoves({ atmVol, years }: ExpiryReport, k: number): number | null {
  return atmVol === null || years <= 0 ? null : k / (atmVol * Math.sqrt(years));
}

const VALUE_ON: Readonly<Record<AxisKind, (expiry: ExpiryReport, place: SmilePlace) => number | null>> = {
  strike: (_, { strike }) => strike,
  percent: (_, { k }) => Math.exp(k) * 100,
  log: (_, { k }) => k,
  moves: (expiry, { k }) => expectedMoves(expiry, k),
  delta: (_, { deltaX }) => deltaX,
};

/** The place's x, or null where this expiry lacks what the axis is measured in. */
export function axisValue(axis: AxisKind, expiry: ExpiryReport, place: SmilePlace): number | null {
  return VALUE_ON[axis](expiry, place);
}
