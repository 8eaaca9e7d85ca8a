import { type KeyboardEvent, useId, useState } from 'react';
import css from './ChartFigure.module.css';
import type { ExportKind } from './export-figure.ts';

interface SaveMenuProps {
  readonly name: string;
  /** Answers what happened in words. */
  readonly onSave: (kind: ExportKind) => Promise<string>;
}

const kinds: readonly (readonly [ExportKind, string])[] = [
  ['copy', 'Copy table'],
  ['csv', 'Save CSV'],
  ['svg', 'Save SVG'],
  ['png', 'Save PNG'],
];

export function SaveMenu({ name, onSave }: SaveMenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState('');
  const choose = async (kind: ExportKind): Promise<void> => {
    setOutcome(await onSave(kind));
    setOpen(false);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <div
      className={css['menu']}
      role="presentation"
      onKeyDown={escape}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className={css['quiet']}
        aria-expanded={open}
        aria-controls={id}
        aria-label={`Save ${name}`}
        onClick={() => setOpen(!open)}
      >
        Save
      </button>
      <span className={css['hidden']} aria-live="polite">
        {outcome}
      </span>
      <ul className={css['choices']} id={id} hidden={!open}>
        {kinds.map(([kind, label]) => (
          <li key={kind}>
            <button type="button" className={css['choice']} onClick={() => void choose(kind)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
