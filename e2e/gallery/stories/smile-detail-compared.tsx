import { SmileDetailFigure } from '#charts/smile-detail/SmileDetailFigure.tsx';
import { comparedOf, detailProps } from '../example-details.ts';
import { calmSmiles, exampleModel } from '../example-smiles.ts';
import type { Story } from '../story.ts';

const model = comparedOf(exampleModel(calmSmiles));

export const story: Story = {
  title: 'Smile at work, three expiries against a fourth',
  render: (stage) => <SmileDetailFigure {...detailProps(stage, model)} />,
};
