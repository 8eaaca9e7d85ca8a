import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({}, undefined, [{ label: '31 JUL', days: 23 }]);

export const story: Story = {
  title: 'Surface, one expiry',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} instead={null} text={surfaceText} channel={channel} model={model} />
  ),
};
