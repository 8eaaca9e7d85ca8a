import { riskReversalAxis } from '#charts/risk-reversal/geometry.ts';
import { type Domain, smileDomains } from '#charts/smile/smile-domain.ts';
import { termAxis } from '#charts/term/geometry.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import type { TermModel } from '#charts/term/term-model.ts';

/** The pictures whose axes are held. */
export interface Pictures {
  readonly smile: SmileModel;
  readonly riskReversal: RiskReversalModel;
  readonly term: TermModel;
}

/** Axes wide enough for everything a replay has shown so far. */
export interface AxisLock {
  /** What the axes belong to: another axis or choice of expiries begins anew. */
  readonly key: string;
  readonly x: Domain;
  readonly vol: Domain;
  readonly riskReversal: Domain | null;
  readonly term: Domain | null;
}

function widened(held: Domain | null, domain: Domain | null): Domain | null {
  if (!held || !domain) return domain ?? held ?? null;
  return [Math.min(held[0], domain[0]), Math.max(held[1], domain[1])];
}

function sameDomain(a: Domain | null, b: Domain | null): boolean {
  return a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);
}

function sameLock(a: AxisLock, b: AxisLock): boolean {
  return (
    sameDomain(a.x, b.x) &&
    sameDomain(a.vol, b.vol) &&
    sameDomain(a.riskReversal, b.riskReversal) &&
    sameDomain(a.term, b.term)
  );
}

function lockAround(key: string, { smile, riskReversal, term }: Pictures): AxisLock {
  const { xDomain, volDomain } = smileDomains(smile);
  return {
    key,
    x: xDomain,
    vol: volDomain,
    riskReversal: riskReversalAxis(riskReversal),
    term: termAxis(term),
  };
}

/** The lock after one more instant: never narrower, so that what moves is the market and not the axis. */
export function widenLock(held: AxisLock | null, key: string, pictures: Pictures): AxisLock {
  const needed = lockAround(key, pictures);
  if (held?.key !== key) return needed;
  const wide: AxisLock = {
    key,
    x: widened(held.x, needed.x) ?? needed.x,
    vol: widened(held.vol, needed.vol) ?? needed.vol,
    riskReversal: widened(held.riskReversal, needed.riskReversal),
    term: widened(held.term, needed.term),
  };
  return sameLock(held, wide) ? held : wide;
}

/** The pictures on the held axes. */
export function locked<P extends Pictures>(pictures: P, lock: AxisLock): P {
  return {
    ...pictures,
    smile: { ...pictures.smile, xDomain: lock.x, volDomain: lock.vol },
    riskReversal: { ...pictures.riskReversal, domain: lock.riskReversal },
    term: { ...pictures.term, domain: lock.term },
  };
}
