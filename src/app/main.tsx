import '@fontsource-variable/inter/wght.css';
import '#charts/theme.css';
import './shell/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '#base/assert.ts';
import { err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import { createLiveSource } from '#feed/live-source.ts';
import { networkTransport } from '#feed/network-transport.ts';
import { createRecorder, type Recorder } from '#feed/recorder.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { AppContextProvider } from '#state/app-context.ts';
import { liveMarket } from '#state/market/live-market.ts';
import type { LiveMarket, MarketDoors, RecordedMarket } from '#state/market/market-source.ts';
import { replayMarket } from '#state/market/replay-market.ts';
import { createSelectionStore } from '#state/selection-store.ts';
import { createSessionStore, notify } from '#state/session-store.ts';
import { mirrorSelection } from '#state/url-mirror.ts';
import { startAnalyst } from '#state/worker/start-analyst.ts';
import { App } from './shell/App.tsx';
import { unreadWords } from './shell/unread-words.ts';

const now = (): EpochMs => epochMs(Date.now());
const io = { now, random: Math.random };
const openedAt = now();
/** Where the sample market stands when it stands still. */
const STILL = epochMs(Date.UTC(2026, 6, 8, 12));
const SAMPLE_SEED = 7;

const transport = networkTransport();
const recorders: Record<RecordedMarket, Recorder[]> = { live: [], sample: [] };

function record(market: RecordedMarket, venue: VenueId): (message: WireMessage) => void {
  const recorder = createRecorder({ venue, startedAt: openedAt, sample: market === 'sample' });
  recorders[market].push(recorder);
  return (message) => recorder.tap(message);
}

function openLive(adapter: ExchangeAdapter): LiveMarket {
  const onMessage = record('live', adapter.id);
  return liveMarket(createLiveSource({ adapter, transport, now, onMessage }), io);
}

const samples = new Map<boolean, Promise<LiveMarket>>();

async function openSample(still: boolean): Promise<LiveMarket> {
  const { createSampleSource } = await import('#feed/sample-source.ts');
  const startedAt = still ? STILL : openedAt;
  const onMessage = record('sample', 'deribit');
  const clock = still ? () => STILL : now;
  const source = createSampleSource({ seed: SAMPLE_SEED, startedAt, now: clock, onMessage });
  return liveMarket(source, { now: clock, random: Math.random });
}

let filesOpened = 0;

const openFile: MarketDoors['openFile'] = async (file, signal) => {
  const { openFile: open } = await import('#feed/open-file.ts');
  const opened = await open(file, { name: file.name, at: epochMs(file.lastModified), signal });
  if (!opened.ok) return err(opened.error.detail);
  filesOpened += 1;
  return ok(replayMarket(opened.value, `file ${filesOpened}`, file.name));
};

const saveRecording: MarketDoors['saveRecording'] = async (market) => {
  const fullest = recorders[market].toSorted((a, b) => b.state().messages - a.state().messages)[0];
  if (fullest === undefined || fullest.state().messages === 0) return null;
  const day = new Date(fullest.state().startedAt).toISOString().slice(0, 16).replaceAll(/[^\d]/g, '');
  return { name: `smirk-${market}-${day}.jsonl.gz`, content: await fullest.save() };
};

const doors: MarketDoors = {
  live: [openLive(deribitAdapter)],
  openSample: ({ still }) => {
    const market = samples.get(still) ?? openSample(still);
    samples.set(still, market);
    return market;
  },
  openFile,
  saveRecording,
  now,
};

const selection = createSelectionStore();
const session = createSessionStore();
mirrorSelection(selection, window, (fields) => {
  if (fields.length > 0) notify(session, 'info', fields.map(unreadWords).join(' '));
});
const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } });
const context = { doors, selection, session, analyse: startAnalyst() };

const root = document.getElementById('root');
assert(root !== null, 'index.html must hold an element with id root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AppContextProvider value={context}>
        <App />
      </AppContextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
