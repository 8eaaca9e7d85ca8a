import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { saveFile } from '#charts/figure/save-file.ts';
import { useApp } from '#state/app-context.ts';
import type { RecordedMarket } from '#state/market/market-source.ts';
import { fileOpener } from '#state/open-file.ts';
import { notify, togglePlaying } from '#state/session-store.ts';
import { useMarket, type Market } from '#state/use-market.ts';
import { useReport } from '#state/use-report.ts';
import { coverage } from '#app/reading/drop-words.ts';
import styles from './app.module.css';
import { Conventions } from './Conventions.tsx';
import { Header, type Levels } from './Header.tsx';
import { MarketNotice } from './MarketNotice.tsx';
import { MarketStatus } from './MarketStatus.tsx';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { OpeningNote } from './OpeningNote.tsx';
import { pageTitle } from './page-title.ts';
import { PanelOutlet } from './PanelOutlet.tsx';
import { ReplayBar } from './ReplayBar.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKey } from '#app/reading/use-key.ts';
import { useTheme } from './use-theme.ts';

const HelpDialog = lazy(() => import('./HelpDialog.tsx').then((module) => ({ default: module.HelpDialog })));

function levelsOf({ index, snapshot }: Market): Levels {
  return {
    indexPrice: index?.indexPrice ?? snapshot?.chain.indexPrice ?? null,
    volatilityIndex: index?.volatilityIndex ?? snapshot?.chain.volatilityIndex ?? null,
    volatilityName: (snapshot?.chain.venue ?? 'deribit') === 'deribit' ? 'DVOL' : 'Vol index',
  };
}

function useFiles(recorded: RecordedMarket): {
  readonly open: (file: File) => void;
  readonly save: () => void;
} {
  const { doors, session, selection } = useApp();
  const opener = useMemo(() => fileOpener(session, selection, doors), [session, selection, doors]);
  const open = useCallback((file: File) => void opener(file), [opener]);
  const save = useCallback(() => {
    void doors.saveRecording(recorded).then((recording) => {
      if (recording) saveFile(recording.content, recording.name);
      else notify(session, 'info', 'Nothing has been received yet that could be saved.');
    });
  }, [doors, session, recorded]);
  return { open, save };
}

function useReplayKeys(count: number): void {
  const { session } = useApp();
  useKey(
    ' ',
    useCallback(() => togglePlaying(session, count), [session, count]),
  );
}

/** The whole page around whichever panel is chosen. */
export function App(): ReactElement {
  useTheme();
  const market = useMarket();
  const { analysed, error } = useReport(market);
  const report = analysed?.report ?? null;
  const files = useFiles(market.onScreen.kind === 'sample' ? 'sample' : 'live');
  const dropping = useFileDrop(files.open);
  const [help, setHelp] = useState(false);
  useKey(
    '?',
    useCallback(() => setHelp(true), []),
  );
  const frames = useMemo(() => market.replay?.frames.map(({ at }) => at) ?? [], [market.replay]);
  useReplayKeys(frames.length);
  const title = pageTitle(market.onScreen, market.label, report);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.page}>
      <Header
        underlyings={market.underlyings}
        shown={market.onScreen.kind === 'sample' ? (market.snapshot?.chain.underlying ?? null) : null}
        levels={levelsOf(market)}
        status={<MarketStatus market={market} coverage={report && coverage(report.counts).used} />}
        onOpen={files.open}
        onSave={files.save}
        onHelp={() => setHelp(true)}
      />
      <MarketNotice market={market} />
      <ReplayBar frames={frames} />
      <Notices />
      <div className={styles.body}>
        <div className={styles.side}>
          <Navigation />
          <Conventions />
        </div>
        <main className={styles.main}>
          <PanelOutlet market={market} analysed={analysed} error={error} />
        </main>
      </div>
      <OpeningNote />
      {dropping && <div className={styles.drop}>Drop a recording to open it</div>}
      {help && (
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  );
}
