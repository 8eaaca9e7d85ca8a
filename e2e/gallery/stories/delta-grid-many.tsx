import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText, manyExpiries } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleGrid(manyExpiries);

export const story: Story = {
  title: 'Vol by expiry and delta, 55 expiries',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={model} />
  ),
};
