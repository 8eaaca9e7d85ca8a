import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { calmSmiles, exampleModel } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const { curves, ...rest } = exampleModel(calmSmiles.slice(0, 1));
const nothing = { quotes: [], fit: [], quotedRange: null, markers: [], forwardX: null };
const none = curves.flatMap((curve) => [
  { ...curve, ...nothing, absence: 'too few two-sided quotes (12 no quote)' },
]);
const model = detailOf({ ...rest, curves: none });

export const story: Story = {
  title: 'Smile at work, no quote',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
