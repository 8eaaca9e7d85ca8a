import type { DeltaDefinitions, SmileDefinitions } from '#analytics/skew/skew-definitions.ts';

export type DefinitionId = keyof DeltaDefinitions | keyof SmileDefinitions | 'strip';

/** How a definition's number is written. */
export type DefinitionUnit = 'vol points' | 'share' | 'ratio' | 'index';

/** What a definition of skew is called, how it is made and read, and what it must not be taken for. */
export interface Definition {
  readonly id: DefinitionId;
  readonly name: string;
  /** Under which names it is met elsewhere. */
  readonly alias: string;
  readonly formula: string;
  readonly sign: string;
  readonly isNot: string;
  readonly unit: DefinitionUnit;
}

const PUTS_BELOW = 'below 0: puts dearer';
const PUTS_ABOVE = 'above 0: puts dearer';

/** `{put}`, `{call}` and `{delta}` stand for the vols and the name of the delta that skew is read at. */
const CATALOGUE: readonly Definition[] = [
  {
    id: 'riskReversal',
    name: 'Risk reversal',
    alias: '{delta} RR; FX and crypto desks',
    formula: '{call} − {put}',
    sign: PUTS_BELOW,
    isNot: 'Not the price of the two options: a difference of vols, at strikes that move with the vols.',
    unit: 'vol points',
  },
  {
    id: 'putMinusCall',
    name: 'Put − call skew',
    alias: 'skew; many dashboards',
    formula: '{put} − {call}',
    sign: PUTS_ABOVE,
    isNot: 'Not a second opinion: the risk reversal with its sign turned.',
    unit: 'vol points',
  },
  {
    id: 'riskReversalOverAtm',
    name: 'RR / ATM',
    alias: 'relative skew; Glassnode prints it with the sign turned',
    formula: '({call} − {put}) / σ(forward)',
    sign: PUTS_BELOW,
    isNot: 'Not in vol points: it falls when only the level of vol rises.',
    unit: 'share',
  },
  {
    id: 'normalisedSkew',
    name: 'Normalised skew',
    alias: 'Mixon 2011',
    formula: '({put} − {call}) / σ(50Δ)',
    sign: PUTS_ABOVE,
    isNot: 'Not RR / ATM turned round: its divisor is the vol of the delta-neutral straddle.',
    unit: 'share',
  },
  {
    id: 'putCallRatio',
    name: 'Put/call vol ratio',
    alias: 'skew ratio',
    formula: '{put} / {call}',
    sign: 'above 1: puts dearer',
    isNot: 'Not the put/call ratio of volume or open interest.',
    unit: 'ratio',
  },
  {
    id: 'putOverAtm',
    name: 'Put wing',
    alias: 'downside skew, put skew',
    formula: '{put} − σ(forward)',
    sign: 'above 0: puts dearer than the money',
    isNot: 'Not asymmetry: a smile that rises on both sides has it too.',
    unit: 'vol points',
  },
  {
    id: 'callOverAtm',
    name: 'Call wing',
    alias: 'upside skew, call skew',
    formula: '{call} − σ(forward)',
    sign: 'above 0: calls dearer than the money',
    isNot: 'Not the put wing mirrored: the two differ by the risk reversal.',
    unit: 'vol points',
  },
  {
    id: 'butterfly',
    name: 'Butterfly',
    alias: '{delta} BF, smile strangle',
    formula: '½ ({call} + {put}) − σ(forward)',
    sign: 'above 0: wings dearer than the money',
    isNot: 'Not the broker’s strangle, and not the trade in three strikes.',
    unit: 'vol points',
  },
  {
    id: 'doubledButterfly',
    name: 'Butterfly, doubled',
    alias: 'some vendors’ butterfly, convexity',
    formula: '{call} + {put} − 2 σ(forward)',
    sign: 'above 0: wings dearer than the money',
    isNot: 'Not a steeper smile: exactly twice the butterfly.',
    unit: 'vol points',
  },
  {
    id: 'marketStrangle',
    name: 'Market strangle',
    alias: 'broker fly; FX',
    formula: 'one vol that prices both legs together as the smile does − σ(forward)',
    sign: 'above 0: wings dearer than the money',
    isNot: 'Not read at the smile’s {delta} strikes: its strikes come from the one vol.',
    unit: 'vol points',
  },
  {
    id: 'fixedMoneyness',
    name: '90–110 skew',
    alias: 'equity desks',
    formula: 'σ(90 % of forward) − σ(110 %)',
    sign: PUTS_ABOVE,
    isNot: 'Not comparable between expiries: 10 % is far at a week and near at a year.',
    unit: 'vol points',
  },
  {
    id: 'slope',
    name: 'Slope in k',
    alias: 'at-the-money skew of the literature',
    formula: 'dσ/dk at k = 0, k = ln(K/F)',
    sign: 'below 0: lower strikes dearer',
    isNot: 'Not comparable between expiries: it steepens as expiry nears.',
    unit: 'vol points',
  },
  {
    id: 'standardisedSlope',
    name: 'Slope per expected move',
    alias: 'slope in standardised k',
    formula: 'dσ/dx at 0, x = k / (σ(forward) √T)',
    sign: 'below 0: lower strikes dearer',
    isNot: 'Not a slope in strikes: one unit is one standard deviation to expiry.',
    unit: 'vol points',
  },
  {
    id: 'rootTimeSlope',
    name: 'Slope × √T',
    alias: 'normalised at-the-money skew',
    formula: '√T · dσ/dk at k = 0',
    sign: 'below 0: lower strikes dearer',
    isNot: 'Not a constant: models have it about level along expiries, a market need not.',
    unit: 'vol points',
  },
  {
    id: 'strip',
    name: 'Strip skew',
    alias: 'in the manner of the Cboe SKEW index',
    formula: '100 − 10 × skewness of ln(S/F) from the strip of listed options',
    sign: 'above 100: heavier tail below',
    isNot: 'Not the index, which is SPX at 30 days; it hangs on the lowest strikes quoted.',
    unit: 'index',
  },
];

/** One line a definition; two numbers that differ only by sign or scale are two lines. @param delta `25Δ` */
export function definitions(delta: string): readonly Definition[] {
  const filled = (text: string): string =>
    text
      .replaceAll('{put}', `σ(${delta} put)`)
      .replaceAll('{call}', `σ(${delta} call)`)
      .replaceAll('{delta}', delta);
  return CATALOGUE.map(({ id, name, unit, sign, alias, formula, isNot }) => ({
    id,
    name,
    unit,
    sign,
    alias: filled(alias),
    formula: filled(formula),
    isNot: filled(isNot),
  }));
}
