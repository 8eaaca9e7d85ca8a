import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText, manyExpiries } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleStructure(manyExpiries);

export const story: Story = {
  title: 'Term structure of vol, 55 expiries',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
