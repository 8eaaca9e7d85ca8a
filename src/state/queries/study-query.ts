import { queryOptions, skipToken } from '@tanstack/react-query';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Result } from '#base/result.ts';
import type { MarketSnapshot } from '../market/market-source.ts';
import type { StudyQuestion } from '../worker/desk-protocol.ts';
import { type Overtaken, wasOvertaken } from '../worker/latest-wins.ts';
import type { StudyArgument, StudyName, StudyResult } from '../worker/studies.ts';

/** Asks the worker one of its studies; of one study's questions the latest wins. */
export type AskStudy = (question: StudyQuestion) => Promise<Result<unknown, string> | Overtaken>;

/** The market a study is about; two of them can be asked side by side. */
export interface StudiedMarket {
  readonly sourceId: string;
  readonly snapshot: Pick<MarketSnapshot, 'chain' | 'ref'> | null;
}

/** Questions of one kind overtake each other: the same study of the same market. */
export function studyKind({ name, chain }: StudyQuestion): string {
  return `${name} ${chain.shelf} ${chain.underlying}`;
}

interface Asked<N extends StudyName> {
  readonly market: StudiedMarket;
  readonly settings: AnalysisSettings;
  readonly name: N;
  /** Null asks nothing. */
  readonly argument: StudyArgument<N> | null;
}

type StudyKey = readonly ['study', StudyName, string, string, ...unknown[]];

function keyOf({ market, settings, name, argument }: Asked<StudyName>): StudyKey {
  const { underlying, version, asOf } = market.snapshot?.chain ?? { underlying: '', version: 0, asOf: 0 };
  return ['study', name, market.sourceId, underlying, version, asOf, settings, argument];
}

/** One study of one version of a chain. While it is computed, the previous answer on the same market stays. */
export function studyQuery<N extends StudyName>(ask: AskStudy, asked: Asked<N>) {
  const { market, settings, name, argument } = asked;
  const { snapshot } = market;
  const wanted = keyOf(asked);
  return queryOptions<StudyResult<N>, Error, StudyResult<N>, StudyKey>({
    queryKey: wanted,
    queryFn:
      snapshot === null || argument === null
        ? skipToken
        : async () => {
            const outcome = await ask({ chain: snapshot.ref, settings, name, argument });
            if (wasOvertaken(outcome)) throw new StudyOvertaken('overtaken by a newer question');
            if (!outcome.ok) throw new Error(outcome.error);
            return outcome.value as StudyResult<N>;
          },
    placeholderData: (previous, query) => {
      const [, , source, underlying] = query?.queryKey ?? [];
      return source === wanted[2] && underlying === wanted[3] ? previous : undefined;
    },
    staleTime: Infinity,
    gcTime: 5000,
    retry: (_, error) => error instanceof StudyOvertaken,
    retryDelay: 50,
    networkMode: 'always',
    structuralSharing: false,
  });
}

class StudyOvertaken extends Error {
  override readonly name = 'StudyOvertaken';
}
