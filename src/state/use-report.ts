import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useApp } from './app-context.ts';
import { reportQuery } from './queries/report-query.ts';
import { useSettings } from './use-settings.ts';
import type { Analysed } from './worker/desk-protocol.ts';
import type { Market } from './use-market.ts';

/** The report on a market, such as the one on screen; null before the first. `error` is a defect of the analysis, in words. */
export function useReport({ sourceId, snapshot }: Pick<Market, 'sourceId' | 'snapshot'>): {
  readonly analysed: Analysed | null;
  readonly error: string | null;
} {
  const { analyse } = useApp();
  const settings = useSettings();
  const question = snapshot === null ? null : { sourceId, snapshot, settings };
  const query = useQuery(reportQuery(analyse, question));
  // A whole page hangs on it, which is drawn in pieces between which the page answers.
  const analysed = useDeferredValue(query.data ?? null);
  return { analysed, error: query.error?.message ?? null };
}
