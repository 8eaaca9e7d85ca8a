import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, listed, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Term structure, one expiry',
  render: ({ channel, figure }) => (
    <TermFigure {...figure} text={termText} channel={channel} model={exampleTerm(listed.slice(5, 6))} />
  ),
};
