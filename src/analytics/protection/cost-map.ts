import type { EpochMs } from '#base/time.ts';
import type { BillPart, PartId } from './bill-parts.ts';
import { tryFloor } from './floor-legs.ts';
import type { HedgeCore } from './hedge-core.ts';
import type { NoHedge, NoHedgeReason } from './no-hedge.ts';
import type { ExpiryMarket, ListedContract, ProtectionMarket } from './protection-market.ts';
import type { ProtectionPlan } from './protection-plan.ts';
import { type BillableExpiry, type OptionStructure, billable } from './structure-legs.ts';

/** What a bill comes to, without its details. */
export interface CostFigure {
  /** Quote currency per unit held. */
  readonly perUnit: number;
  /** Of the holding's value at the forward, decimal. */
  readonly share: number;
  /** Quote currency for the whole holding a day. */
  readonly perDay: number;
  /** Half-spread, slippage and fees, quote currency per unit held. */
  readonly execution: number;
  /** Most that can be lost, bill included, of the reference value. */
  readonly maximumLoss: number;
}

/** One listed strike of one expiry: its cost, or why there is none and what share of the size is offered. */
export interface CostCell {
  readonly strike: number;
  /** Strike over the expiry's forward. */
  readonly moneyness: number;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}

/** One expiry's row of the map, strikes rising. */
export interface CostRow {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  /** Why the expiry has no cells; null when it has. */
  readonly reason: NoHedgeReason | null;
  readonly cells: readonly CostCell[];
}

/** Strikes over the forward that a map shows: lower ones protect against ruin alone, higher ones are sales. */
const MAP_RANGE: readonly [number, number] = [0.4, 1.1];

/** The plan at every listed put strike of every expiry; a plan without a floor (a future) is shown as a put. */
export function costMap(market: ProtectionMarket, plan: ProtectionPlan): readonly CostRow[] {
  const { structure } = plan;
  const options: OptionStructure =
    structure.kind === 'short-future' || structure.kind === 'short-perpetual' ? { kind: 'put' } : structure;
  return market.expiries.map((listed) => costRow(listed, options, { market, plan }));
}

interface MapSearch {
  readonly market: ProtectionMarket;
  readonly plan: ProtectionPlan;
}

function costRow(listed: ExpiryMarket, structure: OptionStructure, search: MapSearch): CostRow {
  const { expiry, label, years } = listed;
  const ready = billable(listed);
  if (!ready.ok) return { expiry, label, years, reason: ready.error.reason, cells: [] };
  const [low, high] = MAP_RANGE.map((share) => share * ready.value.forward);
  const shown = listed.puts.filter(
    ({ instrument }) => instrument.strike >= (low ?? 0) && instrument.strike <= (high ?? 0),
  );
  const rowSearch = { ...search, expiry: ready.value };
  const cells = shown.map((put) => costCell(put, structure, rowSearch));
  return { expiry, label, years, reason: cells.length === 0 ? 'no-strike' : null, cells };
}

function costCell(
  put: ListedContract,
  structure: OptionStructure,
  search: MapSearch & { readonly expiry: BillableExpiry },
): CostCell {
  const { strike } = put.instrument;
  const place = { strike, moneyness: strike / search.expiry.forward };
  const tried = tryFloor(put, structure, search);
  return { ...place, ...costOrReason(tried.ok ? tried.value.core : tried.error) };
}

/** A cell's answer in brief. */
export function costOrReason(
  answer: Pick<HedgeCore, 'parts' | 'total' | 'maximumLoss'> | NoHedge,
): Pick<CostCell, 'cost' | 'reason' | 'fillable'> {
  if ('reason' in answer) return { cost: null, reason: answer.reason, fillable: answer.fillable };
  return { cost: costFigure(answer), reason: null, fillable: 1 };
}

const EXECUTION: ReadonlySet<PartId> = new Set(['half-spread', 'slippage', 'fee', 'delivery']);

/** What a bill comes to. */
export function costFigure({
  parts,
  total,
  maximumLoss,
}: Pick<HedgeCore, 'parts' | 'total' | 'maximumLoss'>): CostFigure {
  return {
    perUnit: total.perUnit,
    share: total.share,
    perDay: total.perDay,
    execution: executionOf(parts),
    maximumLoss: maximumLoss.share,
  };
}

/** Half-spread, slippage and fees as far as they are known, quote currency per unit held. */
export function executionOf(parts: readonly BillPart[]): number {
  let sum = 0;
  for (const { id, amounts } of parts) if (EXECUTION.has(id)) sum += amounts?.perUnit ?? 0;
  return sum;
}
