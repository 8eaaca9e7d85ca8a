import { StructureBarsFigure } from '#charts/structure-bars/StructureBarsFigure.tsx';
import { exampleStructures, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Structures side by side',
  render: ({ figure }) => <StructureBarsFigure {...figure} text={planText} model={exampleStructures()} />,
};
