import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleCosts } from '../example-costs.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Cost at every expiry, calm day',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={exampleCosts()} />
  ),
};
