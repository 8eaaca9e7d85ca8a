import type { ReactElement } from 'react';
import { Choice } from '#app/reading/Choice.tsx';
import { useApp, useSelection } from '#state/app-context.ts';
import styles from './smile.module.css';

const SIDES = [
  { value: 'otm', label: 'Out of the money' },
  { value: 'all', label: 'All' },
] as const;

/** What the picture shows beside the fit. */
export function SmileControls(): ReactElement {
  const { selection } = useApp();
  const sides = useSelection((state) => state.sides);
  return (
    <div className={styles.controls}>
      <Choice
        name="Quotes"
        options={SIDES}
        value={sides}
        onChoose={(chosen) => selection.setState({ sides: chosen })}
      />
    </div>
  );
}
