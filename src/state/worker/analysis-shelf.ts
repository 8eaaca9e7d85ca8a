import { type Analysis, analyseChainFrom } from '#analytics/analyse-chain.ts';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { OptionChain } from '#market/option-chain.ts';

/** The last few analyses, so that a further question on a chain need not fit it again. */
export interface AnalysisShelf {
  readonly of: (chain: OptionChain, settings: AnalysisSettings) => Analysis;
}

/** Two markets compared, and the versions that follow them. */
const KEPT = 4;

interface Kept {
  readonly chain: OptionChain;
  readonly settings: string;
  readonly analysis: Analysis;
}

export function createAnalysisShelf(): AnalysisShelf {
  let shelf: readonly Kept[] = [];
  return {
    of: (chain, settings) => {
      const wanted = JSON.stringify(settings);
      const found = shelf.find((one) => one.chain === chain && one.settings === wanted);
      const kept = found ?? { chain, settings: wanted, analysis: analyseChainFrom(chain, settings, null) };
      shelf = [...shelf.filter((one) => one !== kept), kept].slice(-KEPT);
      return kept.analysis;
    },
  };
}
