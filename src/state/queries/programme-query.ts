import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Result } from '#base/result.ts';
import type { Watch } from '../worker/client.ts';
import type { ProgrammeQuestion } from '../worker/programme-run.ts';
import type { ProgrammeRun } from '../worker/programme-run.ts';

/** Asks the worker to roll a floor through a market; cancelled by its signal, told how far it has come. */
export type AskProgramme = (
  question: ProgrammeQuestion,
  watch: Watch<number>,
) => Promise<Result<Result<ProgrammeRun, string>, string>>;

/** All runs, for ending the one that is under way. */
export const PROGRAMME_KEY = ['programme'] as const;
const KEPT_MS = 10 * 60_000;

/** One run of a rolling programme; null asks nothing. A question that nobody looks at any more ends the work on it. */
export function programmeQuery(
  ask: AskProgramme,
  question: ProgrammeQuestion | null,
  onProgress: (share: number) => void,
) {
  return queryOptions({
    queryKey: [...PROGRAMME_KEY, question],
    queryFn:
      question === null
        ? skipToken
        : async ({ signal }): Promise<ProgrammeRun> => {
            onProgress(0);
            const outcome = await ask(question, { signal, onProgress });
            if (!outcome.ok) throw new Error(outcome.error);
            if (!outcome.value.ok) throw new Error(outcome.value.error);
            return outcome.value.value;
          },
    staleTime: Infinity,
    gcTime: KEPT_MS,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
    refetchOnWindowFocus: false,
  });
}
