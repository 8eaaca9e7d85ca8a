import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = { ...exampleStructure(), lines: { vols: false, steps: true } };

export const story: Story = {
  title: 'Term structure of vol, forward vol alone',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
