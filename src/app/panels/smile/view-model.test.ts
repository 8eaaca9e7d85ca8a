import { expect, it } from 'vitest';
import { analysedFixture, expiryFixture, pointFixture, reportFixture } from '#app/reading/report-fixture.ts';
import { DEFAULT_SELECTION } from '#state/selection.ts';
import type { ComparedMarket } from '#state/use-compared-market.ts';
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
  expect(detail.smile.emptyText).toMatch(/has a fit to measure this axis by/);
  expect(detail.strips.at(-1)?.emptyText).toBe('No contract has a place here.');
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

const far = expiryFixture(90, { atmVol: 0.44, atmVolInterval: [0.43, 0.45] });
const pair = analysedFixture(
  reportFixture([month, far], {
    points: [month, far].flatMap((expiry) => [-0.1, 0, 0.1].map((k) => pointFixture(expiry, k))),
  }),
);
const both = { ...DEFAULT_SELECTION, axis: 'log' as const, expiries: [month.expiry] };

it('draws the expiry compared with in dashes, chosen or not, with a strip of the differences', () => {
  const model = smilePanelModel(pair, { ...both, compare: { kind: 'expiry', expiry: far.expiry } });
  expect(model.detail.smile.curves.map(({ label, compared }) => [label, compared])).toEqual([
    ['7 AUG', false],
    ['B 6 OCT', true],
  ]);
  expect(model.detail.strips[0]?.series[0]?.marks.map(({ value }) => value)).toEqual([0, 0, 0]);
  expect(model.headline.sentence).toBe(
    '7 AUG less 6 OCT: −4.0 vol points at the forward (−5.6 to −2.4 after both spreads).',
  );
  expect(model.comparedKey).toBe('A, solid: 7 AUG. B, dashed: 6 OCT.');
});

const elsewhere = (change: object = {}): ComparedMarket => ({
  kind: 'venue',
  live: true,
  madeUp: false,
  sourceId: 'live okx',
  label: 'OKX',
  at: null,
  snapshot: null,
  analysed: analysedFixture(reportFixture([{ ...month, atmVol: 0.399 }])),
  absence: null,
  error: null,
  ...change,
});
const beside = (compared: ComparedMarket) => ({ activity: null, compared, label: 'Deribit' });
const onOkx = { ...both, expiries: null, compare: { kind: 'venue', venue: 'okx' } } as const;

it('holds each expiry against the same one of another venue, and names those it does not list', () => {
  const model = smilePanelModel(pair, onOkx, beside(elsewhere()));
  expect(model.detail.smile.curves.map(({ label }) => label)).toEqual(['7 AUG', 'B 7 AUG', '6 OCT']);
  expect(model.comparedNote).toEqual({ text: 'OKX lists no 6 OCT.', faulty: false });
  expect(model.headline.sentence).toMatch(
    /^7 AUG, A less B: \+0\.1 vol points at the forward .*so maybe none/,
  );
  expect(model.comparedKey).toBe('A, solid: Deribit. B, dashed: OKX.');
});

it('says why there is nothing to hold it against, and draws A as it is', () => {
  const model = smilePanelModel(pair, onOkx, beside(elsewhere({ analysed: null, absence: 'not-live' })));
  expect(model.comparedNote?.text).toMatch(/live market only/);
  expect(model.detail.smile.curves.every(({ compared }) => !compared)).toBe(true);
  const waiting = smilePanelModel(pair, onOkx, beside(elsewhere({ analysed: null })));
  expect(waiting.comparedNote).toEqual({ text: 'Asking for OKX …', faulty: false });
});

it('shows what is open, traded and on offer, and the last trade, where the venue says so', () => {
  const name = pointFixture(month, 0.1).instrument;
  const one = { instrument: name, openInterest: 120, volume: null, bidSize: 3, askSize: 4, lastVol: 0.41 };
  const of = (activity: 'interest' | 'volume' | 'size' | 'off') =>
    smilePanelModel(pair, { ...both, activity }, { activity: [one], compared: null, label: '' });
  const values = (kind: 'interest' | 'volume' | 'size') =>
    of(kind)
      .detail.strips.at(-1)
      ?.series[0]?.marks.map(({ value }) => value);
  expect([values('interest'), values('volume'), values('size')]).toEqual([[120], [], [3, -4]]);
  expect(of('off').detail.strips.map(({ id }) => id)).toEqual(['residual']);
  const quote = of('size').detail.smile.curves[0]?.quotes.find(({ id }) => id === name);
  expect(quote?.last).toBeCloseTo(41);
  expect(quote?.details().join('; ')).toContain('open 120 BTC; 3 bid, 4 asked, last trade 41.0');
});

it('says what keeps an expiry from a fit and where its quotes can be seen', () => {
  const bare = expiryFixture(30, {
    fit: null,
    unfitted: 'too-few-quotes',
    atmVol: null,
    counts: { instruments: 20, quotesUsed: 0, dropped: { 'bid-only': 14, none: 4, 'in-the-money': 2 } },
  });
  const points = [pointFixture(bare, -0.1, { askVol: null, midVol: null, reason: 'bid-only' })];
  const analysed = analysedFixture(reportFixture([bare], { points }));
  const absence = (axis: 'moves' | 'strike') =>
    smilePanelModel(analysed, { ...DEFAULT_SELECTION, axis }).detail.smile.curves[0]?.absence;
  expect(absence('strike')).toBe('too few two-sided quotes (14 no ask, 4 no quote)');
  expect(absence('moves')).toContain('its one quote has no place on this axis');
});
