import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleCosts } from '../example-costs.ts';
import type { Story } from '../story.ts';

const model = exampleCosts(undefined, { days: [23] });

export const story: Story = {
  title: 'Cost at every expiry, one is listed',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={model} />
  ),
};
