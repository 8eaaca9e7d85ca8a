import { smileDomains } from '../smile/smile-domain.ts';
import type { SmileModel } from '../smile/smile-model.ts';
import type { View } from '../zoom/axis-view.ts';

/** The whole axis of a smile: what it shows by itself, and every quote and line beyond. */
export function zoomBounds(model: SmileModel): View {
  const { xDomain } = smileDomains({ ...model, xDomain: null });
  const places = model.curves.flatMap(({ quotes, fit }) => [...quotes, ...fit].map(({ x }) => x));
  const [lo, hi] = [Math.min(xDomain[0], ...places), Math.max(xDomain[1], ...places)];
  return model.axis === 'delta' ? [0, 1] : [lo, hi];
}
