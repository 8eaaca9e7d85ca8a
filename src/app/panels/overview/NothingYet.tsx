import type { ReactElement } from 'react';
import type { Market } from '#state/use-market.ts';
import styles from './overview.module.css';

interface NothingYetProps {
  readonly market: Market;
  readonly underlying: string;
  /** What the analysis stumbled over, in words; null when it did not. */
  readonly error: string | null;
}

function words({ market, underlying, error }: NothingYetProps): readonly [string, string] {
  const { onScreen, label, live } = market;
  if (error !== null) return ['The analysis failed', `${error}. The next chain is tried as it comes.`];
  if (onScreen.kind === 'replay') {
    return [
      `No ${underlying} quotes here`,
      'This file has none at this instant. Move on in the replay, or choose another underlying.',
    ];
  }
  if (onScreen.kind === 'none' && live.fault !== null) {
    return [`No ${underlying} prices yet`, `${live.fault.text} Nothing made up stands in for them.`];
  }
  return [`Asking ${label} for ${underlying} options`, 'The whole chain comes in one answer.'];
}

/** Where there is nothing to show yet: what is awaited, or why it is not there. */
export function NothingYet(props: NothingYetProps): ReactElement {
  const [title, text] = words(props);
  return (
    <div className={styles.empty}>
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  );
}
