import { useState, type ReactElement } from 'react';
import { useApp } from '#state/app-context.ts';
import { notify } from '#state/session-store.ts';
import control from '#app/reading/control.module.css';
import { Icon } from './Icon.tsx';

const SHOWN_MS = 2000;

/** Copies the address, which holds the whole view. */
export function ShareButton(): ReactElement {
  const { session } = useApp();
  const [copied, setCopied] = useState(false);
  const share = async (): Promise<void> => {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      setTimeout(() => setCopied(false), SHOWN_MS);
    } catch {
      notify(session, 'info', `The browser did not allow copying. This is the link: ${link}`);
    }
  };
  return (
    <button type="button" className={control.button} onClick={() => void share()}>
      <Icon name="share" />
      <span aria-live="polite">{copied ? 'Copied' : 'Share'}</span>
    </button>
  );
}
