import { useId, type ReactElement } from 'react';
import styles from './choice.module.css';

interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** For a narrow screen. */
  readonly short?: string;
}

interface ChoiceProps<T extends string> {
  /** What is chosen, in words: the group's name. */
  readonly name: string;
  /** The name is heard and not seen: what is chosen speaks for itself. */
  readonly unnamed?: boolean;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

function Words({ label, short = label }: Pick<ChoiceOption<string>, 'label' | 'short'>): ReactElement {
  if (short === label) return <span className={styles.words}>{label}</span>;
  return (
    <span className={styles.words}>
      <span className={styles.long}>{label}</span>
      <span className={styles.short} aria-hidden="true">
        {short}
      </span>
    </span>
  );
}

/** One of a few, all in sight. */
export function Choice<T extends string>(props: ChoiceProps<T>): ReactElement {
  const { name, unnamed = false, options, value, onChoose } = props;
  const group = useId();
  return (
    <fieldset className={styles.choice} aria-label={name}>
      {!unnamed && (
        <span className={styles.name} aria-hidden="true">
          {name}
        </span>
      )}
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
            <Words label={option.label} {...(option.short !== undefined && { short: option.short })} />
          </label>
        ))}
      </span>
    </fieldset>
  );
}
