import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { type QuoteChange, calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const noBids: QuoteChange = (quote, at) =>
  at % 3 === 0 ? { ...quote, bid: null, mid: null, standing: 'left-out', note: 'no bid' } : quote;
const smiles = reshaped(calmSmiles, (_, i) => ({
  atm: 96 - 12 * i,
  tilt: -22 + 4 * i,
  bend: 14,
  halfSpread: 4,
  change: noBids,
}));

export const story: Story = {
  title: 'Smile, crash: a third of the bids missing',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(smiles)} />
  ),
};
