import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, listed, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleTerm(listed, () => ({
  atm: 40,
  atmInterval: [39.8, 40.2],
  putVol: 40.1,
  callVol: 40.05,
}));

export const story: Story = {
  title: 'Term structure, flat and without skew',
  render: ({ channel, figure }) => <TermFigure {...figure} text={termText} channel={channel} model={model} />,
};
