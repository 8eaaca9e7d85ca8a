import { riskReversalAxis } from '#charts/risk-reversal/geometry.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import { smileDomains } from '#charts/smile/smile-domain.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import { termAxis } from '#charts/term/geometry.ts';
import type { TermModel } from '#charts/term/term-model.ts';
import type { Domain } from '#app/reading/held-axes.ts';

/** The pictures whose axes are held. */
interface Pictures {
  readonly smile: SmileModel;
  readonly riskReversal: RiskReversalModel;
  readonly term: TermModel;
}

type Axes = Readonly<Record<'x' | 'vol' | 'riskReversal' | 'term', Domain | null>>;

/** The axes this instant needs. */
export function axesNeeded({ smile, riskReversal, term }: Pictures): Axes {
  const { xDomain, volDomain } = smileDomains(smile);
  return { x: xDomain, vol: volDomain, riskReversal: riskReversalAxis(riskReversal), term: termAxis(term) };
}

/** The pictures on the axes given. */
export function onAxes<P extends Pictures>(pictures: P, axes: Axes): P {
  return {
    ...pictures,
    smile: { ...pictures.smile, xDomain: axes.x, volDomain: axes.vol },
    riskReversal: { ...pictures.riskReversal, domain: axes.riskReversal },
    term: { ...pictures.term, domain: axes.term },
  };
}
