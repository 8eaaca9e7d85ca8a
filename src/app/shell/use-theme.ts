import { useLayoutEffect } from 'react';
import { useSelection } from '#state/app-context.ts';

/** Puts the chosen theme on the document; `auto` leaves it to the system. */
export function useTheme(): void {
  const theme = useSelection((state) => state.theme);
  useLayoutEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
