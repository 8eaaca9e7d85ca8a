import { chanceText } from '#charts/density/density-reading.ts';
import type { DensityCurve, DensityModel } from '#charts/density/density-model.ts';
import type { FigureText } from '#charts/figure/figure-text.ts';

function told(curves: readonly DensityCurve[], say: (curve: DensityCurve) => string): string {
  return curves
    .filter(({ points }) => points.length > 0)
    .map(say)
    .join('; ');
}

/** The words around the two pictures. */
export function densityWords(
  { curves, leadId }: DensityModel,
  level: string,
): {
  readonly density: FigureText;
  readonly below: FigureText;
} {
  const none = 'No distribution is known.';
  const chances = told(curves, ({ label, level: at }) =>
    at === null ? label : `${label} ${chanceText(at.below)} below ${level}`,
  );
  const lead = curves.find(({ expiryId }) => expiryId === leadId);
  const ground = lead !== undefined && curves.length > 1 ? `, the ground by the smile of ${lead.label}` : '';
  return {
    density: {
      title: 'Risk-neutral density',
      howToRead: `Area is chance: plain on quoted strikes, hatched where the smile is extrapolated${ground}; band is what bids and asks leave open; dotted is the lognormal of the vol at the forward`,
      summary: chances === '' ? none : `Priced chances of the price at expiry: ${chances}.`,
    },
    below: {
      title: 'Chance of ending below',
      howToRead: 'The same laws added up from the left; dashed beyond the quotes, dotted lognormal',
      summary: chances === '' ? none : `Priced chances of ending below a price: ${chances}.`,
    },
  };
}
