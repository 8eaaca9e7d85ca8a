import { ProgrammeFigure } from '#charts/programme/ProgrammeFigure.tsx';
import { exampleProgrammes, programmeText } from '../example-programmes.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'A floor rolled through a recording, some rolls not to be had',
  render: ({ channel, figure }) => (
    <ProgrammeFigure
      {...figure}
      text={programmeText}
      channel={channel}
      model={exampleProgrammes({ missing: true, dates: true })}
    />
  ),
};
