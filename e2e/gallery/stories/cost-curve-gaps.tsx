import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleCosts } from '../example-costs.ts';
import type { Story } from '../story.ts';

const gaps = new Map([
  [0, 'nobody offers it'],
  [3, 'the book does not hold this size'],
  [4, 'the book does not hold this size'],
]);

export const story: Story = {
  title: 'Cost at every expiry, some cannot be filled',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={exampleCosts(gaps)} />
  ),
};
