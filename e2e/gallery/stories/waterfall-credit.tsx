import { WaterfallFigure } from '#charts/waterfall/WaterfallFigure.tsx';
import { exampleBill, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Bill of a collar, money is received',
  render: ({ figure }) => <WaterfallFigure {...figure} text={planText} model={exampleBill(-620, -214)} />,
};
