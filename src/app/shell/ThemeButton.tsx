import type { ReactElement } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import control from '#app/reading/control.module.css';
import { Icon } from './Icon.tsx';

/** Turns dark into light and back, from whatever the system prefers. */
export function ThemeButton({ named }: { readonly named: string | undefined }): ReactElement {
  const { selection } = useApp();
  const theme = useSelection((state) => state.theme);
  const dark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  const other = dark ? 'light' : 'dark';
  return (
    <button
      type="button"
      className={control.bare}
      aria-label={`Switch to ${other} theme`}
      title={`Switch to ${other} theme`}
      onClick={() => selection.setState({ theme: other })}
    >
      <Icon name="theme" /> <span className={named}>{dark ? 'Light' : 'Dark'} theme</span>
    </button>
  );
}
