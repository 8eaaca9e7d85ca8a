import { useId, type ReactElement } from 'react';
import type { Comparison } from '#state/selection.ts';
import { compareCode, type CompareGroup } from './compare-choices.ts';
import styles from './compare-picker.module.css';

interface ComparePickerProps {
  readonly groups: readonly CompareGroup[];
  readonly value: Comparison | null;
  readonly onChoose: (comparison: Comparison | null) => void;
}

const NOTHING = 'none';

/** What the smiles on screen are held against. */
export function ComparePicker({ groups, value, onChoose }: ComparePickerProps): ReactElement {
  const id = useId();
  const code = value === null ? NOTHING : compareCode(value);
  const choices = groups.flatMap((group) => group.choices);
  const known = code === NOTHING || choices.some((one) => one.code === code);
  return (
    <span className={styles.picker}>
      <label className={styles.name} htmlFor={id}>
        Compare with
      </label>
      <select
        id={id}
        className={styles.select}
        value={code}
        onChange={({ currentTarget }) =>
          onChoose(choices.find((one) => one.code === currentTarget.value)?.comparison ?? null)
        }
      >
        <option value={NOTHING}>nothing</option>
        {!known && <option value={code}>not offered here</option>}
        {groups.map((group) => (
          <optgroup key={group.name} label={group.name}>
            {group.choices.map((one) => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
