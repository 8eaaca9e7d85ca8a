import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApp } from './app-context.ts';
import { PROGRAMME_KEY, programmeQuery } from './queries/programme-query.ts';
import type { ProgrammeQuestion } from './worker/programme-run.ts';
import type { ProgrammeRun } from './worker/programme-run.ts';

/** A rolling programme as it stands: what came of it, or how far it has come, or why it did not. */
export interface Programme {
  readonly run: ProgrammeRun | null;
  /** In [0, 1] while it runs; null otherwise. */
  readonly progress: number | null;
  readonly error: string | null;
  /** Ends the run; what was there before is gone. */
  readonly cancel: () => void;
  /** After `cancel`, or after a fault. */
  readonly again: () => void;
}

/** Rolls a floor through a market in the worker; a change of the question ends the run and begins another. */
export function useProgramme(question: ProgrammeQuestion | null): Programme {
  const { programme } = useApp();
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const query = useQuery(programmeQuery(programme, question, setShare));
  return {
    run: query.data ?? null,
    progress: query.isFetching ? share : null,
    error: query.error?.message ?? null,
    cancel: () => void client.cancelQueries({ queryKey: PROGRAMME_KEY }),
    again: () => void query.refetch(),
  };
}
