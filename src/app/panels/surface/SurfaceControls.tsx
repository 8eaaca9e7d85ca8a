import { useMemo, type ReactElement } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import type { SurfaceAxisChoice, SurfaceColour, SurfaceView } from '#state/selection.ts';
import { Choice } from '#app/reading/Choice.tsx';
import { QUANTITY_ORDER, quantityWords } from './quantities.ts';
import styles from './surface.module.css';

const AXES: readonly { readonly value: SurfaceAxisChoice; readonly label: string }[] = [
  { value: 'moves', label: 'Expected moves' },
  { value: 'log', label: 'ln(K/F)' },
  { value: 'delta', label: 'Delta' },
];

const VIEWS: readonly { readonly value: SurfaceView; readonly label: string }[] = [
  { value: 'map', label: 'Map' },
  { value: 'mesh', label: '3D' },
];

/** From where the surface is seen, along what, and what its colours say. */
export function SurfaceControls({ underlying }: { readonly underlying: string }): ReactElement {
  const { selection } = useApp();
  const view = useSelection((state) => state.surfaceView);
  const axis = useSelection((state) => state.surfaceAxis);
  const colour = useSelection((state) => state.surfaceColour);
  const colours = useMemo(() => {
    const known = quantityWords(underlying);
    return QUANTITY_ORDER.map((value): { readonly value: SurfaceColour; readonly label: string } => ({
      value,
      label: known[value].name,
    }));
  }, [underlying]);
  return (
    <div className={styles.controls}>
      <Choice
        name="View"
        options={VIEWS}
        value={view}
        onChoose={(surfaceView) => selection.setState({ surfaceView })}
      />
      <Choice
        name="Axis"
        options={AXES}
        value={axis}
        onChoose={(surfaceAxis) => selection.setState({ surfaceAxis })}
      />
      <Choice
        name="Colour"
        options={colours}
        value={colour}
        onChoose={(chosen) => selection.setState({ surfaceColour: chosen })}
      />
    </div>
  );
}
