import { useEffect, useRef, type ReactElement } from 'react';
import { PANELS } from '#state/selection.ts';
import control from '#app/reading/control.module.css';
import styles from './help-dialog.module.css';

const KEYS: readonly (readonly [key: string, words: string])[] = [
  ['← →', 'move the crosshair along the chart, strike by strike'],
  ['↑ ↓', 'to the next expiry'],
  ['Enter', 'pin what the crosshair reads; a second pin shows the difference'],
  ['Esc', 'clear crosshair and pins'],
  ['+ −', 'zoom the smile in and out, as the wheel and two fingers do'],
  ['[ ]', 'move along the zoomed smile, as dragging does'],
  ['0', 'the whole smile again'],
  ['Shift ← ↑', 'turn the 3D surface, any arrow'],
  ['W', 'why this number: inputs, formula, convention and raw message of what is pointed at'],
  ['D', 'show or hide the data of the charts'],
  [`1 … ${PANELS.length}`, 'to the panel of that place in the list'],
  ['/', 'find a panel, venue, underlying or convention by name; also Ctrl K'],
  ['Space', 'play or pause a replay'],
  ['< >', 'a replay slower or faster'],
  ['?', 'this list'],
];

/** The keyboard, in words. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title" className={styles.title}>
        Keyboard
      </h2>
      <dl className={styles.keys}>
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        Arrows, Enter and Esc act on the chart that has the focus: press Tab until its crosshair is marked. By
        touch a tap reads, the same tap again pins, and two fingers zoom the smile.
      </p>
      <form method="dialog">
        <button type="submit" className={control.button}>
          Close
        </button>
      </form>
    </dialog>
  );
}
