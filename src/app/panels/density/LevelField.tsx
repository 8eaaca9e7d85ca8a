import { useState, type ReactElement } from 'react';
import { numberText } from '#charts/number-text.ts';
import styles from './density.module.css';

interface LevelFieldProps {
  readonly level: number;
  readonly unit: string;
  readonly decimals: number;
  readonly step: number;
  readonly presets: readonly { readonly name: string; readonly price: number }[];
  readonly onLevel: (price: number) => void;
}

/** The level as a number to type, with round shares of the forward at hand. */
export function LevelField(props: LevelFieldProps): ReactElement {
  const { level, unit, decimals, step, presets, onLevel } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const type = (text: string): void => {
    const price = Number(text);
    const sound = Number.isFinite(price) && price > 0 && price < 1e9;
    setDraft(text);
    if (sound) onLevel(price);
  };
  return (
    <fieldset className={styles.level} aria-label="Level">
      <label className={styles.field}>
        Level, {unit}
        <input
          className={styles.number}
          type="number"
          inputMode="decimal"
          min={0}
          step={step}
          value={draft ?? level.toFixed(decimals)}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft(null)}
        />
      </label>
      {presets.map(({ name, price }) => (
        <button
          key={name}
          type="button"
          className={styles.preset}
          aria-pressed={price === level}
          aria-label={`${name} of the forward, ${numberText(price, decimals)} ${unit}`}
          onClick={() => onLevel(price)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
