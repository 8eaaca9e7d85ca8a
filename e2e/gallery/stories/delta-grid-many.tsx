import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText } from '../example-structures.ts';
import { manyListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleGrid(manyListed);

export const story: Story = {
  title: 'Vol by expiry and delta, 55 expiries',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={model} />
  ),
};
