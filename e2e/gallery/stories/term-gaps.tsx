import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, listed, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleTerm(listed, (_, at) => {
  if (at === 2)
    return { atm: null, atmInterval: null, putVol: null, callVol: null, absence: 'too few quotes' };
  return at === 8 ? { callVol: null, atmInterval: null } : {};
});

export const story: Story = {
  title: 'Term structure, expiries without a value',
  render: ({ channel, figure }) => <TermFigure {...figure} text={termText} channel={channel} model={model} />,
};
