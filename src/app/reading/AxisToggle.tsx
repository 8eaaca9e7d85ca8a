import type { ReactElement } from 'react';
import type { AxisKind } from '#state/selection.ts';
import { Choice } from './Choice.tsx';

interface AxisToggleProps {
  readonly axis: AxisKind;
  readonly onChoose: (axis: AxisKind) => void;
}

const AXES: readonly { readonly value: AxisKind; readonly label: string; readonly short?: string }[] = [
  { value: 'strike', label: 'Strike' },
  { value: 'percent', label: '% of forward', short: '% of fwd' },
  { value: 'log', label: 'ln(K/F)' },
  { value: 'moves', label: 'Expected moves', short: 'Moves' },
  { value: 'delta', label: 'Delta' },
];

/** What the smile's x axis measures. */
export function AxisToggle({ axis, onChoose }: AxisToggleProps): ReactElement {
  return <Choice name="Axis" unnamed options={AXES} value={axis} onChoose={onChoose} />;
}
