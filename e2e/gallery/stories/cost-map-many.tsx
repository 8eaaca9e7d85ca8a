import { CostMapFigure } from '#charts/cost-map/CostMapFigure.tsx';
import { exampleCostMap, planText } from '../example-plans.ts';
import { manyListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleCostMap({ listed: manyListed.map(({ days }) => days) });

export const story: Story = {
  title: 'Cost of every floor, 55 expiries',
  render: ({ channel, figure }) => (
    <CostMapFigure {...figure} text={planText} channel={channel} model={model} />
  ),
};
