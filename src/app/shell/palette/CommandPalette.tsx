import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Market } from '#state/use-market.ts';
import type { Deeds } from './deed-commands.ts';
import styles from './command-palette.module.css';
import { matchCommands, type Command } from './match-commands.ts';
import { useCommands } from './use-commands.ts';

interface CommandPaletteProps {
  readonly market: Market;
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Up and down among the search field and the commands; anything typed goes back into the field. */
function walk(event: KeyboardEvent<HTMLDialogElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const step = STEPS[event.key];
  if (step !== undefined) {
    event.preventDefault();
    stops[Math.min(Math.max(0, at + step), stops.length - 1)]?.focus();
  } else if (at > 0 && event.key.length === 1 && event.key !== ' ') stops[0]?.focus();
}

interface ListProps {
  readonly found: readonly Command[];
  readonly onRun: (command: Command) => void;
}

function CommandList({ found, onRun }: ListProps): ReactElement {
  return (
    <ul className={styles.list} aria-label="Commands">
      {found.map((command) => (
        <li key={command.id}>
          <button type="button" className={styles.command} onClick={() => onRun(command)}>
            <span className={styles.group}>{command.group} </span>
            <span>{command.name}</span>
            {command.key !== null && <kbd className={styles.key}>{command.key}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Everything by typing a few letters of its name; Enter takes the first that is found. */
export function CommandPalette({ market, deeds, onClose }: CommandPaletteProps): ReactElement {
  const commands = useCommands(market, deeds);
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const found = useMemo(() => matchCommands(commands, typed), [commands, typed]);
  useEffect(() => dialog.current?.showModal(), []);
  const run = (command: Command): void => {
    dialog.current?.close();
    command.run();
  };
  const [first] = found;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Commands" onClose={onClose} onKeyDown={walk}>
      <input
        className={styles.input}
        type="text"
        aria-label="Search commands"
        placeholder="Panel, venue, underlying, axis, convention …"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          run(first);
        }}
      />
      {first === undefined ? (
        <output className={styles.none}>Nothing here is called “{typed}”.</output>
      ) : (
        <CommandList found={found} onRun={run} />
      )}
    </dialog>
  );
}
