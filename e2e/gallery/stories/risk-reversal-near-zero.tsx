import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, listed, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleRiskReversal(listed, ({ days }) => {
  const value = 2.4 - days ** 0.35;
  return { value, interval: [value - 1.4, value + 1.4] };
});

export const story: Story = {
  title: '25Δ risk reversal, zero within the spread',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
