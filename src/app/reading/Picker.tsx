import type { ReactElement } from 'react';
import styles from './control.module.css';

interface PickerProps<T extends string> {
  /** The accessible name. */
  readonly name: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}

/** A native choice: best with a keyboard, a screen reader and a thumb. */
export function Picker<T extends string>({ name, value, options, onChoose }: PickerProps<T>): ReactElement {
  return (
    <span className={styles.picker}>
      <select
        className={styles.select}
        aria-label={name}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
