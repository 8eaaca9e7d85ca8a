import { createContext } from 'react';

/** Opens what is behind the number under the crosshair; null where the page has no dialogs. */
export const AskWhy = createContext<(() => void) | null>(null);
