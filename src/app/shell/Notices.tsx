import type { ReactElement } from 'react';
import { useApp, useSession } from '#state/app-context.ts';
import { dismissNotice } from '#state/session-store.ts';
import control from '#app/reading/control.module.css';
import { Icon } from './Icon.tsx';
import styles from './notices.module.css';

/** Sentences that stay until read: a file that would not open, a link that was not understood. */
export function Notices(): ReactElement {
  const { session } = useApp();
  const notices = useSession((state) => state.notices);
  return (
    <section aria-label="Notices">
      {notices.map(({ id, tone, text }) => (
        <div key={id} className={styles.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'note'}>
          <p className={styles.text}>{text}</p>
          <button
            type="button"
            className={control.bare}
            aria-label="Dismiss"
            onClick={() => dismissNotice(session, id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}
