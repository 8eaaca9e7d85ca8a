import type { ReactElement } from 'react';
import styles from './smile.module.css';
import type { ZoomSteps } from './use-smile-zoom.ts';

interface ZoomButtonsProps {
  readonly steps: ZoomSteps;
  readonly zoomed: boolean;
}

/** Closer, wider and back, for who has neither wheel nor two fingers. */
export function ZoomButtons({ steps, zoomed }: ZoomButtonsProps): ReactElement {
  return (
    <span className={styles.zoom}>
      <button
        type="button"
        className={styles.zoomButton}
        aria-label="Zoom in"
        title="+"
        onClick={steps.closer}
      >
        +
      </button>
      <button
        type="button"
        className={styles.zoomButton}
        aria-label="Zoom out"
        title="−"
        onClick={steps.wider}
      >
        −
      </button>
      <button type="button" className={styles.zoomButton} title="0" disabled={!zoomed} onClick={steps.reset}>
        Whole smile
      </button>
    </span>
  );
}
