import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { type QuoteChange, calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const spoilt: QuoteChange = (quote, at) => {
  if (at % 5 === 2)
    return { ...quote, bid: quote.ask, ask: quote.bid, standing: 'left-out', note: 'bid above ask' };
  return at % 5 === 3 ? { ...quote, standing: 'stale', note: 'quote is 14 min old' } : quote;
};
const smiles = reshaped(calmSmiles.slice(0, 2), () => ({ change: spoilt }));

export const story: Story = {
  title: 'Smile, crossed and stale quotes',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(smiles)} />
  ),
};
