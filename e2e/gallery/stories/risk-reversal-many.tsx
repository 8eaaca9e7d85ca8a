import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, manyListed, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: '25Δ risk reversal, 55 expiries',
  render: ({ channel, figure }) => (
    <RiskReversalFigure
      {...figure}
      text={riskReversalText}
      channel={channel}
      model={exampleRiskReversal(manyListed)}
    />
  ),
};
