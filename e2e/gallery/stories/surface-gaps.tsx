import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import { exampleSurface, surfaceText } from '../example-surfaces.ts';
import type { Story } from '../story.ts';

const model = exampleSurface(
  { warnings: ['28 AUG: the fit allows a butterfly below 40 000'] },
  (_, place, days) => (Math.abs(place) > 1 && days < 3 ? { vol: null, value: null } : {}),
);
const gapped = {
  ...model,
  expiries: model.expiries.map((expiry, i) =>
    i === 1 || i === 5 ? Object.assign({}, expiry, { absence: '3 usable quotes, 5 needed' }) : expiry,
  ),
};

export const story: Story = {
  title: 'Surface, expiries without a smile',
  render: ({ channel, figure }) => (
    <SurfaceFigure {...figure} instead={null} text={surfaceText} channel={channel} model={gapped} />
  ),
};
