import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApp } from './app-context.ts';
import { type StudiedMarket, studyQuery } from './queries/study-query.ts';
import { useSettings } from './use-settings.ts';
import type { StudyArgument, StudyName, StudyResult } from './worker/studies.ts';

/**
 * A question to the worker beyond the report. The value is null before the first answer; it stays while a newer one is
 * computed. `error` is a defect of the study, in words.
 */
export function useStudy<N extends StudyName>(
  market: StudiedMarket,
  name: N,
  argument: StudyArgument<N> | null,
): { readonly value: StudyResult<N> | null; readonly error: string | null } {
  const { study } = useApp();
  const settings = useSettings();
  const query = useQuery(studyQuery(study, { market, settings, name, argument }));
  // A panel hangs on it, which is drawn in pieces between which the page answers.
  const value = useDeferredValue(query.data ?? null);
  return { value, error: query.error?.message ?? null };
}
