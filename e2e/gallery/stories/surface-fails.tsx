import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({}, (_, place, days) =>
  place > 2 && days < 9 ? { fails: 'butterfly' } : place < -2 && days > 100 ? { fails: 'calendar' } : {},
);

export const story: Story = {
  title: 'Surface, both tests fail',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} text={surfaceText} channel={channel} model={model} instead={null} />
  ),
};
