import { expiryColour } from '#charts/expiry-colour.ts';
import type { RiskReversalModel, RiskReversalPoint } from '#charts/risk-reversal/risk-reversal-model.ts';
import type { TermModel, TermPoint } from '#charts/term/term-model.ts';

export interface Listed {
  readonly label: string;
  readonly days: number;
  readonly atm: number;
  readonly riskReversal: number;
  readonly halfSpread: number;
}

/** A day's expiries near to far, in vol points. */
export const listed: readonly Listed[] = [
  { label: '9 JUL', days: 1.2, atm: 38.4, riskReversal: -6.3, halfSpread: 2.4 },
  { label: '10 JUL', days: 2.2, atm: 38.1, riskReversal: -6.9, halfSpread: 1.9 },
  { label: '11 JUL', days: 3.2, atm: 37.8, riskReversal: -7.5, halfSpread: 1.5 },
  { label: '17 JUL', days: 9.2, atm: 37.2, riskReversal: -7.9, halfSpread: 2 },
  { label: '24 JUL', days: 16.2, atm: 36.8, riskReversal: -8.1, halfSpread: 1.2 },
  { label: '31 JUL', days: 23.2, atm: 36.8, riskReversal: -7.8, halfSpread: 1.3 },
  { label: '28 AUG', days: 51.2, atm: 37.6, riskReversal: -7, halfSpread: 1.2 },
  { label: '25 SEP', days: 79.2, atm: 38.7, riskReversal: -7.1, halfSpread: 0.9 },
  { label: '25 DEC', days: 170.2, atm: 42.3, riskReversal: -6.4, halfSpread: 0.6 },
  { label: '26 MAR', days: 261.2, atm: 43.5, riskReversal: -5.9, halfSpread: 0.8 },
  { label: '25 JUN', days: 352.2, atm: 44.3, riskReversal: -5.5, halfSpread: 0.9 },
];
/** So many expiries as a large index lists: every weekday at first, then months and years. */
export const manyListed: readonly Listed[] = Array.from({ length: 55 }, (_, i) => {
  const days = i < 25 ? 1 + i * 1.4 : 36 * 1.14 ** (i - 24);
  return {
    label: `${i + 1} SEP SPXW`,
    days,
    atm: 11 + 2.2 * Math.log(1 + days / 12),
    riskReversal: -3 - 1.2 * Math.log(1 + days / 20),
    halfSpread: 0.2 + 1.5 / (1 + days),
  };
});
/** A fall of the market: near vols the highest, and a spread to match. */
export const crashListed: readonly Listed[] = listed.map(({ label, days }) => ({
  label,
  days,
  atm: 48 + 90 / Math.sqrt(days),
  riskReversal: -8 - 40 / Math.sqrt(days),
  halfSpread: 2 + 26 / Math.sqrt(days),
}));
const chosen = new Set(['17 JUL', '31 JUL', '25 SEP', '26 MAR']);

export type RiskReversalChange = (point: RiskReversalPoint, index: number) => Partial<RiskReversalPoint>;

export function exampleRiskReversal(
  expiries: readonly Listed[] = listed,
  change: RiskReversalChange = () => ({}),
): RiskReversalModel {
  const points: RiskReversalPoint[] = [];
  for (const [i, { label, days, riskReversal, halfSpread }] of expiries.entries()) {
    const point: RiskReversalPoint = {
      expiryId: label,
      label,
      days,
      colour: expiryColour(i, expiries.length),
      value: riskReversal,
      interval: [riskReversal - halfSpread, riskReversal + halfSpread],
      absence: null,
      chosen: chosen.has(label),
    };
    points.push({ ...point, ...change(point, i) });
  }
  return {
    words: { label: '25Δ call − put', spoken: 'call minus put', below: 'puts dearer', above: 'calls dearer' },
    tenors: [],
    points,
    decimals: 1,
    domain: null,
    emptyText: 'no expiry has 25Δ points',
  };
}

export type TermChange = (point: TermPoint, index: number) => Partial<TermPoint>;

export function exampleTerm(
  expiries: readonly Listed[] = listed,
  change: TermChange = () => ({}),
): TermModel {
  const points: TermPoint[] = [];
  for (const [i, { label, days, atm, riskReversal, halfSpread }] of expiries.entries()) {
    const point: TermPoint = {
      expiryId: label,
      label,
      days,
      colour: expiryColour(i, expiries.length),
      atm,
      atmInterval: [atm - halfSpread / 2, atm + halfSpread / 2],
      putVol: atm + 0.9 - riskReversal / 2,
      callVol: atm + 0.9 + riskReversal / 2,
      absence: null,
      chosen: chosen.has(label),
    };
    points.push({ ...point, ...change(point, i) });
  }
  return {
    atmLabel: 'at the forward',
    deltaLabel: '25Δ',
    points,
    tenors: [7, 30, 90, 180].map((days) => ({ days, label: `${days}D`, atm: between(points, days) })),
    decimals: 1,
    domain: null,
    emptyText: 'no expiry has an at-the-money vol',
  };
}

function between(points: readonly TermPoint[], days: number): number | null {
  const next = points.findIndex((point) => point.days >= days);
  const [from, to] = [points[next - 1], points[next]];
  if (from === undefined || to === undefined || from.atm === null || to.atm === null) return null;
  return from.atm + ((to.atm - from.atm) * (days - from.days)) / (to.days - from.days);
}

export const riskReversalText = {
  title: '25Δ risk reversal',
  howToRead:
    'Call minus put vol; the bar is what the bid-ask spread leaves open, hollow where that includes zero',
  summary: 'Puts are dearer than calls at every expiry, most at 16 days.',
};

export const termText = {
  title: 'Term structure',
  howToRead: 'Vol at the forward, with 25Δ puts and calls; diamonds are constant maturities',
  summary: 'At-the-money vol rises from 36.8 at 16 days to 44.3 at one year.',
};
