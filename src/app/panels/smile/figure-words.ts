import type { FigureText } from '#charts/figure/figure-text.ts';
import type { SmilePanelModel } from './view-model.ts';

/** The words around the picture. */
export function smileWords({ detail, comparedKey }: SmilePanelModel): FigureText {
  const { curves } = detail.smile;
  const names = curves.map(({ label, quotes, absence }) =>
    absence === null ? `${label} on ${quotes.length} quotes` : `${label} without a fit, ${absence}`,
  );
  const spot = curves.some(({ spotX }) => spotX !== null) ? '; spot dotted at the foot' : '';
  return {
    title: 'Smile',
    howToRead: comparedKey ?? `Bid to ask, mid, last trade and the fit, dashed beyond its quotes${spot}`,
    summary: names.length === 0 ? 'No expiry is chosen.' : `Implied vol by strike for ${names.join(', ')}.`,
  };
}
