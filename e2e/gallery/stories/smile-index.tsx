import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { exampleModel, indexSmiles, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Smile, six of the 55 expiries of an index',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(indexSmiles)} />
  ),
};
