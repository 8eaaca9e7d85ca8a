import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import { manyListed } from '../example-terms.ts';
import type { Story } from '../story.ts';

const model = exampleStructure(manyListed);

export const story: Story = {
  title: 'Term structure of vol, 55 expiries',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
