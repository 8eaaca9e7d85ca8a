import { RiskReversalFigure } from '#charts/risk-reversal/RiskReversalFigure.tsx';
import { SmileFigure } from '#charts/smile/SmileFigure.tsx';
import { TermFigure } from '#charts/term/TermFigure.tsx';
import { calmSmiles, exampleModel, smileText } from '../example-smiles.ts';
import { exampleRiskReversal, exampleTerm, riskReversalText, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const smile = exampleModel(calmSmiles);
const riskReversal = exampleRiskReversal();
const term = exampleTerm();

export const story: Story = {
  title: 'Three charts under one crosshair',
  render: ({ channel, figure }) => (
    <div className="linked">
      <SmileFigure {...figure} text={smileText} channel={channel} model={smile} />
      <div>
        <RiskReversalFigure {...figure} text={riskReversalText} channel={channel} model={riskReversal} />
        <TermFigure {...figure} text={termText} channel={channel} model={term} />
      </div>
    </div>
  ),
};
