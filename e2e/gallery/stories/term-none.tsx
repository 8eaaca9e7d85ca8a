import { TermFigure } from '#charts/term/TermFigure.tsx';
import { exampleTerm, termText } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleTerm([]);

export const story: Story = {
  title: 'Term structure, no expiry',
  render: ({ channel, figure }) => <TermFigure {...figure} text={termText} channel={channel} model={model} />,
};
