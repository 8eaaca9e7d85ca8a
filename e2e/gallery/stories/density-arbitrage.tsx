import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { densityText, exampleDensity, exampleLaw, nearLaw } from '../example-densities.ts';
import type { Story } from '../story.ts';

const law = exampleLaw(nearLaw, 4);
const model = exampleDensity([
  {
    ...law,
    points: law.points.map((point) =>
      point.x > 68_000 && point.x < 70_000 ? Object.assign({}, point, { density: -1 }) : point,
    ),
  },
]);

export const story: Story = {
  title: 'Density, below zero in places',
  render: ({ channel, figure }) => (
    <DensityFigure
      {...figure}
      kind="density"
      text={densityText}
      channel={channel}
      model={model}
      level={null}
    />
  ),
};
