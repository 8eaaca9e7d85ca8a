import { useId, type ReactElement } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<T extends string> {
  /** What is chosen, in words: the group's name. */
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight, with its name before it. */
export function Choice<T extends string>({ name, options, value, onChoose }: ChoiceProps<T>): ReactElement {
  const group = useId();
  return (
    <fieldset className={styles.choice} aria-label={name}>
      <span className={styles.name} aria-hidden="true">
        {name}
      </span>
      <span className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              className={styles.input}
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span className={styles.words}>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
