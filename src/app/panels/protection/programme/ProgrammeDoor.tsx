import { lazy, memo, Suspense, type ReactElement } from 'react';
import type { ProgrammeSectionProps } from './ProgrammeSection.tsx';

const Section = lazy(() =>
  import('./ProgrammeSection.tsx').then(({ ProgrammeSection }) => ({ default: ProgrammeSection })),
);

/** The rolling programme, fetched after the bill. */
export const ProgrammeDoor = memo(function ProgrammeDoor(props: ProgrammeSectionProps): ReactElement {
  return (
    <Suspense fallback={null}>
      <Section {...props} />
    </Suspense>
  );
});
