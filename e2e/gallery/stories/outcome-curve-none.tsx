import { OutcomeCurveFigure } from '#charts/outcome-curve/OutcomeCurveFigure.tsx';
import { noPayoff, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Payoff, the plan cannot be filled',
  render: ({ channel, figure }) => (
    <OutcomeCurveFigure {...figure} text={planText} channel={channel} model={noPayoff()} />
  ),
};
