import type { ReactElement, ReactNode } from 'react';
import { Choice } from '#app/reading/Choice.tsx';
import styles from '#app/reading/panel.module.css';
import { useApp, useSelection } from '#state/app-context.ts';
import type { CompareGroup } from '#app/reading/compare-choices.ts';
import { ComparePicker } from '#app/reading/ComparePicker.tsx';

const SIDES = [
  { value: 'otm', label: 'Out of the money' },
  { value: 'all', label: 'All' },
] as const;
const RESIDUALS = [
  { value: 'vol', label: 'Vol points' },
  { value: 'spread', label: 'Half-spreads' },
  { value: 'off', label: 'Off' },
] as const;
const ACTIVITIES = [
  { value: 'interest', label: 'Open interest' },
  { value: 'volume', label: 'Volume' },
  { value: 'size', label: 'Size' },
  { value: 'off', label: 'Off' },
] as const;

interface SmileControlsProps {
  readonly groups: readonly CompareGroup[];
  readonly zoom: ReactNode;
}

/** What the picture shows, and what it is compared with. */
export function SmileControls({ groups, zoom }: SmileControlsProps): ReactElement {
  const { selection } = useApp();
  const sides = useSelection((state) => state.sides);
  const residual = useSelection((state) => state.residual);
  const activity = useSelection((state) => state.activity);
  const compare = useSelection((state) => state.compare);
  return (
    <div className={styles.controls}>
      <ComparePicker
        groups={groups}
        value={compare}
        onChoose={(chosen) => selection.setState({ compare: chosen })}
      />
      <Choice
        name="Quotes"
        options={SIDES}
        value={sides}
        onChoose={(chosen) => selection.setState({ sides: chosen })}
      />
      <Choice
        name="Residuals"
        options={RESIDUALS}
        value={residual}
        onChoose={(chosen) => selection.setState({ residual: chosen })}
      />
      <Choice
        name="By strike"
        options={ACTIVITIES}
        value={activity}
        onChoose={(chosen) => selection.setState({ activity: chosen })}
      />
      {zoom}
    </div>
  );
}
