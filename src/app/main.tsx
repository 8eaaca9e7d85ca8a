import '@fontsource-variable/inter/wght.css';
import '#charts/theme.css';
import './shell/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '#base/assert.ts';
import { err } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import { VENUE_MENU, type VenueOffer } from '#exchanges/venue-menu.ts';
import { networkTransport } from '#feed/network-transport.ts';
import type { SessionRecorders } from '#feed/session-recorders.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { AppContextProvider } from '#state/app-context.ts';
import { deskAnalyse } from '#state/market/desk-analyse.ts';
import { deskMarket, readOrFault, snapshotOf } from '#state/market/desk-market.ts';
import { deskStream } from '#state/market/desk-stream.ts';
import type { LiveMarket, MarketDoors, RecordedMarket } from '#state/market/market-source.ts';
import { createRestMemory } from '#state/market/rest-memory.ts';
import { createStreamStore } from '#state/market/stream-store.ts';
import type { AskProgramme } from '#state/queries/programme-query.ts';
import { createSelectionStore } from '#state/selection-store.ts';
import { createSessionStore, notify } from '#state/session-store.ts';
import { mirrorSelection } from '#state/url-mirror.ts';
import { studyKind } from '#state/queries/study-query.ts';
import type { StudyQuestion } from '#state/worker/desk-protocol.ts';
import { eachLatestWins } from '#state/worker/latest-wins.ts';
import { startDesk } from '#state/worker/start-desk.ts';
import { keepForOffline } from './offline/keep-for-offline.ts';
import { App } from './shell/App.tsx';
import { unreadWords } from './shell/unread-words.ts';

const now = (): EpochMs => epochMs(Date.now());
const openedAt = now();
/** Where the sample market stands when it stands still. */
const STILL = epochMs(Date.UTC(2026, 6, 8, 12));

const transport = networkTransport();
const desk = startDesk();
const io = { now, random: Math.random };

/** What came before the recorders' code was there; null once it is. */
let unrecorded: (readonly [VenueId, WireMessage])[] | null = [];
let recorders: SessionRecorders | null = null;

function record(venue: VenueId, message: WireMessage): void {
  if (unrecorded === null) recorders?.tap(venue, message);
  else unrecorded.push([venue, message]);
}

void import('#feed/session-recorders.ts').then(({ createSessionRecorders }) => {
  recorders = createSessionRecorders();
  for (const [venue, message] of unrecorded ?? []) recorders.tap(venue, message);
  unrecorded = null;
});

function liveMarket(offer: VenueOffer): LiveMarket {
  const { venue } = offer;
  const onMessage = (message: WireMessage): void => record(venue, message);
  const stream = deskStream(venue, { desk, now, onMessage });
  return deskMarket({ ...offer, stream }, { ...io, desk, transport, onMessage });
}

const sample: MarketDoors['sample'] = async (underlying, still) => {
  const clock = still ? STILL : now();
  const startedAt = still ? STILL : openedAt;
  const outcome = await desk.call('sample', { underlying, still, startedAt, now: clock });
  return snapshotOf(readOrFault(outcome, 'The sample market', io), clock);
};

const sampleBook: MarketDoors['sampleBook'] = async (underlying, still, instrument) => {
  const clock = still ? STILL : now();
  const startedAt = still ? STILL : openedAt;
  const outcome = await desk.call('sampleBook', { underlying, still, startedAt, now: clock, instrument });
  return readOrFault(outcome, 'The sample market', io);
};

async function recorded(market: RecordedMarket): Promise<Blob | null> {
  if (market !== 'sample') return recorders?.save(market) ?? null;
  const saved = await desk.call('saveSample', null);
  return saved.ok ? saved.value : null;
}

const saveRecording: MarketDoors['saveRecording'] = async (market) => {
  const content = await recorded(market);
  const minute = new Date(openedAt).toISOString().slice(0, 16).replaceAll(/[^\d]/g, '');
  return content && { name: `smirk-${market}-${minute}.jsonl.gz`, content };
};

/** Null where a browser forbids even to look. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const openFile: MarketDoors['openFile'] = async (file, opening) => {
  const code = await import('#state/market/desk-files.ts').catch(() => null);
  return code
    ? code.openInDesk(desk, file, opening)
    : err('the part of the page that reads files could not be loaded');
};

const doors: MarketDoors = {
  live: VENUE_MENU.map(liveMarket),
  sample,
  sampleBook,
  openFile,
  saveRecording,
  recorded: (venue) => recorders?.state(venue) ?? null,
  restMemory: createRestMemory(storage(), now),
  now,
};

const selection = createSelectionStore();
const session = createSessionStore();
const streams = createStreamStore();
mirrorSelection(selection, window, (fields) => {
  if (fields.length > 0) notify(session, 'info', fields.map(unreadWords).join(' '));
});
const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } });
const analyse = deskAnalyse(desk);
const study = eachLatestWins((question: StudyQuestion) => desk.call('study', question), studyKind);
const programme: AskProgramme = (question, watch) => desk.call('programme', question, watch);
const context = { doors, selection, session, streams, analyse, study, programme };

if (import.meta.env.PROD) keepForOffline();

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
