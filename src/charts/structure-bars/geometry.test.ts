import { expect, it } from 'vitest';
import { structureBarsGeometry, structureBarsHeight } from './geometry.ts';
import type { StructureBarsModel, StructureRow } from './structure-bars-model.ts';
import { structureBarsTable } from './StructureBarsFigure.tsx';

function row(id: string, cost: number | null, rest: Partial<StructureRow> = {}): StructureRow {
  const words = 'break-even 83 412 USD, most that can be lost 16.6 % of the holding';
  const execution = cost === null ? null : 0.2;
  return { id, label: id, chosen: false, cost, execution, words, figures: [null], ...rest };
}

const model: StructureBarsModel = {
  rows: [row('Put', 1.6), row('Collar', -0.4), row('Ratio', null, { words: 'nobody bids for what is sold' })],
  columns: [{ id: 'loss', label: 'most lost, %', decimals: 1 }],
  unit: '% of holding',
  decimals: 2,
};
const sized = (width: number) => ({ width, height: structureBarsHeight(model, width) });

it('begins every bar at one zero and hangs what is received on its other side', () => {
  const { rows, zero } = structureBarsGeometry(model, sized(640));
  const ends = rows
    .slice(0, 2)
    .flatMap(({ value, execution }) => value && execution && [{ value, execution }]);
  const [paid, received] = ends;
  if (!paid || !received) throw new Error('a bar is missing');
  expect(paid.value.left).toBeCloseTo(zero, 9);
  expect(paid.execution.left).toBeCloseTo(paid.value.right, 9);
  expect(received.value.right).toBeCloseTo(zero, 9);
  expect(received.execution.left).toBeCloseTo(received.value.left, 9);
});

it('draws no bar for what cannot be had and says why', () => {
  const ratio = structureBarsGeometry(model, sized(640)).rows[2];
  expect(ratio?.value).toBeNull();
  expect(ratio?.text).toBe('cannot be had');
  expect(ratio?.lines.map(({ text }) => text)).toEqual(['nobody bids for what is sold']);
  expect(structureBarsTable(model).rows[2]?.cells).toEqual([
    'Ratio',
    null,
    null,
    null,
    'nobody bids for what is sold',
  ]);
});

it('sets names over the bars and breaks words where room is short, within the height it asks for', () => {
  for (const width of [300, 340, 470, 640, 1000]) {
    const { rows, left, axisY } = structureBarsGeometry(model, sized(width));
    expect(left === 0).toBe(width < 460);
    for (const [i, { y, lines }] of rows.entries()) {
      const next = rows[i + 1];
      if (next !== undefined) expect(lines.at(-1)?.y ?? 0).toBeLessThan(next.y - (left === 0 ? 16 : 0));
      expect(y).toBeLessThan(axisY);
    }
    expect(axisY).toBeLessThan(structureBarsHeight(model, width));
  }
});
