import { OutcomeCurveFigure } from '#charts/outcome-curve/OutcomeCurveFigure.tsx';
import { examplePayoff, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Payoff, money is received under a cap',
  render: ({ channel, figure }) => (
    <OutcomeCurveFigure {...figure} text={planText} channel={channel} model={examplePayoff(-9000)} />
  ),
};
