import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { detailOf, detailProps } from '../example-details.ts';
import { exampleModel, indexSmiles } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const model = detailOf(exampleModel(indexSmiles));

export const story: Story = {
  title: 'Smile at work, six of the 55 expiries of an index',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
