import { queryOptions } from '@tanstack/react-query';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Report } from '#analytics/report.ts';
import type { Result } from '#base/result.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { type Overtaken, wasOvertaken } from '../worker/latest-wins.ts';

/** Asks the worker for a report; latest wins. */
export type Analyse = (question: {
  readonly chain: OptionChain;
  readonly settings: AnalysisSettings;
}) => Promise<Result<Report, string> | Overtaken>;

type ReportKey = readonly ['report', string, string, number, number, AnalysisSettings];

/** A newer question came first, so that nobody waits for this one any more. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/**
 * The report on one version of a chain; the key names every input. While it is computed, the previous report of the
 * same market stays; one of another market never does.
 */
export function reportQuery(
  analyse: Analyse,
  { sourceId, chain, settings }: { sourceId: string; chain: OptionChain; settings: AnalysisSettings },
) {
  return queryOptions<Report, Error, Report, ReportKey>({
    queryKey: ['report', sourceId, chain.underlying, chain.version, chain.asOf, settings],
    queryFn: async () => {
      const outcome = await analyse({ chain, settings });
      if (wasOvertaken(outcome)) throw new OvertakenError('overtaken by a newer chain');
      if (!outcome.ok) throw new Error(outcome.error);
      return outcome.value;
    },
    placeholderData: (previous, query) => {
      const [, source, underlying] = query?.queryKey ?? [];
      return source === sourceId && underlying === chain.underlying ? previous : undefined;
    },
    staleTime: Infinity,
    gcTime: 5000,
    retry: (_, error) => error instanceof OvertakenError,
    retryDelay: 50,
    networkMode: 'always',
    structuralSharing: false,
  });
}
