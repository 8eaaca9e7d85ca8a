import { useEffect, type RefObject } from 'react';

/** While something is open over the page: Escape, or a press anywhere else, closes it. */
export function useDismissal(open: boolean, within: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    const away = ({ target }: PointerEvent): void => {
      if (target instanceof Node && within.current?.contains(target) !== true) close();
    };
    addEventListener('keydown', press);
    addEventListener('pointerdown', away);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('pointerdown', away);
    };
  }, [open, within, close]);
}
