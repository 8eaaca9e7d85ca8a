import type { ShockOutcome } from '#analytics/protection/hedge-scenario.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { amountDecimals } from './picture-words.ts';

/** A move of spot and what becomes of the holding, in cells. */
export interface ScenarioRow {
  readonly move: string;
  readonly cells: readonly string[];
}

/** What is assumed of each move and what follows from it. */
export interface ScenarioTable {
  readonly columns: readonly string[];
  /** Moves rising. */
  readonly rows: readonly ScenarioRow[];
}

/** The hedge right after each move, its smile steeper and its spreads wider; null without a bill. */
export function scenarioTable({ shocks, quoteCurrency }: PlanStudy): ScenarioTable | null {
  if (shocks.length === 0) return null;
  const rising = shocks.toSorted((a, b) => a.shock.gap - b.shock.gap);
  const strike = rising.filter(({ dynamics }) => dynamics === 'sticky-strike');
  const delta = rising.filter(({ dynamics }) => dynamics === 'sticky-delta');
  const decimals = amountDecimals(strike.map(({ unhedgedChange }) => unhedgedChange));
  return {
    columns: [
      'Vol added, points',
      'Skew added, points a deviation',
      'Spreads, times today’s',
      'Change without the hedge',
      'Hedge worth then',
      'if each delta keeps its vol',
      'Cost to sell it then',
      `Change with it, ${quoteCurrency}`,
    ],
    rows: strike.map((one, index) => rowOf(one, delta[index] ?? null, decimals)),
  };
}

function rowOf(outcome: ShockOutcome, delta: ShockOutcome | null, decimals: number): ScenarioRow {
  const { shock, unhedgedChange, hedgedChange, valueAfter, halfSpread, fees } = outcome;
  return {
    move: `${signedText(100 * shock.gap, 0)} %`,
    cells: [
      numberText(100 * shock.level, 1),
      numberText(100 * shock.steepening, 1),
      numberText(shock.spreads, 1),
      signedText(unhedgedChange, decimals),
      numberText(valueAfter, decimals),
      numberText(delta?.valueAfter ?? null, decimals),
      `${numberText(halfSpread + (fees ?? 0), decimals)}${fees === null ? ' without fees' : ''}`,
      signedText(hedgedChange, decimals),
    ],
  };
}
