import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApp } from './app-context.ts';
import { type StudiedMarket, studyQuery } from './queries/study-query.ts';
import { useSettings } from './use-settings.ts';
import type { StudyArgument, StudyName, StudyResult } from './worker/studies.ts';

interface Studied<N extends StudyName> {
  readonly value: StudyResult<N> | null;
  readonly error: string | null;
}

/** The same question, its answer drawn at once: for an answer that is little work to draw and that the user waits for. */
export function useStudyAtOnce<N extends StudyName>(
  market: StudiedMarket,
  name: N,
  argument: StudyArgument<N> | null,
): Studied<N> {
  const { study } = useApp();
  const settings = useSettings();
  const query = useQuery(studyQuery(study, { market, settings, name, argument }));
  return { value: query.data ?? null, error: query.error?.message ?? null };
}

/**
 * A question to the worker beyond the report. The value is null before the first answer; it stays while a newer one is
 * computed. `error` is a defect of the study, in words.
 */
export function useStudy<N extends StudyName>(
  market: StudiedMarket,
  name: N,
  argument: StudyArgument<N> | null,
): Studied<N> {
  const { value, error } = useStudyAtOnce(market, name, argument);
  // A panel hangs on it, which is drawn in pieces between which the page answers.
  return { value: useDeferredValue(value), error };
}
