import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, listed, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleRiskReversal(listed, (_, at) => (at === 0 ? { interval: [-48, 31] } : {}));

export const story: Story = {
  title: '25Δ risk reversal, a spread wider than the axis',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
