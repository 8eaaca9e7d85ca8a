import type { ReactElement } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import type { AtmConvention, Selection } from '#state/selection.ts';
import styles from './conventions.module.css';
import { Picker } from '#app/reading/Picker.tsx';

const DELTAS: readonly { readonly value: Selection['delta']; readonly label: string }[] = [
  { value: 'forward', label: 'Forward' },
  { value: 'premium-adjusted', label: 'Premium-adjusted' },
];
const ATMS: readonly { readonly value: AtmConvention; readonly label: string }[] = [
  { value: 'forward', label: 'At the forward' },
  { value: 'straddle', label: 'Zero-delta straddle' },
];

/** Conventions are chosen on screen, never assumed. */
export function Conventions(): ReactElement {
  const { selection } = useApp();
  const delta = useSelection((state) => state.delta);
  const atm = useSelection((state) => state.atm);
  return (
    <section className={styles.conventions} aria-label="Conventions">
      <div className={styles.choice}>
        <span className={styles.name}>Delta</span>
        <Picker
          name="Delta convention"
          value={delta}
          options={DELTAS}
          onChoose={(value) => selection.setState({ delta: value })}
        />
      </div>
      <div className={styles.choice}>
        <span className={styles.name}>At the money</span>
        <Picker
          name="At-the-money convention"
          value={atm}
          options={ATMS}
          onChoose={(value) => selection.setState({ atm: value })}
        />
      </div>
    </section>
  );
}
