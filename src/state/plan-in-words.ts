import type { FloorUnit, HorizonChoice, PlanForm, StructureChoice } from './plan-form.ts';

const SUFFIX: Readonly<Record<FloorUnit, string>> = {
  spot: '%',
  forward: '%F',
  strike: '',
  delta: 'delta',
  loss: '%',
};

function floorWords({ unit, level }: PlanForm): string {
  return unit === 'loss' ? `loss ${level}%` : `${level}${SUFFIX[unit]}`;
}

function secondWords({ unit, second }: PlanForm, structure: StructureChoice): string {
  const sold = second ?? 0;
  if (structure === 'collar') return unit === 'strike' ? String(sold) : `${sold}%`;
  return `${sold}${unit === 'loss' ? '%' : SUFFIX[unit]}`;
}

function structureWords(form: PlanForm): string {
  const { structure } = form;
  const floor = `floor ${floorWords(form)}`;
  if (structure === 'future') return structure;
  if (structure === 'perpetual') return form.second === null ? structure : `${structure} ${form.second}%`;
  if (structure === 'put') return floor;
  if (structure === 'zero-cost-collar') return `${floor} zero-cost collar`;
  if (structure === 'collar') return `${floor} collar ${secondWords(form, structure)}`;
  const pair = `${floorWords(form)}/${secondWords(form, structure)}`;
  return structure === 'put-spread' ? `put spread ${pair}` : `put ratio ${pair}`;
}

function horizonWords(horizon: HorizonChoice): string {
  if (horizon.kind === 'days') return `${horizon.days}d`;
  if (horizon.kind === 'date') return horizon.date;
  return `${horizon.every} for ${horizon.days}d`;
}

/** The plan in the words that `npm run report -- --protect` takes too. */
export function planWords(form: PlanForm): string {
  return [
    String(form.amount),
    structureWords(form),
    horizonWords(form.horizon),
    ...(form.entry === null ? [] : [`entry ${form.entry}`]),
    ...(form.cash ? ['cash'] : []),
    ...(form.taker === null ? [] : [`taker ${form.taker}%`]),
  ].join(' ');
}
