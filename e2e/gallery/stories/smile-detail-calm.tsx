import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { calmSmiles, exampleModel } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const model = detailOf(exampleModel(calmSmiles));

export const story: Story = {
  title: 'Smile at work, residuals and open interest',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
