import { useMemo, useState } from 'react';
import type { ExpiryReport } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import { densityDomains, type Domain } from '#charts/density/density-domain.ts';
import type { DensityModel } from '#charts/density/density-model.ts';
import { useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { daysLeft } from '#app/reading/expiry-words.ts';
import { firstLevel } from './level.ts';
import { densityView, isAwaited, lawsOf, leadOf, type LawOfExpiry } from './view-model.ts';

/** Days whose laws a first look compares. */
const HORIZONS = [30, 90] as const;

/** The fitted expiries nearest to a month and a quarter; more laws than two hide each other. */
function firstLook(expiries: readonly ExpiryReport[]): readonly EpochMs[] | null {
  const fitted = expiries.filter(({ fit }) => fit !== null);
  const nearest = HORIZONS.flatMap((days) => {
    const [first] = fitted.toSorted(
      (a, b) => Math.abs(Math.log(daysLeft(a) / days)) - Math.abs(Math.log(daysLeft(b) / days)),
    );
    return first === undefined ? [] : [first.expiry];
  });
  return nearest.length === 0 ? null : [...new Set(nearest)].toSorted((a, b) => a - b);
}

/** What the panel draws and tells. */
export interface DensityState {
  readonly shown: readonly EpochMs[];
  readonly missing: number;
  readonly laws: readonly LawOfExpiry[];
  readonly level: number | null;
  readonly model: DensityModel;
  /** The worker has not answered about these expiries yet. */
  readonly waiting: boolean;
  readonly error: string | null;
}

interface Lock {
  readonly key: string;
  readonly x: Domain;
  readonly densityMax: number;
}

function widened(held: Lock | null, key: string, model: DensityModel): Lock {
  const { x, densityMax } = densityDomains(model);
  if (held?.key !== key) return { key, x, densityMax };
  const wide: Lock = {
    key,
    x: [Math.min(held.x[0], x[0]), Math.max(held.x[1], x[1])],
    densityMax: Math.max(held.densityMax, densityMax),
  };
  const same = wide.x[0] === held.x[0] && wide.x[1] === held.x[1] && wide.densityMax === held.densityMax;
  return same ? held : wide;
}

/** In a replay on axes that never narrow. */
export function useDensity(market: Market, analysed: Analysed, priceUnit: string): DensityState {
  const { report } = analysed;
  const chosen = useSelection((state) => state.expiries);
  const axis = useSelection((state) => state.priceAxis);
  const wanted = useSelection((state) => state.level);
  const { shown, missing } = useMemo(
    () => shownExpiries(report.expiries, chosen ?? firstLook(report.expiries)),
    [report, chosen],
  );
  const asked = useMemo(() => ({ expiries: shown }), [shown]);
  const { value, error } = useStudy(market, 'densities', asked);
  const laws = useMemo(
    () =>
      lawsOf(
        drawnExpiries(analysed).filter(({ report: { expiry } }) => shown.includes(expiry)),
        value,
      ),
    [analysed, shown, value],
  );
  const lead = leadOf(laws);
  const level = wanted ?? (lead && firstLevel(lead.density.forward));
  const free = useMemo(
    () => densityView(laws, { axis, level, priceUnit, points: report.points }),
    [laws, axis, level, priceUnit, report],
  );
  const [lock, setLock] = useState<Lock | null>(null);
  const replayed = market.replay !== null && market.replay.frames.length > 1 && lead !== null;
  const wide = replayed ? widened(lock, `${axis} ${shown.join('.')}`, free) : null;
  if (wide !== lock) setLock(wide);
  const model = useMemo(
    () => (wide === null ? free : { ...free, xDomain: wide.x, densityMax: wide.densityMax }),
    [free, wide],
  );
  const waiting = isAwaited(laws);
  return { shown, missing, laws, level, model, waiting, error };
}
