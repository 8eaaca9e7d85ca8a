import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, reshaped, smileText, strikesBetween } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const smiles = reshaped(calmSmiles.slice(0, 1), () => ({
  bend: 9,
  days: 2,
  strikes: strikesBetween(50_000, 74_000, 500),
}));

export const story: Story = {
  title: 'Smile, wings beyond the axis',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(smiles)} />
  ),
};
