import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, listed, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleRiskReversal(listed, (_, at) => {
  if (at === 1) return { value: null, interval: null, absence: 'no 25Δ call in the quotes' };
  if (at === 6) return { value: null, interval: null, absence: 'too few quotes' };
  return at === 3 ? { interval: null } : {};
});

export const story: Story = {
  title: '25Δ risk reversal, expiries without a value',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
