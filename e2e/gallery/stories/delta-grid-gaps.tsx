import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleGrid(undefined, ({ cells }, i) => {
  if (i === 2 || i === 6)
    return { cells: cells.map(() => null), absence: 'too few two-sided quotes (12 no quote)' };
  return i === 4 ? { cells: cells.map((cell, j) => (j < 2 || j > 4 ? null : cell)) } : {};
});

export const story: Story = {
  title: 'Vol by expiry and delta, expiries without a smile or its wings',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={model} />
  ),
};
