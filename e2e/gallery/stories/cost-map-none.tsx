import { CostMapFigure } from '#charts/cost-map/CostMapFigure.tsx';
import { exampleCostMap, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Cost of every floor, nothing is listed',
  render: ({ channel, figure }) => (
    <CostMapFigure {...figure} text={planText} channel={channel} model={exampleCostMap({ listed: [] })} />
  ),
};
