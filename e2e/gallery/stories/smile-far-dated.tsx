import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const far = reshaped(calmSmiles.slice(3), () => ({ label: '25 JUN 27', days: 352, halfSpread: 1.4 }));

export const story: Story = {
  title: 'Smile, one far-dated expiry by strike',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(far, 'strike')} />
  ),
};
