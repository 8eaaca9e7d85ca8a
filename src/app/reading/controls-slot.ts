import { createContext } from 'react';

/** Where a panel's controls go on a narrow screen: the sheet at its foot; null where they stay beside their picture. */
export const ControlsSlot = createContext<HTMLElement | null>(null);
