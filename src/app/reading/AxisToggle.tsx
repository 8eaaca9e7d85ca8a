import type { ReactElement } from 'react';
import type { AxisKind } from '#state/selection.ts';
import styles from './axis-toggle.module.css';

interface AxisToggleProps {
  readonly axis: AxisKind;
  readonly onChoose: (axis: AxisKind) => void;
}

/** Each name, and a shorter one for a narrow screen. */
const NAMES: readonly { readonly axis: AxisKind; readonly name: string; readonly short: string }[] = [
  { axis: 'strike', name: 'Strike', short: 'Strike' },
  { axis: 'percent', name: '% of forward', short: '% of fwd' },
  { axis: 'log', name: 'ln(K/F)', short: 'ln(K/F)' },
  { axis: 'moves', name: 'Expected moves', short: 'Moves' },
  { axis: 'delta', name: 'Delta', short: 'Delta' },
];

/** What the smile's x axis measures. */
export function AxisToggle({ axis: chosen, onChoose }: AxisToggleProps): ReactElement {
  return (
    <fieldset className={styles.toggle} aria-label="Axis">
      {NAMES.map(({ axis, name, short }) => (
        <label key={axis} className={styles.option}>
          <input
            className={styles.input}
            type="radio"
            name="axis"
            value={axis}
            checked={axis === chosen}
            onChange={() => onChoose(axis)}
          />
          <span className={styles.words}>
            {name === short ? (
              name
            ) : (
              <>
                <span className={styles.long}>{name}</span>
                <span className={styles.short} aria-hidden="true">
                  {short}
                </span>
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
