import { expiryColour } from '#charts/expiry-colour.ts';
import type { DeltaGridColumn, DeltaGridModel, DeltaGridRow } from '#charts/delta-grid/delta-grid-model.ts';
import type {
  StructurePoint,
  StructureStep,
  TermStructureModel,
} from '#charts/term-structure/term-structure-model.ts';
import { listed } from './example-terms.ts';

interface Level {
  readonly label: string;
  readonly days: number;
  readonly atm: number;
}

/** Total variance between neighbours, as vol; null where it falls. */
function forward(near: Level | undefined, far: Level): number | null {
  if (near === undefined) return far.atm;
  const variance = (far.atm ** 2 * far.days - near.atm ** 2 * near.days) / (far.days - near.days);
  return variance < 0 ? null : Math.sqrt(variance);
}

export type StepChange = (step: StructureStep, index: number) => Partial<StructureStep>;

export function exampleStructure(
  levels: readonly Level[] = listed,
  change: StepChange = () => ({}),
): TermStructureModel {
  const points = levels.map(({ label, days, atm }, i): StructurePoint => ({
    expiryId: label,
    label,
    days,
    colour: expiryColour(i, levels.length),
    atm,
    atmInterval: [atm - 0.6, atm + 0.6],
    putVol: atm + 4.5,
    callVol: atm - 1.5,
    swapVol: atm + 3,
    absence: null,
    chosen: i % 3 === 0,
  }));
  const steps = levels.map((far, i): StructureStep => {
    const near = levels[i - 1];
    const vol = forward(near, far);
    const step: StructureStep = {
      expiryId: far.label,
      label: `${near?.label ?? 'now'} to ${far.label}`,
      fromDays: near?.days ?? null,
      toDays: far.days,
      vol,
      interval: vol === null ? null : [Math.max(0, vol - 2.5), vol + 2.5],
      flag: vol === null ? 'total variance falls: a calendar arbitrage at mid vols' : null,
      withinDay: false,
      standing: null,
    };
    return Object.assign(step, change(step, i));
  });
  return {
    atmLabel: 'at the forward',
    deltaLabel: '25Δ',
    points,
    steps,
    tenors: [7, 30, 90]
      .filter((days) => days > (levels[0]?.days ?? Infinity) && days < (levels.at(-1)?.days ?? 0))
      .map((days) => ({
        tenorId: `tenor ${days}`,
        label: `${days}D constant`,
        days,
        atm: levels.find((level) => level.days >= days)?.atm ?? 40,
      })),
    lines: { vols: true, steps: true },
    decimals: 1,
    domain: null,
    emptyText: 'no expiry has an at-the-money vol',
  };
}

export const structureText = {
  title: 'Term structure of vol',
  howToRead: 'Steps are the vol between one expiry and the next with what the spread leaves of it',
  summary: 'At-the-money vol rises from 36.8 at 16 days to 44.3 at one year.',
};

const sizes = [5, 10, 25];
const columns: readonly DeltaGridColumn[] = [
  ...sizes.map((size) => ({
    id: `P${size}`,
    label: `${size}Δ`,
    name: `${size}Δ put`,
    side: 'put' as const,
    rank: size === 5 ? 1 : 0,
  })),
  { id: 'ATM', label: 'ATM', name: 'At the forward', side: 'atm', rank: 0 },
  ...sizes.toReversed().map((size) => ({
    id: `C${size}`,
    label: `${size}Δ`,
    name: `${size}Δ call`,
    side: 'call' as const,
    rank: size === 5 ? 1 : 0,
  })),
];
const overAtm = [14, 9, 3.2, 0, -0.8, 1.6, 4.1];

export type GridRowChange = (row: DeltaGridRow, index: number) => Partial<DeltaGridRow>;

/** Expiries by delta, over the at-the-money vol; the outermost cells of the first two are extrapolated. */
export function exampleGrid(
  levels: readonly Level[] = listed,
  change: GridRowChange = () => ({}),
): DeltaGridModel {
  return {
    columns,
    rows: levels.map(({ label, days, atm }, i) => {
      const row: DeltaGridRow = {
        expiryId: label,
        label,
        days,
        colour: expiryColour(i, levels.length),
        cells: overAtm.map((over, j) => ({
          value: over * (1 + i / 40),
          vol: atm + over,
          strike: '54 000',
          quoted: i > 1 || (j > 0 && j < 6),
        })),
        absence: null,
        chosen: i % 3 === 0,
      };
      return Object.assign(row, change(row, i));
    }),
    scale: 'diverging',
    unit: 'vol points over ATM',
    decimals: 1,
    emptyText: 'no expiry has a smile',
  };
}

export const gridText = {
  title: 'Vol by expiry and delta',
  howToRead: 'Vol points over the at-the-money vol of the same expiry, read off its smile',
  summary: 'The smiles of eleven expiries at seven deltas.',
};
