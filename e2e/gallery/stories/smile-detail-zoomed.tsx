import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { calmSmiles, exampleModel } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const model = detailOf(exampleModel(calmSmiles, 'expected-moves', { xDomain: [-0.6, 0.5] }));

export const story: Story = {
  title: 'Smile at work, zoomed to the money',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
