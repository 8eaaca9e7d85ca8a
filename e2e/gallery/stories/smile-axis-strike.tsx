import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Smile, axis: strike',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(calmSmiles, 'strike')} />
  ),
};
