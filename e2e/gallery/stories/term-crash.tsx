import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, listed, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleTerm(listed, ({ days }) => {
  const atm = 48 + 90 / Math.sqrt(days);
  const open = 26 / Math.sqrt(days);
  return { atm, atmInterval: [atm - open, atm + open], putVol: atm + 14, callVol: atm - 6 };
});

export const story: Story = {
  title: 'Term structure, backwardation in a crash',
  render: ({ channel, figure }) => <TermFigure {...figure} text={termText} channel={channel} model={model} />,
};
