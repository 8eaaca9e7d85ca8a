import { ProgrammeFigure } from '#charts/programme/ProgrammeFigure.tsx';
import { noProgrammes, programmeText } from '../example-programmes.ts';
import type { Story } from '../story.ts';

export const story: Story = {
  title: 'No roll has ended',
  render: ({ channel, figure }) => (
    <ProgrammeFigure {...figure} text={programmeText} channel={channel} model={noProgrammes()} />
  ),
};
