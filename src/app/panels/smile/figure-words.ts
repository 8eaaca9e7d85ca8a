import type { FigureText } from '#charts/figure/figure-text.ts';
import type { SmilePanelModel } from './view-model.ts';

/** The words around the picture. */
export function smileWords({ detail, comparedKey }: SmilePanelModel): FigureText {
  const { curves } = detail.smile;
  const names = curves.map(({ label, quotes, absence }) =>
    absence === null ? `${label} on ${quotes.length} quotes` : `${label} without a fit, ${absence}`,
  );
  const spot = curves.some(({ spotX }) => spotX !== null) ? '; dotted at the foot, the spot price' : '';
  return {
    title: 'Smile',
    howToRead:
      comparedKey ??
      `Bid to ask, mid and last trade at each strike, and the fit: solid among its quotes, dashed beyond${spot}`,
    summary: names.length === 0 ? 'No expiry is chosen.' : `Implied vol by strike for ${names.join(', ')}.`,
  };
}
