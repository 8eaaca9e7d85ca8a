import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleCosts } from '../example-costs.ts';
import { manyListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleCosts(undefined, { days: manyListed.map(({ days }) => days) });

export const story: Story = {
  title: 'Cost at every expiry, 55 of them',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={model} />
  ),
};
