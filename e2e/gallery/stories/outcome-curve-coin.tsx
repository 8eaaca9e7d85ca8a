import { OutcomeCurveFigure } from '#charts/outcome-curve/OutcomeCurveFigure.tsx';
import { coinPayoff, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Payoff, linear coin at 0.6 dollars',
  render: ({ channel, figure }) => (
    <OutcomeCurveFigure {...figure} text={planText} channel={channel} model={coinPayoff()} />
  ),
};
