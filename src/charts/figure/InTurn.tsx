import type { ReactNode } from 'react';
import { useTurn } from './use-turn.ts';

/** Draws what it holds when its turn has come. */
export function InTurn({ children }: { readonly children: ReactNode }): ReactNode {
  return useTurn() && children;
}
