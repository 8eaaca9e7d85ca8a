import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleStructure(undefined, ({ vol }, index) => {
  if (index === 4) return { vol: 48, interval: [46, 50], standing: 'high' };
  return index === 7 ? { vol: 31, interval: [30, 32], standing: 'low' } : { vol };
});

export const story: Story = {
  title: 'Term structure of vol, two gaps that stand out',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
