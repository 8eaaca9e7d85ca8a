import { lazy, type ComponentType } from 'react';
import { OverviewPanel } from '../panels/overview/OverviewPanel.tsx';
import type { PanelProps } from '#app/reading/panel.ts';
import type { PanelId } from '#state/selection.ts';

interface PanelDoor {
  /** Its link in the navigation, and its name in every sentence about it. */
  readonly name: string;
  readonly Panel: ComponentType<PanelProps>;
  /** Its places along a smile are strikes, whatever axis the smile is drawn on. */
  readonly onStrikes?: boolean;
}

const SmilePanel = lazy(() =>
  import('../panels/smile/SmilePanel.tsx').then((module) => ({ default: module.SmilePanel })),
);

const DensityPanel = lazy(() =>
  import('../panels/density/DensityPanel.tsx').then((module) => ({ default: module.DensityPanel })),
);

const SkewPanel = lazy(() =>
  import('../panels/skew/SkewPanel.tsx').then((module) => ({ default: module.SkewPanel })),
);

const TermPanel = lazy(() =>
  import('../panels/term/TermPanel.tsx').then((module) => ({ default: module.TermPanel })),
);

const ProtectionPanel = lazy(() =>
  import('../panels/protection/ProtectionPanel.tsx').then((module) => ({ default: module.ProtectionPanel })),
);

const DataPanel = lazy(() =>
  import('../panels/data/DataPanel.tsx').then((module) => ({ default: module.DataPanel })),
);

const SurfacePanel = lazy(() =>
  import('../panels/surface/SurfacePanel.tsx').then((module) => ({ default: module.SurfacePanel })),
);

/** Every panel there is, in the order of the navigation. All but the first are fetched when they are first wanted. */
export const PANEL_DOORS: Readonly<Record<PanelId, PanelDoor>> = {
  overview: { name: 'Overview', Panel: OverviewPanel },
  smile: { name: 'Smile', Panel: SmilePanel },
  skew: { name: 'Skew', Panel: SkewPanel },
  term: { name: 'Term', Panel: TermPanel },
  surface: { name: 'Surface', Panel: SurfacePanel, onStrikes: true },
  density: { name: 'Density', Panel: DensityPanel, onStrikes: true },
  protection: { name: 'Protection', Panel: ProtectionPanel },
  data: { name: 'Data', Panel: DataPanel },
};
