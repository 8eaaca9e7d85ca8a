import type { ReactElement } from 'react';
import { fileName, saveFile } from '#charts/figure/save-file.ts';
import type { FigureCaption } from '#charts/figure/figure-text.ts';
import { useApp } from '#state/app-context.ts';
import { notify } from '#state/session-store.ts';
import { useSettings } from '#state/use-settings.ts';
import { wasOvertaken } from '#state/worker/latest-wins.ts';
import type { StudyResult } from '#state/worker/studies.ts';
import type { Market } from '#state/use-market.ts';
import control from '#app/reading/control.module.css';
import styles from './protection.module.css';

interface DownloadsProps {
  readonly market: Market;
  readonly words: string;
  readonly caption: FigureCaption;
}

/** The bill as a document to cite: inputs, conventions, time, venue, every part with its formula. */
export function Downloads({ market, words, caption }: DownloadsProps): ReactElement {
  const { study, session } = useApp();
  const settings = useSettings();
  const save = async (kind: 'json' | 'csv'): Promise<void> => {
    const { snapshot } = market;
    if (snapshot === null) return;
    const outcome = await study({
      chain: snapshot.ref,
      settings,
      name: 'protectionFiles',
      argument: { words },
    });
    if (wasOvertaken(outcome)) return;
    const files = outcome.ok ? (outcome.value as StudyResult<'protectionFiles'>) : outcome;
    if (!files.ok) {
      notify(session, 'error', `The bill could not be saved: ${files.error}.`);
      return;
    }
    const { report, csv } = files.value;
    const text =
      kind === 'csv' ? csv : `${JSON.stringify({ words, source: caption.source, ...report }, null, 2)}\n`;
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    saveFile(new Blob([text], { type }), fileName(['protection', caption.source, caption.time], kind));
  };
  return (
    <span className={styles.downloads}>
      <button type="button" className={control.bare} onClick={() => void save('json')}>
        Save bill as JSON
      </button>
      <button type="button" className={control.bare} onClick={() => void save('csv')}>
        Save bill as CSV
      </button>
    </span>
  );
}
