import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { coinDensity, densityText } from '../example-densities.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Density, linear coin at 0.6 dollars',
  render: ({ channel, figure }) => (
    <DensityFigure
      {...figure}
      kind="density"
      level={null}
      text={densityText}
      channel={channel}
      model={coinDensity()}
    />
  ),
};
