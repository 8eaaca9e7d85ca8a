import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleStructure([{ label: '31 JUL', days: 23, atm: 41 }]);

export const story: Story = {
  title: 'Term structure of vol, one expiry',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
