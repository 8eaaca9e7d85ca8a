import type { KeyboardEvent, Ref } from 'react';
import css from './Crosshair.module.css';
import type { Step } from './reading.ts';

interface CrosshairKeysProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly name: string;
  /** Place along the axis in percent. */
  readonly share: number;
  /** What the crosshair says; null while nothing is pointed at. */
  readonly spoken: string | null;
  readonly onStep: (step: Step) => void;
  readonly onPin: () => void;
  readonly onClear: () => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The crosshair for keys and for who hears the page. */
export function CrosshairKeys(props: CrosshairKeysProps) {
  const { ref, name, spoken, onStep, onPin, onClear, onEnter, onLeave } = props;
  const share = Math.round(props.share);
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    if (step !== undefined) onStep(step);
    else if (event.key === 'Enter') onPin();
    else if (event.key === 'Escape') onClear();
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={ref}
      className={css['keys']}
      type="range"
      min={0}
      max={100}
      value={share}
      aria-label={`${name}, crosshair`}
      aria-valuetext={spoken ?? 'nothing pointed at'}
      onChange={(event) => onStep(Number(event.target.value) < share ? 'left' : 'right')}
      onKeyDown={press}
      onFocus={onEnter}
      onBlur={onLeave}
    />
  );
}
