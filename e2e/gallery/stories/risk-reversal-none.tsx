import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleRiskReversal([]);

export const story: Story = {
  title: '25Δ risk reversal, no expiry',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
