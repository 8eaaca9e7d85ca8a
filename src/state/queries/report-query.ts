import { queryOptions, skipToken } from '@tanstack/react-query';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Result } from '#base/result.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { Analysed } from '../worker/report-protocol.ts';
import { type Overtaken, wasOvertaken } from '../worker/latest-wins.ts';

/** Asks the worker for a report; latest wins. */
export type Analyse = (question: {
  readonly chain: OptionChain;
  readonly settings: AnalysisSettings;
}) => Promise<Result<Analysed, string> | Overtaken>;

type ReportKey = readonly ['report', string, string, number, number, AnalysisSettings | null];

/** A newer question came first, so that nobody waits for this one any more. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/** Everything a report depends on. */
interface ReportQuestion {
  readonly sourceId: string;
  readonly chain: OptionChain;
  readonly settings: AnalysisSettings;
}

async function reportOn(analyse: Analyse, { chain, settings }: ReportQuestion): Promise<Analysed> {
  const outcome = await analyse({ chain, settings });
  if (wasOvertaken(outcome)) throw new OvertakenError('overtaken by a newer chain');
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

/**
 * The report on one version of a chain; the key names every input. While it is computed, the previous report of the
 * same market stays; one of another market never does.
 */
export function reportQuery(analyse: Analyse, question: ReportQuestion | null) {
  const { sourceId = '', chain = null, settings = null } = question ?? {};
  return queryOptions<Analysed, Error, Analysed, ReportKey>({
    queryKey: ['report', sourceId, chain?.underlying ?? '', chain?.version ?? 0, chain?.asOf ?? 0, settings],
    queryFn:
      question === null
        ? skipToken
        : async ({ signal }) => {
            const analysed = await reportOn(analyse, question);
            signal.throwIfAborted();
            return analysed;
          },
    placeholderData: (previous, query) => {
      const [, source, underlying] = query?.queryKey ?? [];
      return source === sourceId && underlying === chain?.underlying ? previous : undefined;
    },
    staleTime: Infinity,
    gcTime: 5000,
    retry: (_, error) => error instanceof OvertakenError,
    retryDelay: 50,
    networkMode: 'always',
    structuralSharing: false,
  });
}
