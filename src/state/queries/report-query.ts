import { queryOptions, skipToken } from '@tanstack/react-query';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Result } from '#base/result.ts';
import type { MarketSnapshot } from '../market/market-source.ts';
import type { Analysed, AnalysisQuestion } from '../worker/desk-protocol.ts';
import { type Overtaken, wasOvertaken } from '../worker/latest-wins.ts';

/** Asks the worker for a report; of the questions about one source the latest wins. */
export type Analyse = (
  question: AnalysisQuestion & { readonly sourceId: string },
) => Promise<Result<Analysed, string> | Overtaken>;

type ReportKey = readonly ['report', string, string, number, number, AnalysisSettings | null];

/** A newer question came first, so that nobody waits for this one any more. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/** Everything a report depends on. */
interface ReportQuestion {
  readonly sourceId: string;
  readonly snapshot: Pick<MarketSnapshot, 'chain' | 'ref'>;
  readonly settings: AnalysisSettings;
}

async function reportOn(
  analyse: Analyse,
  { sourceId, snapshot, settings }: ReportQuestion,
): Promise<Analysed> {
  const outcome = await analyse({ sourceId, chain: snapshot.ref, settings });
  if (wasOvertaken(outcome)) throw new OvertakenError('overtaken by a newer chain');
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

function keyOf(question: ReportQuestion | null): ReportKey {
  if (question === null) return ['report', '', '', 0, 0, null];
  const { sourceId, snapshot, settings } = question;
  const { underlying, version, asOf } = snapshot.chain;
  return ['report', sourceId, underlying, version, asOf, settings];
}

/**
 * The report on one version of a chain; the key names every input. While it is computed, the previous report of the
 * same market stays; one of another market never does.
 */
export function reportQuery(analyse: Analyse, question: ReportQuestion | null) {
  const [, wantedSource, wantedUnderlying] = keyOf(question);
  return queryOptions<Analysed, Error, Analysed, ReportKey>({
    queryKey: keyOf(question),
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
      return source === wantedSource && underlying === wantedUnderlying ? previous : undefined;
    },
    staleTime: Infinity,
    gcTime: 5000,
    retry: (_, error) => error instanceof OvertakenError,
    retryDelay: 50,
    networkMode: 'always',
    structuralSharing: false,
  });
}
