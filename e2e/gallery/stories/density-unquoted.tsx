import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { densityText, exampleDensity, exampleLaw, farLaw, nearLaw } from '../example-densities.ts';
import type { Story } from '../story.ts';

const model = exampleDensity([
  exampleLaw(nearLaw, 4, { quotedRange: [58_000, 62_000] }),
  exampleLaw(farLaw, 8, { quotedRange: null }),
]);

export const story: Story = {
  title: 'Density, nothing quoted in the wings or at all',
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
