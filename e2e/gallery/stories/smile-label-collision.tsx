import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const labels = ['9 JUL', '10 JUL', '11 JUL', '17 JUL', '24 JUL', '31 JUL'];
const alike = labels.flatMap(() => calmSmiles.slice(1, 2));
const smiles = reshaped(alike, (_, i) => ({ label: labels[i] ?? '', days: 9 + 3 * i, atm: 36.6 + 0.15 * i }));

export const story: Story = {
  title: 'Smile, six curves that end together',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(smiles)} />
  ),
};
