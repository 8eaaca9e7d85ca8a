import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, manyListed, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Term structure, 55 expiries',
  render: ({ channel, figure }) => (
    <TermFigure {...figure} text={termText} channel={channel} model={exampleTerm(manyListed)} />
  ),
};
