import { StructureBarsFigure } from '#charts/structure-bars/StructureBarsFigure.tsx';
import { noStructures, planText } from '../example-plans.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'Structures side by side, none can be had',
  render: ({ figure }) => <StructureBarsFigure {...figure} text={planText} model={noStructures()} />,
};
