import type { ReactNode } from 'react';
import type { FigureProps } from '#charts/figure/ChartFigure.tsx';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';

/** What the page lends to every story. */
export interface StoryStage {
  readonly channel: FocusChannel;
  readonly figure: Omit<FigureProps, 'text'>;
}

/** One state of one chart. */
export interface Story {
  readonly title: string;
  readonly render: (stage: StoryStage) => ReactNode;
}
