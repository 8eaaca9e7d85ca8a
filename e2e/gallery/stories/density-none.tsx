import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { densityText, exampleDensity, exampleLaw, nearLaw } from '../example-densities.ts';
import type { Story } from '../story.ts';

const model = exampleDensity([
  exampleLaw(nearLaw, 4, { points: [], places: [], level: null, absence: 'too few two-sided quotes' }),
]);

export const story: Story = {
  title: 'Density, no expiry fitted',
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
