import { residualStrip } from '#app/panels/smile/smile-strips.ts';
import { differenceOf, differenceStrip } from '#app/panels/smile/differences.ts';
import type { SmileDetailModel } from '#charts/smile-detail/detail-geometry.ts';
import type { SmileStrip } from '#charts/smile-detail/smile-strip.ts';
import { zoomBounds } from '#charts/smile-detail/zoom-bounds.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import { smileTable } from '#charts/smile/smile-table.ts';
import { smileText } from './example-smiles.ts';
import type { StoryStage } from './story.ts';

/** Open interest that stands highest at round strikes near the forward. */
export function interestStrip({ curves }: SmileModel): SmileStrip {
  return {
    id: 'activity',
    titles: ['Open interest, BTC'],
    look: 'columns',
    band: null,
    leastSpan: 0,
    series: curves.map(({ expiryId, colour, quotes }) => ({
      expiryId,
      colour,
      marks: quotes.map(({ id, x, strike }) => ({
        id,
        x,
        value: Math.round((strike % 10_000 === 0 ? 2400 : 700) * Math.exp(-x * x)),
        interval: null,
        faded: false,
      })),
      line: [],
      lineRests: null,
    })),
    emptyText: 'The venue does not say how much is open here.',
  };
}

/** A smile with its strips of residuals and open interest. */
export function detailOf(smile: SmileModel, unit: 'vol' | 'spread' = 'vol'): SmileDetailModel {
  const residual = residualStrip(smile.curves, unit);
  return { smile, strips: [...(residual ? [residual] : []), interestStrip(smile)] };
}

/** The last curve as B, in dashes, and how the others differ from it. */
export function comparedOf(smile: SmileModel): SmileDetailModel {
  const last = smile.curves.length - 1;
  const curves = smile.curves.map((curve, i) =>
    i === last ? Object.assign({}, curve, { compared: true, label: `B ${curve.label}` }) : curve,
  );
  const b = curves[last];
  const differences = b === undefined ? [] : curves.slice(0, last).map((a) => differenceOf({ a, b }));
  const titles = ['A − B, vol points, at the same expected moves', 'A − B, vol points'];
  const emptyText = 'A and B share no part of this axis.';
  return { smile: { ...smile, curves }, strips: [differenceStrip(differences, { titles, emptyText })] };
}

/** What a detail figure takes beside its model. */
export function detailProps({ channel, figure }: StoryStage, model: SmileDetailModel) {
  return {
    ...figure,
    channel,
    model,
    text: smileText,
    table: () => smileTable(model.smile),
    bounds: zoomBounds(model.smile),
    onView: () => undefined,
  };
}
