import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { assert } from '#base/assert.ts';
import type { MarketDoors } from './market/market-source.ts';
import type { StreamStore } from './market/stream-store.ts';
import type { AskProgramme } from './queries/programme-query.ts';
import type { Analyse } from './queries/report-query.ts';
import type { AskStudy } from './queries/study-query.ts';
import type { SelectionStore } from './selection-store.ts';
import type { Selection } from './selection.ts';
import type { Session, SessionStore } from './session-store.ts';

/** What the page was wired with; the same objects for as long as it lives. */
export interface AppContext {
  readonly doors: MarketDoors;
  readonly selection: SelectionStore;
  readonly session: SessionStore;
  readonly streams: StreamStore;
  readonly analyse: Analyse;
  readonly study: AskStudy;
  readonly programme: AskProgramme;
}

const Context = createContext<AppContext | null>(null);

/** Put around the page by whoever wires it. */
export const AppContextProvider = Context.Provider;

export function useApp(): AppContext {
  const app = useContext(Context);
  assert(app !== null, 'the page must be wrapped in AppContextProvider');
  return app;
}

export function useSelection<T>(choose: (selection: Selection) => T): T {
  return useStore(useApp().selection, choose);
}

export function useSession<T>(choose: (session: Session) => T): T {
  return useStore(useApp().session, choose);
}
