import type { FigureText } from '#charts/figure/figure-text.ts';
import { surfaceNotes } from '#charts/surface/geometry.ts';
import type { SurfaceModel } from '#charts/surface/surface-model.ts';
import type { SurfaceView } from '#state/selection.ts';
import type { QuantityWords } from './quantities.ts';

const HOW: Readonly<Record<SurfaceView, Readonly<Record<SurfaceModel['kind'], string>>>> = {
  map: {
    field:
      'Near expiries on top, log time down; lines mark the chosen expiries, squares the quotes it rests on; hatched is extrapolated, crosses and bars are failed tests',
    contracts:
      'Near expiries on top, log time down; a cell is a listed strike, coloured where its value is known; lines mark the chosen expiries',
  },
  mesh: {
    field:
      'Height is fitted vol; bold lines are the chosen expiries, dots quoted mids; pale is extrapolated, crosses and bars are failed tests. Drag or Shift with arrows turns, arrows read strikes',
    contracts:
      'Height is fitted vol; bold lines are the chosen expiries, dots quoted mids in the colour of their value. Drag or Shift with arrows turns, arrows read strikes',
  },
};

/** The words around the picture. */
export function surfaceWords(model: SurfaceModel, words: QuantityWords, view: SurfaceView): FigureText {
  const fitted = model.expiries.filter(({ absence }) => absence === null);
  const [first, last] = [fitted[0], fitted.at(-1)];
  const span =
    first && last ? `${fitted.length} expiries from ${first.label} to ${last.label}` : 'no fitted expiry';
  const chosen = fitted
    .filter((expiry) => expiry.chosen)
    .map(({ label }) => label)
    .join(', ');
  return {
    title: 'Volatility surface',
    howToRead: HOW[view][model.kind],
    summary: `${words.unit} over strike and time, ${span}${chosen === '' ? '' : `; chosen are ${chosen}`}. ${surfaceNotes(model).join('. ')}`,
  };
}
