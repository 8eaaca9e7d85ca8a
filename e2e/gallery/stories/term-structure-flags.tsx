import { TermStructureFigure } from '#charts/term-structure/TermStructureFigure.tsx';
import { exampleStructure, structureText } from '../example-structures.ts';
import type { Story } from '../story.ts';

const model = exampleStructure([
  { label: '6 FEB', days: 0.4, atm: 146 },
  { label: '7 FEB', days: 1.4, atm: 140 },
  { label: '8 FEB', days: 2.4, atm: 84 },
  { label: '13 FEB', days: 7.4, atm: 80 },
  { label: '27 FEB', days: 21, atm: 61 },
]);

export const story: Story = {
  title: 'Term structure of vol, total variance that falls',
  render: ({ channel, figure }) => (
    <TermStructureFigure {...figure} text={structureText} channel={channel} model={model} />
  ),
};
