import { ProgrammeFigure } from '#charts/programme/ProgrammeFigure.tsx';
import { exampleProgrammes, programmeText } from '../example-programmes.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'A floor rolled for a year, days from the start',
  render: ({ channel, figure }) => (
    <ProgrammeFigure {...figure} text={programmeText} channel={channel} model={exampleProgrammes()} />
  ),
};
