import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { densityText, exampleDensity, exampleLaw, farLaw, nearLaw } from '../example-densities.ts';
import type { Story } from '../story.ts';

const model = exampleDensity([exampleLaw(nearLaw, 4), exampleLaw(farLaw, 8)]);

export const story: Story = {
  title: 'Density, two expiries',
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
