import { lazy, Suspense, useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Report } from '#analytics/report.ts';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import { usePrinting } from '#charts/figure/use-printing.ts';
import type { Size } from '#charts/frame/rect.ts';
import { SurfaceFigure } from '#charts/surface/SurfaceFigure.tsx';
import type { SurfaceModel } from '#charts/surface/surface-model.ts';
import { useSelection } from '#state/app-context.ts';
import { figureCaption } from '#app/reading/figure-caption.ts';
import { PanelControls } from '#app/reading/PanelControls.tsx';
import { usePointedTables } from '#app/reading/use-data-tables.ts';
import { surfaceWords } from './figure-words.ts';
import type { QuantityWords } from './quantities.ts';
import { SurfaceControls } from './SurfaceControls.tsx';
import styles from './surface.module.css';

const SurfaceMesh = lazy(() =>
  import('#charts/mesh/SurfaceMesh.tsx').then((module) => ({ default: module.SurfaceMesh })),
);

const FIGURES = ['surface'] as const;

const FAULTS = {
  'no-webgl':
    'This browser gives no WebGL, so the map stands in for the 3D picture: it shows the same surface.',
  lost: 'The graphics card was taken away and did not come back, so the map stands in for the 3D picture.',
} as const;

interface SurfacePictureProps {
  readonly model: SurfaceModel;
  readonly words: QuantityWords;
  readonly report: Report;
  /** Whose market it is, for captions. */
  readonly source: string;
  readonly channel: FocusChannel;
}

/** The map with what can be chosen of it. */
export function SurfacePicture(props: SurfacePictureProps): ReactElement {
  const { model, words, report, source, channel } = props;
  const tables = usePointedTables(FIGURES);
  const view = useSelection((state) => state.surfaceView);
  const [fault, setFault] = useState<keyof typeof FAULTS | null>(null);
  // Paper cannot be turned, and lays out no canvas anew: it gets the map.
  const printing = usePrinting();
  const mesh = view === 'mesh' && fault === null && model.rows.length > 1 && !printing;
  const text = useMemo(() => surfaceWords(model, words, mesh ? 'mesh' : 'map'), [model, words, mesh]);
  const landscape = useCallback(
    (size: Size): ReactElement => (
      <Suspense fallback={<progress className={styles.working} aria-label="Fetching the 3D picture" />}>
        <SurfaceMesh name={text.title} model={model} channel={channel} size={size} onFault={setFault} />
      </Suspense>
    ),
    [text.title, model, channel],
  );
  const caption = useMemo(() => figureCaption(report, source), [report, source]);
  return (
    <div className={styles.picture}>
      <PanelControls>
        <SurfaceControls underlying={report.underlying} />
      </PanelControls>
      {view === 'mesh' && fault !== null && <p className={styles.basis}>{FAULTS[fault]}</p>}
      {view === 'mesh' && fault === null && model.rows.length < 2 && (
        <p className={styles.basis}>A single expiry has no landscape; the map shows its smile.</p>
      )}
      <SurfaceFigure
        {...tables.surface}
        model={model}
        channel={channel}
        caption={caption}
        text={text}
        instead={mesh ? landscape : null}
      />
    </div>
  );
}
