import { CostCurveFigure } from '#charts/cost-curve/CostCurveFigure.tsx';
import { costText, exampleCosts } from '../example-costs.ts';
import type { Story } from '../story.ts';

const none = new Map(Array.from({ length: 11 }, (_, i) => [i, 'nobody offers it'] as const));

export const story: Story = {
  title: 'Cost at every expiry, none can be had',
  render: ({ channel, figure }) => (
    <CostCurveFigure {...figure} text={costText} channel={channel} model={exampleCosts(none)} />
  ),
};
