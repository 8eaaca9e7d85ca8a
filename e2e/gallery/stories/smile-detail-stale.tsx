import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { type QuoteChange, calmSmiles, exampleModel, reshaped } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const fading: QuoteChange = (quote, at) =>
  at % 3 === 0
    ? { ...quote, standing: 'stale', note: 'stale' }
    : { ...quote, last: quote.mid === null ? null : quote.mid + ((at % 5) - 2) / 2 };
const model = detailOf(exampleModel(reshaped(calmSmiles.slice(1, 3), () => ({ change: fading }))));

export const story: Story = {
  title: 'Smile at work, stale and last trades',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
