import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleStructure();
const nothing = { atm: null, atmInterval: null, putVol: null, callVol: null, swapVol: null };
const gapped = {
  ...model,
  points: model.points.map((point, i) =>
    i === 2 || i === 6 ? Object.assign({}, point, nothing, { absence: 'too few quotes' }) : point,
  ),
  steps: model.steps.filter((_, i) => i !== 2 && i !== 6),
};

export const story: Story = {
  title: 'Term structure of vol, expiries without a value',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={gapped} />
  ),
};
