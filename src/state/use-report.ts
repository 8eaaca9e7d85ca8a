import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { useApp, useSelection } from './app-context.ts';
import { reportQuery } from './queries/report-query.ts';
import type { Analysed } from './worker/desk-protocol.ts';
import type { Market } from './use-market.ts';

/** The report on what is on screen; null before the first. `error` is a defect of the analysis, in words. */
export function useReport({ sourceId, snapshot }: Market): {
  readonly analysed: Analysed | null;
  readonly error: string | null;
} {
  const { analyse } = useApp();
  const deltaConvention = useSelection(({ delta }) => delta);
  const settings = useMemo(() => ({ ...DEFAULT_SETTINGS, deltaConvention }), [deltaConvention]);
  const question = snapshot === null ? null : { sourceId, snapshot, settings };
  const query = useQuery(reportQuery(analyse, question));
  return { analysed: query.data ?? null, error: query.error?.message ?? null };
}
