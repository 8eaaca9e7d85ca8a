import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { saveFile } from '#charts/figure/save-file.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { RecordedMarket } from '#state/market/market-source.ts';
import type { fileOpener } from '#state/open-file.ts';
import { notify, togglePlaying } from '#state/session-store.ts';
import { AskWhy } from '#app/reading/ask-why.ts';
import { ControlsSlot } from '#app/reading/controls-slot.ts';
import { useMarket, type Market } from '#state/use-market.ts';
import { useLookAtExpiries } from '#state/use-streams.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { useReport } from '#state/use-report.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { usedInWords } from '#app/reading/used-words.ts';
import styles from './app.module.css';
import { Conventions } from './Conventions.tsx';
import { Dialogs, useDialogs } from './Dialogs.tsx';
import { Header, type Levels } from './Header.tsx';
import { MarketNotice } from './MarketNotice.tsx';
import { MarketStatus } from './MarketStatus.tsx';
import { Navigation } from './Navigation.tsx';
import { OpeningNote } from './OpeningNote.tsx';
import { pageTitle } from './page-title.ts';
import { PanelOutlet } from './PanelOutlet.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKey } from '#app/reading/use-key.ts';
import { useNarrow } from './use-narrow.ts';
import { useTheme } from './use-theme.ts';

const ReplayBar = lazy(() => import('./ReplayBar.tsx').then((module) => ({ default: module.ReplayBar })));

const Notices = lazy(() => import('./Notices.tsx').then((module) => ({ default: module.Notices })));
const FirstHint = lazy(() => import('./FirstHint.tsx').then((module) => ({ default: module.FirstHint })));
const ControlsSheet = lazy(() =>
  import('./ControlsSheet.tsx').then((module) => ({ default: module.ControlsSheet })),
);
const EmbedFoot = lazy(() => import('./EmbedFoot.tsx').then((module) => ({ default: module.EmbedFoot })));
const PrintHead = lazy(() => import('./PrintHead.tsx').then((module) => ({ default: module.PrintHead })));

function levelsOf({ index, snapshot }: Market): Levels {
  return {
    indexPrice: index?.indexPrice ?? snapshot?.chain.indexPrice ?? null,
    volatilityIndex: index?.volatilityIndex ?? snapshot?.chain.volatilityIndex ?? null,
    volatilityName: (snapshot?.chain.venue ?? 'deribit') === 'deribit' ? 'DVOL' : 'Vol index',
  };
}

function shownUnderlying({ onScreen, snapshot, underlying }: Market): string {
  return onScreen.kind === 'sample' ? (snapshot?.chain.underlying ?? underlying) : underlying;
}

/** Sockets bring every figure of the expiries on screen. */
function useLooks(analysed: Analysed | null): void {
  const chosen = useSelection(({ expiries }) => expiries);
  const listed = analysed?.report.expiries ?? null;
  useLookAtExpiries(useMemo(() => listed && shownExpiries(listed, chosen).shown, [listed, chosen]));
}

/** Opens files by what is fetched with the first; one opener, since a newer file takes the place of one still being read. */
function lateOpener(...stores: Parameters<typeof fileOpener>): (file: File) => void {
  const [session] = stores;
  let opener: Promise<ReturnType<typeof fileOpener>> | null = null;
  return (file) => {
    opener ??= import('#state/open-file.ts').then((module) => module.fileOpener(...stores));
    opener
      .then(async (reads) => reads(file))
      .catch(() => {
        opener = null;
        notify(session, 'error', `${file.name} was not opened: try again.`);
      });
  };
}

function useFiles(recorded: RecordedMarket): {
  readonly open: (file: File) => void;
  readonly save: () => void;
} {
  const { doors, session, selection } = useApp();
  const open = useMemo(() => lateOpener(session, selection, doors), [session, selection, doors]);
  const save = useCallback(() => {
    void doors.saveRecording(recorded).then((recording) => {
      if (recording) saveFile(recording.content, recording.name);
      else notify(session, 'info', 'Nothing has been received yet that could be saved.');
    });
  }, [doors, session, recorded]);
  return useMemo(() => ({ open, save }), [open, save]);
}

function useReplayKeys(count: number): void {
  const { session } = useApp();
  useKey(
    ' ',
    useCallback(() => togglePlaying(session, count), [session, count]),
  );
}

function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

interface Shown {
  readonly market: Market;
  readonly analysed: Analysed | null;
  readonly error: string | null;
  readonly why?: { readonly asked: boolean; readonly close: () => void };
}

/** The panel between its navigation and its conventions; on a phone the controls are in a sheet at the foot. */
function Body(shown: Shown): ReactElement {
  const narrow = useNarrow();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <ControlsSlot value={narrow ? slot : null}>
      <div className={styles.body}>
        <div className={styles.side}>
          <Navigation />
          {!narrow && <Conventions />}
        </div>
        <main className={styles.main}>
          <PrintHead market={shown.market} analysed={shown.analysed} />
          <PanelOutlet {...shown} />
        </main>
      </div>
      {narrow && (
        <Suspense>
          <ControlsSheet slot={setSlot} />
        </Suspense>
      )}
    </ControlsSlot>
  );
}

/** The panel alone, with what nobody may miss about its numbers. */
function Embedded(shown: Shown): ReactElement {
  const [asked, setAsked] = useState(false);
  const ask = useCallback(() => setAsked(true), []);
  const close = useCallback(() => setAsked(false), []);
  useKey('w', ask);
  return (
    <div className={styles.embedded}>
      <MarketNotice market={shown.market} />
      <AskWhy value={ask}>
        <main className={styles.main}>
          <PanelOutlet {...shown} why={{ asked, close }} />
        </main>
      </AskWhy>
      <Suspense>
        <EmbedFoot market={shown.market} report={shown.analysed?.report ?? null} />
      </Suspense>
    </div>
  );
}

function Page({ market, ...shown }: Shown): ReactElement {
  const files = useFiles(market.onScreen.kind === 'sample' ? 'sample' : market.venue);
  const dropping = useFileDrop(files.open);
  const dialogs = useDialogs();
  const { show } = dialogs;
  const deeds = useMemo(
    () => ({ ...files, help: () => show('help'), why: () => show('why') }),
    [files, show],
  );
  const why = { asked: dialogs.open === 'why', close: dialogs.close };
  const frames = useMemo(() => market.replay?.frames.map(({ at }) => at) ?? [], [market.replay]);
  useReplayKeys(frames.length);
  const report = shown.analysed?.report ?? null;
  return (
    <div className={styles.page}>
      <Header
        underlyings={market.underlyings}
        shown={shownUnderlying(market)}
        levels={levelsOf(market)}
        status={<MarketStatus market={market} coverage={report && usedInWords(report.counts)} />}
        onOpen={files.open}
        onSave={files.save}
        onHelp={deeds.help}
        onSearch={() => show('commands')}
      />
      <MarketNotice market={market} />
      {frames.length > 1 && (
        <Suspense>
          <ReplayBar frames={frames} />
        </Suspense>
      )}
      <Suspense>
        <Notices />
      </Suspense>
      <AskWhy value={deeds.why}>
        <Body market={market} {...shown} why={why} />
      </AskWhy>
      <Suspense>
        <FirstHint />
      </Suspense>
      <OpeningNote />
      {dropping && <div className={styles.drop}>Drop a recording to open it</div>}
      <Dialogs dialogs={dialogs} market={market} deeds={deeds} />
    </div>
  );
}

/** Whatever is on screen, as a page of its own or in a frame of another. */
export function App(): ReactElement {
  useTheme();
  const market = useMarket();
  const { analysed, error } = useReport(market);
  const view = useSelection((state) => state.view);
  useLooks(analysed);
  usePageTitle(pageTitle(market.onScreen, market.label, analysed?.report ?? null));
  const shown = { market, analysed, error };
  return view === 'embed' ? <Embedded {...shown} /> : <Page {...shown} />;
}
