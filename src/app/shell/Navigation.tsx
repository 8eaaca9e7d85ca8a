import { useEffect, type MouseEvent, type ReactElement } from 'react';
import { takesKeys } from '#app/reading/use-key.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { encodeSelection } from '#state/url-codec.ts';
import { PANELS, type PanelId } from '#state/selection.ts';
import { PANEL_DOORS } from './panel-doors.ts';
import styles from './navigation.module.css';

/** A digit goes to the panel of that place. */
function usePanelKeys(): void {
  const { selection } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const panel = /^[1-9]$/.test(event.key) ? PANELS[Number(event.key) - 1] : undefined;
      if (panel !== undefined) selection.setState({ panel });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [selection]);
}

/** Only panels that work. */
export function Navigation(): ReactElement {
  const { selection } = useApp();
  usePanelKeys();
  const current = useSelection((state) => state);
  const go = (event: MouseEvent, panel: PanelId): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    selection.setState({ panel });
  };
  return (
    <nav className={styles.navigation} aria-label="Panels">
      {PANELS.map((panel) => (
        <a
          key={panel}
          className={styles.link}
          href={`?${encodeSelection({ ...current, panel })}`}
          aria-current={panel === current.panel ? 'page' : undefined}
          onClick={(event) => go(event, panel)}
        >
          {PANEL_DOORS[panel].name}
        </a>
      ))}
    </nav>
  );
}
