import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({
  quantity: 'residual',
  kind: 'contracts',
  spread: 'diverging',
  decimals: 2,
  unit: 'mid less fit, vol points',
});

export const story: Story = {
  title: 'Surface, residuals',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} text={surfaceText} channel={channel} model={model} instead={null} />
  ),
};
