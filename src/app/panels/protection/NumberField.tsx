import { useState, type ReactElement } from 'react';
import styles from './protection.module.css';

interface NumberFieldProps {
  readonly name: string;
  readonly value: number | null;
  /** What stands in an empty field; without it the field may not be left empty. */
  readonly placeholder?: string;
  readonly onChange: (value: number | null) => void;
}

const most = 1e9;

/** A positive number that may be half-typed: only what can be read as one is passed on. */
export function NumberField({ name, value, placeholder, onChange }: NumberFieldProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): void => {
    setTyped(text);
    const number = Number(text.replace(',', '.'));
    if (text.trim() === '' && placeholder !== undefined) onChange(null);
    else if (text.trim() !== '' && number > 0 && number < most) onChange(Number(number.toPrecision(9)));
  };
  return (
    <input
      className={styles.number}
      type="text"
      inputMode="decimal"
      aria-label={name}
      placeholder={placeholder}
      value={typed ?? (value === null ? '' : String(value))}
      onChange={({ currentTarget }) => read(currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
