import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { exampleRiskReversal, riskReversalText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = {
  ...exampleRiskReversal(),
  tenors: [7, 30, 90, 180].map((days) => ({
    tenorId: `tenor ${days}`,
    label: `${days}D constant`,
    days,
    value: -7.4 + days / 150,
    interval: [-9 + days / 150, -5.8 + days / 150] as const,
  })),
};

export const story: Story = {
  title: 'Risk reversal, with constant tenors',
  render: ({ channel, figure }) => (
    <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={model} />
  ),
};
