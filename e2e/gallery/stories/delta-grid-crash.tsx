import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText } from '../example-structures.ts';
import { crashListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleGrid(crashListed, ({ cells }, i) => ({
  cells: cells.map((cell) => cell && Object.assign({}, cell, { value: cell.value * (5 - i / 3) })),
}));

export const story: Story = {
  title: 'Vol by expiry and delta, crash',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={model} />
  ),
};
