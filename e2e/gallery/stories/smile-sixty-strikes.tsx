import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, reshaped, smileText, strikesBetween } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const dense = reshaped(calmSmiles, () => ({ strikes: strikesBetween(46_000, 82_000, 600) }));

export const story: Story = {
  title: 'Smile, 60 strikes an expiry',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(dense)} />
  ),
};
