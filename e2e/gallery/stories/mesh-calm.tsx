import { SurfaceMesh } from '#charts/mesh/SurfaceMesh.tsx';
import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface();

export const story: Story = {
  title: 'Landscape of vol',
  render: ({ channel, figure }) => (
    <SurfaceFigure
      {...figure}
      text={surfaceText}
      channel={channel}
      model={model}
      instead={(size) => (
        <SurfaceMesh
          name={surfaceText.title}
          model={model}
          channel={channel}
          size={size}
          onFault={console.warn}
        />
      )}
    />
  ),
};
