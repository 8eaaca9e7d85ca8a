import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { type QuoteChange, calmSmiles, exampleModel, reshaped } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const spoilt: QuoteChange = (quote, at) => {
  if (at % 5 === 1) return { ...quote, bid: null, mid: null, standing: 'left-out', note: 'no bid' };
  return at % 5 === 3
    ? { ...quote, bid: quote.ask, ask: quote.bid, standing: 'left-out', note: 'bid above ask' }
    : quote;
};
const model = detailOf(exampleModel(reshaped(calmSmiles.slice(1, 3), () => ({ change: spoilt }))));

export const story: Story = {
  title: 'Smile at work, one-sided and crossed quotes',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
