import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { crashListed, exampleRiskReversal, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: '25Δ risk reversal, crash',
  render: ({ channel, figure }) => (
    <RiskReversalFigure
      {...figure}
      text={riskReversalText}
      channel={channel}
      model={exampleRiskReversal(crashListed)}
    />
  ),
};
