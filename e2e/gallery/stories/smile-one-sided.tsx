import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { type QuoteChange, calmSmiles, exampleModel, reshaped, smileText } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const oneSided: QuoteChange = (quote, at) => {
  if (at % 4 === 1) return { ...quote, bid: null, mid: null, standing: 'left-out', note: 'no bid' };
  if (at % 4 === 2) return { ...quote, ask: null, mid: null, standing: 'left-out', note: 'no ask' };
  return quote;
};
const smiles = reshaped(calmSmiles.slice(1, 2), () => ({ change: oneSided }));

export const story: Story = {
  title: 'Smile, one-sided quotes',
  render: ({ channel, figure }) => (
    <SmileFigure {...figure} text={smileText} channel={channel} model={exampleModel(smiles)} />
  ),
};
