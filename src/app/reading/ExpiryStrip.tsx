import { useLayoutEffect, useRef, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import styles from './expiry-strip.module.css';
import type { ExpiryChip } from './expiry-strip.ts';

interface ExpiryStripProps {
  readonly chips: readonly ExpiryChip[];
  readonly onToggle: (expiry: EpochMs) => void;
  readonly onPoint: (expiryId: string | null) => void;
}

/** A chip this far into the strip shows that others come before it. */
const PEEK = 40;

/** The first chosen chip stands in sight when the strip appears; afterwards the reader scrolls. */
function useFirstChosen() {
  const strip = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const frame = strip.current;
    const chip = frame?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (!frame || !chip) return;
    const from = chip.offsetLeft - frame.offsetLeft;
    if (from + chip.offsetWidth > frame.clientWidth) frame.scrollLeft = from - PEEK;
  }, []);
  return strip;
}

/** Legend, picker and contents of the page in one row; it scrolls sideways where the screen is narrow. */
export function ExpiryStrip({ chips, onToggle, onPoint }: ExpiryStripProps): ReactElement {
  return (
    <fieldset ref={useFirstChosen()} className={styles.strip} aria-label="Expiries">
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          className={styles.chip}
          aria-pressed={chip.chosen}
          aria-label={chip.name}
          title={chip.absence ?? chip.warning ?? undefined}
          onClick={() => onToggle(chip.expiry)}
          onPointerEnter={() => onPoint(chip.id)}
          onPointerLeave={() => onPoint(null)}
        >
          <span className={styles.swatch} style={{ background: chip.colour }} />
          <span className={styles.label}>{chip.label}</span>
          <span className={styles.days}>{chip.days}</span>
          {chip.absence === null ? (
            <>
              <span className={styles.atm}>
                {chip.atm}
                {chip.warning !== null && <span className={styles.warning}>*</span>}
              </span>
              <span className={styles.skew}>{chip.riskReversal}</span>
            </>
          ) : (
            <span className={styles.absence}>no smile</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
