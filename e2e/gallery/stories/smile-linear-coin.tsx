import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { exampleModel, smileText, strikesBetween } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const coin = { atm: 71, tilt: -1.2, bend: 5, forward: 0.6042, halfSpread: 1.6 };
const smiles = [
  { ...coin, label: '17 JUL', days: 9, strikes: strikesBetween(0.5, 0.72, 0.01) },
  { ...coin, label: '28 AUG', days: 51, atm: 74, strikes: strikesBetween(0.4, 0.95, 0.05) },
];

export const story: Story = {
  title: 'Smile, linear coin at 0.6 dollars',
  render: ({ channel, figure }) => (
    <SmileFigure
      {...figure}
      text={smileText}
      channel={channel}
      model={exampleModel(smiles, 'strike', { strikeUnit: 'USDC', strikeDecimals: 3 })}
    />
  ),
};
