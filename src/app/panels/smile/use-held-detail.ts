import { useMemo } from 'react';
import type { SmileDetailModel } from '#charts/smile-detail/detail-geometry.ts';
import { stripAxis } from '#charts/smile-detail/strip-geometry.ts';
import { smileDomains } from '#charts/smile/smile-domain.ts';
import type { Domain } from '#app/reading/held-axes.ts';
import { useHeldAxes } from '#app/reading/use-held-axis.ts';
import type { Market } from '#state/use-market.ts';

type Needed = Readonly<Record<string, Domain | null>>;

/** Strips that count in another unit are others: a title names its unit. */
function stripKey({ id, titles }: SmileDetailModel['strips'][number]): string {
  return `${id} ${titles[0] ?? ''}`;
}

/** The axes this instant needs: of the smile, and of each strip by what it counts. */
export function axesNeeded({ smile, strips }: SmileDetailModel): Needed {
  const { xDomain, volDomain } = smileDomains(smile);
  const own = strips.map((strip) => [stripKey(strip), stripAxis(strip, xDomain)] as const);
  return { x: xDomain, vol: volDomain, ...Object.fromEntries(own) };
}

/** The picture on the axes given. */
export function onAxes({ smile, strips }: SmileDetailModel, axes: Needed): SmileDetailModel {
  return {
    smile: { ...smile, xDomain: axes['x'] ?? null, volDomain: axes['vol'] ?? null },
    strips: strips.map((strip) => {
      const domain = axes[stripKey(strip)] ?? null;
      return domain === null ? strip : { ...strip, domain };
    }),
  };
}

/**
 * A smile and its strips on axes that only widen while a recording is moved through.
 * @param choice what is drawn, on what axis: another begins anew
 */
export function useHeldDetail(
  market: Pick<Market, 'replay'>,
  choice: string,
  detail: SmileDetailModel,
): SmileDetailModel {
  const needed = useMemo(() => axesNeeded(detail), [detail]);
  const held = useHeldAxes(market, choice, needed);
  return useMemo(() => (held === null ? detail : onAxes(detail, held)), [detail, held]);
}
