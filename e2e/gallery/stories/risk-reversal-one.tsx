import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, listed, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleRiskReversal(listed.slice(5, 6));

export const story: Story = {
  title: '25Δ risk reversal, one expiry',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
