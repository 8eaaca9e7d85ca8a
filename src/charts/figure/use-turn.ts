import { useState, useSyncExternalStore } from 'react';
import { usePrinting } from './use-printing.ts';

/** What waits to be drawn, in the order of the page. */
const waiting = new Set<() => void>();
let asked = false;

/** A task of its own after the next frame; a page that nobody sees has no frames. */
function askForFrame(): void {
  if (asked) return;
  asked = true;
  if (document.hidden) setTimeout(drawNext);
  else requestAnimationFrame(() => setTimeout(drawNext));
}

function drawNext(): void {
  asked = false;
  const [next] = waiting;
  next?.();
  if (waiting.size > 0) askForFrame();
}

interface Turn {
  readonly join: (onCome: () => void) => () => void;
  readonly hasCome: () => boolean;
}

function createTurn(): Turn {
  let come = false;
  const join = (onCome: () => void): (() => void) => {
    const draw = (): void => {
      waiting.delete(draw);
      come = true;
      onCome();
    };
    if (!come) {
      waiting.add(draw);
      askForFrame();
    }
    return () => waiting.delete(draw);
  };
  return { join, hasCome: () => come };
}

/**
 * Whether a part of the page may be drawn yet. Parts get their turns one a frame in the order of the page, so that a panel
 * with many of them appears piece by piece and never holds the page up; paper gets all of them.
 */
export function useTurn(): boolean {
  const [turn] = useState(createTurn);
  const come = useSyncExternalStore(turn.join, turn.hasCome, () => false);
  return usePrinting() || come;
}
