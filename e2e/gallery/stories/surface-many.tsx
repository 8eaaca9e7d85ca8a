import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import { manyListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({}, undefined, manyListed);

export const story: Story = {
  title: 'Surface, 55 expiries',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} instead={null} text={surfaceText} channel={channel} model={model} />
  ),
};
