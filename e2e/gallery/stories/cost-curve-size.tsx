import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleSizes } from '../example-costs.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Cost against size, the book ends',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={exampleSizes(42)} />
  ),
};
