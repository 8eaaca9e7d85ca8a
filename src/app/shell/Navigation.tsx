import type { MouseEvent, ReactElement } from 'react';
import { useApp, useSelection } from '#state/app-context.ts';
import { encodeSelection } from '#state/url-codec.ts';
import type { PanelId } from '#state/selection.ts';
import { PANEL_DOORS } from './panel-doors.ts';
import styles from './navigation.module.css';

/** Only panels that work. */
export function Navigation(): ReactElement {
  const { selection } = useApp();
  const current = useSelection((state) => state);
  const go = (event: MouseEvent, panel: PanelId): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    selection.setState({ panel });
  };
  return (
    <nav className={styles.navigation} aria-label="Panels">
      {(Object.keys(PANEL_DOORS) as PanelId[]).map((panel) => (
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
