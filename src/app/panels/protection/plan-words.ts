import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { ProtectionPlan, StructureKind } from '#analytics/protection/protection-plan.ts';
import { numberText } from '#charts/number-text.ts';
import type { FloorUnit, PlanForm, StructureChoice } from '#state/plan-form.ts';

/** The structures as a person calls them. */
export const STRUCTURE_NAMES: Readonly<Record<StructureChoice, string>> = {
  put: 'a put',
  'put-spread': 'a put spread',
  collar: 'a collar',
  'zero-cost-collar': 'a zero-cost collar',
  'put-ratio': 'a 1×2 put ratio',
  future: 'a short future',
  perpetual: 'a short perpetual',
};

export const UNIT_NAMES: Readonly<Record<FloorUnit, string>> = {
  spot: '% of spot',
  forward: '% of forward',
  strike: 'strike',
  delta: 'Δ put',
  loss: '% loss at most',
};

const plain = (value: number): string => String(value);

const CHOSEN: Readonly<Record<StructureKind, StructureChoice>> = {
  put: 'put',
  'put-spread': 'put-spread',
  collar: 'collar',
  'zero-cost-collar': 'zero-cost-collar',
  'put-ratio': 'put-ratio',
  'short-future': 'future',
  'short-perpetual': 'perpetual',
};

const inPercent = (share: number): number => Number((100 * share).toPrecision(9));

/** The floor and structure of a plan that has been answered, as they are filled in. */
export function floorOf({ floor, structure }: ProtectionPlan): Floored {
  const chosen = CHOSEN[structure.kind];
  if (floor.by === 'strike') return { unit: 'strike', level: floor.strike, structure: chosen };
  if (floor.by === 'delta') return { unit: 'delta', level: inPercent(floor.delta), structure: chosen };
  return { unit: floor.by, level: inPercent(floor.share), structure: chosen };
}

/** What a floor is named by. */
type Floored = Pick<PlanForm, 'unit' | 'level' | 'structure'>;

/** `a floor at 85 % of spot`, `a short future`. */
export function floorInWords({ unit, level, structure }: Floored): string {
  if (structure === 'future' || structure === 'perpetual') return STRUCTURE_NAMES[structure];
  const floors: Readonly<Record<FloorUnit, string>> = {
    spot: `a floor at ${plain(level)} % of spot`,
    forward: `a floor at ${plain(level)} % of the forward`,
    strike: `a floor at ${numberText(level, 0)}`,
    delta: `a ${plain(level)}Δ floor`,
    loss: `a floor that keeps the loss to ${plain(level)} %`,
  };
  return structure === 'put' ? floors[unit] : `${floors[unit]} by ${STRUCTURE_NAMES[structure]}`;
}

/** How many contracts, and why that many. */
export function sizingInWords({ sizing, legs, amount, premiumUnit }: HedgeBill, coin: string): string {
  const each = (legs[0]?.units ?? sizing.contracts) / sizing.contracts;
  const one = Math.abs(each - 1) < 1e-9;
  const count = numberText(sizing.contracts, sizing.contracts < 10 ? 2 : 1);
  const contracts = `${count} contracts${one ? '' : ` of ${plain(Number(each.toPrecision(9)))} ${coin} each`}`;
  if (sizing.rule === 'coins-left') {
    return `${contracts} for ${numberText(amount, 2)} ${coin}: the premium is paid in ${coin} from the holding, which leaves ${numberText(sizing.unitsLeft, 4)} ${coin} to protect. As many puts as coins left keep the dollar value below the strike the same at every price.`;
  }
  const paid =
    premiumUnit === 'underlying'
      ? `the premium in ${coin} is bought with cash`
      : 'the premium is paid in cash';
  return `${contracts}, ${one ? 'one for every' : 'for as many'} ${coin} held: ${paid}.`;
}
