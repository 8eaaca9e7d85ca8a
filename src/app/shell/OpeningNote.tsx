import { lazy, Suspense, type ReactElement } from 'react';
import { useSession } from '#state/app-context.ts';

const OpeningProgressNote = lazy(() =>
  import('./OpeningProgressNote.tsx').then((module) => ({ default: module.OpeningProgressNote })),
);

/** What is said while a file is being opened; nothing otherwise. */
export function OpeningNote(): ReactElement | null {
  const opening = useSession((state) => state.opening);
  return (
    opening && (
      <Suspense>
        <OpeningProgressNote opening={opening} />
      </Suspense>
    )
  );
}
