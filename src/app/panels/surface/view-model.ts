import type { Report } from '#analytics/report.ts';
import type { SurfacePoint, SurfaceStudy } from '#analytics/surface/surface-study.ts';
import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import type { SurfaceContract, SurfaceModel, SurfaceQuantity } from '#charts/surface/surface-model.ts';
import type { SurfaceAxisChoice } from '#state/selection.ts';
import { absenceInWords, daysLeft } from '#app/reading/expiry-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { strikeDecimals } from './strike-decimals.ts';
import { QUANTITY_ORDER, quantityWords, type QuantityWords } from './quantities.ts';

interface Asked {
  readonly axis: SurfaceAxisChoice;
  readonly quantity: SurfaceQuantity;
  /** Expiries to be marked. */
  readonly shown: readonly EpochMs[];
}

/** The surface in display units, coloured by one quantity. */
export function surfaceView(
  report: Report,
  expiries: readonly DrawnExpiry[],
  study: SurfaceStudy,
  { axis, quantity, shown }: Asked,
): SurfaceModel {
  const words = quantityWords(report.underlying);
  const chosen = words[quantity];
  const { grid, points } = study;
  return {
    axis,
    quantity,
    kind: chosen.ofNode === null ? 'contracts' : 'field',
    unit: chosen.unit,
    spread: chosen.spread,
    decimals: chosen.decimals,
    strikeDecimals: strikeDecimals(points.map(({ strike }) => strike)),
    places: grid?.places ?? [],
    days: grid?.years.map((years) => years * DAYS_PER_YEAR) ?? [],
    rows:
      grid?.rows.map((row) =>
        row.map((node) => ({
          vol: node.vol === null ? null : 100 * node.vol,
          value: chosen.ofNode?.(node) ?? null,
          extrapolated: node.extrapolated,
          fails: node.fails,
        })),
      ) ?? [],
    expiries: expiries.map((drawn) => ({
      expiryId: drawn.id,
      label: drawn.label,
      days: daysLeft(drawn.report),
      colour: drawn.colour,
      absence: absenceInWords(drawn.report),
      chosen: shown.includes(drawn.report.expiry),
    })),
    contracts: points.map((point) => contractOf(point, words)),
    quantities: QUANTITY_ORDER.map((one) => ({
      quantity: one,
      name: words[one].label,
      decimals: words[one].decimals,
      signed: words[one].spread === 'diverging',
    })),
    warnings: warningsOf(expiries),
    domains: null,
    emptyText: 'No quote of this market can be drawn.',
  };
}

function contractOf(
  point: SurfacePoint,
  words: Readonly<Record<SurfaceQuantity, QuantityWords>>,
): SurfaceContract {
  return {
    id: point.instrument,
    expiryId: String(point.expiry),
    strike: point.strike,
    right: point.right,
    place: point.place,
    k: point.k,
    mid: point.midVol === null ? null : 100 * point.midVol,
    values: {
      vol: words.vol.ofPoint(point),
      residual: words.residual.ofPoint(point),
      spread: words.spread.ofPoint(point),
      interest: words.interest.ofPoint(point),
      density: words.density.ofPoint(point),
      localVol: words.localVol.ofPoint(point),
    },
    used: point.used,
  };
}

/** What the fits' own tests, which reach farther than the picture, say of themselves. */
function warningsOf(expiries: readonly DrawnExpiry[]): readonly string[] {
  const failing = (what: 'butterflyFree' | 'calendarFree'): string =>
    expiries
      .filter(({ report: { fit } }) => fit !== null && !fit[what])
      .map(({ label }) => label)
      .join(', ');
  const [butterfly, calendar] = [failing('butterflyFree'), failing('calendarFree')];
  return [
    ...(butterfly === '' ? [] : [`density below zero somewhere on the fit of ${butterfly}`]),
    ...(calendar === ''
      ? []
      : [`total variance below the expiry before somewhere on the fit of ${calendar}`]),
  ];
}
