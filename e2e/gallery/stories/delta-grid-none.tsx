import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleGrid([]);

export const story: Story = {
  title: 'Vol by expiry and delta, no expiry',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={model} />
  ),
};
