import type { FigureText } from '#charts/figure/figure-text.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';

/** The words around the picture. */
export function smileWords({ curves }: SmileModel): FigureText {
  const names = curves.map(({ label, quotes, absence }) =>
    absence === null ? `${label} on ${quotes.length} quotes` : `${label} without a fit, ${absence}`,
  );
  return {
    title: 'Smile',
    howToRead:
      'Bid to ask, mid and venue mark at each strike, with the fit: solid among its quotes, dashed beyond',
    summary: names.length === 0 ? 'No expiry is chosen.' : `Implied vol by strike for ${names.join(', ')}.`,
  };
}
