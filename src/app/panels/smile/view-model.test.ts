import { expect, it } from 'vitest';
import { analysedFixture, expiryFixture, pointFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { DEFAULT_SELECTION } from '#state/selection.ts';
import { smilePanelModel } from './view-model.ts';

const noDelta = expiryFixture(9).delta25;
const month = expiryFixture(30, {
  atmVol: 0.4,
  atmVolInterval: [0.394, 0.406],
  delta25: { ...noDelta, putVol: 0.45, callVol: 0.38 },
});
const week = expiryFixture(7, { atmVol: 0.5 });

it('leads with the expiry nearest to a month and what it rests on', () => {
  const points = [-0.1, 0, 0.1].map((k) => pointFixture(month, k));
  const { headline } = smilePanelModel(
    analysedFixture(reportFixture([week, month], { points })),
    DEFAULT_SELECTION,
  );
  expect(headline.sentence).toBe(
    '7 AUG, 30 days: 40.0 vol at the forward (39.4 to 40.6 after the spread), 45.0 at the 25Δ put, 38.0 at the 25Δ call.',
  );
  expect(headline.basis).toContain('Fitted on 40 two-sided quotes; the fit lies inside bid and ask at 90 %');
  expect(headline.basis).toContain('The usual spread is 2.0 vol points.');
});

it('names the quote that disagrees most with the fit, in halves of its own spread', () => {
  const tight = pointFixture(month, -0.1, { bidVol: 0.42, askVol: 0.424, midVol: 0.422, fitVol: 0.41 });
  const wide = pointFixture(month, -0.2, { bidVol: 0.3, askVol: 0.5, midVol: 0.4, fitVol: 0.44 });
  const report = reportFixture([month], { points: [tight, wide] });
  const { headline } = smilePanelModel(analysedFixture(report), DEFAULT_SELECTION);
  expect(headline.basis).toMatch(
    /Farthest from the fit: the 54\u202f290 put, its mid 6\.0 half-spreads above\.$/,
  );
});

it('says so when no chosen expiry has a smile', () => {
  const bare = expiryFixture(30, { fit: null, unfitted: 'too-few-quotes', atmVol: null });
  const { headline, detail } = smilePanelModel(analysedFixture(reportFixture([bare])), DEFAULT_SELECTION);
  expect(headline.sentence).toMatch(/^What a strike costs in vol is not known here/);
  expect(detail.smile.curves[0]?.absence).toBe('too few two-sided quotes');
});

it('draws contracts in the money only when asked', () => {
  const itm = pointFixture(month, -0.1, { right: 'call', instrument: 'ITM', reason: 'in-the-money' });
  const analysed = analysedFixture(reportFixture([month], { points: [itm, pointFixture(month, 0.1)] }));
  const drawn = (sides: 'otm' | 'all') =>
    smilePanelModel(analysed, { ...DEFAULT_SELECTION, sides }).detail.smile.curves[0]?.quotes.map(
      ({ right }) => right,
    );
  expect(drawn('otm')).toEqual(['call']);
  expect(drawn('all')).toEqual(['call', 'call']);
});
