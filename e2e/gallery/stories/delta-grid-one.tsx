import { DeltaGridFigure } from '#charts/delta-grid/DeltaGridFigure.tsx';
import { exampleGrid, gridText } from '../example-structures.ts';
import { listed } from '../example-terms.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Vol by expiry and delta, one expiry',
  render: ({ channel, figure }) => (
    <DeltaGridFigure {...figure} text={gridText} channel={channel} model={exampleGrid(listed.slice(5, 6))} />
  ),
};
