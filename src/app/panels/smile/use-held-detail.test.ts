import { expect, it } from 'vitest';
import { type SmileDetailModel, smileDetailGeometry } from '#charts/smile-detail/detail-geometry.ts';
import { type HeldAxes, widenAxes } from '#app/reading/held-axes.ts';
import { analysedFixture, expiryFixture, pointFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { DEFAULT_SELECTION, type ResidualUnit } from '#state/selection.ts';
import { axesNeeded, onAxes } from './use-held-detail.ts';
import { smilePanelModel } from './view-model.ts';

const month = expiryFixture(30);

/** One instant of a replay: every mid so many vol points above the fit. */
function instant(above: number, residual: ResidualUnit = 'vol'): SmileDetailModel {
  const points = [-0.1, 0, 0.1].map((k) => {
    const mid = 0.4 + above / 100;
    return pointFixture(month, k, { bidVol: mid - 0.01, askVol: mid + 0.01, midVol: mid, fitVol: 0.4 });
  });
  const analysed = analysedFixture(reportFixture([month], { points }));
  return smilePanelModel(analysed, { ...DEFAULT_SELECTION, residual }).detail;
}

/** Instants one after another, each on the axes held so far. */
function replayed(instants: readonly SmileDetailModel[]): readonly SmileDetailModel[] {
  let held: HeldAxes<string> | null = null;
  return instants.map((detail) => {
    const before: HeldAxes<string> | null = held;
    held = widenAxes(before, 'moves', axesNeeded(detail));
    return onAxes(detail, held.domains);
  });
}

const placed = (detail: SmileDetailModel) => {
  const { smile, strips } = smileDetailGeometry(detail, { width: 900, height: 500 });
  const ticks = [smile.yTicks, strips[0]?.ticks ?? []].flat();
  return ticks.map(({ text, at }) => `${text} at ${at.toFixed(2)}`);
};

it('keeps every axis of the smile and its strips where it was when a wild instant is over', () => {
  const [, wild, calm] = replayed([instant(0.2), instant(30), instant(0.2)]);
  if (wild === undefined || calm === undefined) throw new Error('a replay of three instants was expected');
  expect(placed(calm)).toEqual(placed(wild));
  expect(placed(calm)).not.toEqual(placed(instant(0.2)));
});

it('draws an instant that stands alone as it would be without a replay', () => {
  const [first] = replayed([instant(2)]);
  if (first === undefined) throw new Error('a replay of one instant was expected');
  expect(placed(first)).toEqual(placed(instant(2)));
});

it('does not hold an axis of vol points for residuals in half-spreads', () => {
  const [, inSpreads] = replayed([instant(30), instant(0.2, 'spread')]);
  const strip = inSpreads?.strips.find(({ id }) => id === 'residual');
  expect(strip?.domain?.[1]).toBeLessThan(5);
});
