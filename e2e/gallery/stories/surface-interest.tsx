import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({
  quantity: 'interest',
  kind: 'contracts',
  spread: 'log',
  decimals: 0,
  unit: 'open interest, BTC',
});

export const story: Story = {
  title: 'Surface, open interest',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} text={surfaceText} channel={channel} model={model} instead={null} />
  ),
};
