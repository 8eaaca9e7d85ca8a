import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useKey } from '#app/reading/use-key.ts';
import type { Market } from '#state/use-market.ts';
import type { Deeds } from './palette/deed-commands.ts';

const HelpDialog = lazy(() => import('./HelpDialog.tsx').then((module) => ({ default: module.HelpDialog })));
const CommandPalette = lazy(() =>
  import('./palette/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);

/** `why` is drawn by the panel's outlet, which has the crosshair. */
type DialogName = 'help' | 'commands' | 'why';

interface DialogState {
  readonly open: DialogName | null;
  readonly show: (dialog: DialogName) => void;
  readonly close: () => void;
}

/** Ctrl or ⌘ with K, also from within a text. */
function useSearchKey(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [act]);
}

/** Which dialog is open, and the keys that open one. */
export function useDialogs(): DialogState {
  const [open, show] = useState<DialogName | null>(null);
  const help = useCallback(() => show('help'), []);
  const search = useCallback(() => show('commands'), []);
  const why = useCallback(() => show('why'), []);
  useKey('?', help);
  useKey('w', why);
  useKey('/', search);
  useSearchKey(search);
  const close = useCallback(() => show(null), []);
  return useMemo(() => ({ open, show, close }), [open, close]);
}

interface DialogsProps {
  readonly dialogs: DialogState;
  readonly market: Market;
  readonly deeds: Deeds;
}

/** The open dialog, fetched when it is first wanted. */
export function Dialogs({ dialogs, market, deeds }: DialogsProps): ReactElement | null {
  const { open, close } = dialogs;
  if (open === null || open === 'why') return null;
  return (
    <Suspense>
      {open === 'help' ? (
        <HelpDialog onClose={close} />
      ) : (
        <CommandPalette market={market} deeds={deeds} onClose={close} />
      )}
    </Suspense>
  );
}
