import { useId, type ReactElement } from 'react';
import styles from './axis-toggle.module.css';

interface ChoiceToggleProps<T extends string> {
  /** Names the group for who hears it. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function ChoiceToggle<T extends string>(props: ChoiceToggleProps<T>): ReactElement {
  const { label, options, chosen, onChoose } = props;
  const group = useId();
  return (
    <fieldset className={styles.toggle} aria-label={label}>
      {options.map(({ value, name }) => (
        <label key={value} className={styles.option}>
          <input
            className={styles.input}
            type="radio"
            name={group}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span className={styles.words}>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
