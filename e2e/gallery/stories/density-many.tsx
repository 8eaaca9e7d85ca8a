import { DensityFigure } from '#charts/density/DensityFigure.tsx';
import { densityText, exampleDensity, exampleLaw } from '../example-densities.ts';
import type { Story } from '../story.ts';

const days = [2, 9, 23, 79, 261, 352];
const labels = ['10 JUL', '17 JUL', '31 JUL', '25 SEP', '26 MAR', '25 JUN'];
const model = exampleDensity(
  days.map((each, i) =>
    exampleLaw({ label: labels[i] ?? '', days: each, width: 560 * Math.sqrt(each) }, 2 * i),
  ),
);

export const story: Story = {
  title: 'Density, six expiries, one far-dated',
  render: ({ channel, figure }) => (
    <DensityFigure
      {...figure}
      kind="density"
      level={null}
      text={densityText}
      channel={channel}
      model={model}
    />
  ),
};
