import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface();

export const story: Story = {
  title: 'Surface, vol',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} text={surfaceText} channel={channel} model={model} instead={null} />
  ),
};
