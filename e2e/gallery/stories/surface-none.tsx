import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface({ places: [], days: [], rows: [], contracts: [] });

export const story: Story = {
  title: 'Surface, nothing listed',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} text={surfaceText} channel={channel} model={model} instead={null} />
  ),
};
