import { contractActivity } from '#analytics/activity/contract-activity.ts';
import type { Analysis } from '#analytics/analyse-chain.ts';
import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import { contractFigures } from '#analytics/data/contract-figures.ts';
import { expiryDensities } from '#analytics/density/expiry-density.ts';
import {
  elsewhereFromWords,
  filesFromWords,
  studyFromWords,
} from '#analytics/protection/study-from-words.ts';
import { skewStudy } from '#analytics/skew/skew-study.ts';
import type { SurfaceAxis } from '#analytics/surface/surface-axis.ts';
import { surfaceStudy } from '#analytics/surface/surface-study.ts';
import { swapReach } from '#analytics/term/swap-reach.ts';
import type { EpochMs } from '#base/time.ts';
import { contractTerms } from '#analytics/venues/contract-terms.ts';
import { whyPlace, type WhyPlace } from '#analytics/why/why-place.ts';
import { rawRows } from '#feed/raw-row.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';

/** What a study is made from: one chain, and its analysis with the fitted smiles. */
export interface StudyBasis {
  readonly chain: OptionChain;
  readonly settings: AnalysisSettings;
  readonly analysis: Analysis;
  /** What the chain's source has said, the newest first, as far back as it is kept. */
  readonly messages: () => Iterable<WireMessage>;
}

/** Questions beyond the report, by name. Each answers from the fits that are there; results are plain data. */
export const STUDIES = {
  densities: ({ analysis }: StudyBasis, { expiries }: { readonly expiries: readonly EpochMs[] }) =>
    expiryDensities(analysis, expiries),
  /** One column a figure, beside the report's points. */
  figures: ({ analysis }: StudyBasis, ..._nothing: readonly [object]) => contractFigures(analysis),
  /** All expiries and tenors at once: a few hundred readings of smiles that are there. */
  skew: ({ analysis }: StudyBasis, { deltas }: { readonly deltas: readonly number[] }) =>
    skewStudy(analysis, deltas),
  activity: ({ analysis }: StudyBasis, { expiries }: { readonly expiries: readonly EpochMs[] }) =>
    contractActivity(analysis, expiries),
  surface: ({ analysis }: StudyBasis, { axis }: { readonly axis: SurfaceAxis }) =>
    surfaceStudy(analysis, axis),
  /** What each expiry's variance swap owes to wings beyond the quotes. */
  swapReach: ({ analysis }: StudyBasis, ..._nothing: readonly [object]) => swapReach(analysis),
  /** A plan in the words of the command line. */
  protection: (basis: StudyBasis, { words }: { readonly words: string }) => studyFromWords(basis, words),
  /** The same floor for setting two markets side by side, so that neither question overtakes the panel's own. */
  protectionBeside: (basis: StudyBasis, { words }: { readonly words: string }) =>
    studyFromWords(basis, words),
  /** The same plan at other expiries, strikes, structures and sizes: more work, asked for beside the plan. */
  protectionElsewhere: (basis: StudyBasis, { words }: { readonly words: string }) =>
    elsewhereFromWords(basis, words),
  protectionFiles: (basis: StudyBasis, { words }: { readonly words: string }) => filesFromWords(basis, words),
  /** What the contracts are, for setting two markets side by side. */
  terms: ({ analysis }: StudyBasis, ..._nothing: readonly [object]) => contractTerms(analysis),
  /** How the numbers of one place of a chart came about, with the venue's own words where it is a contract. */
  why: ({ analysis, messages }: StudyBasis, place: WhyPlace) => ({
    ...whyPlace(analysis, place),
    raw: place.instrument === null ? [] : rawRows(messages(), place.instrument),
  }),
} as const;

export type StudyName = keyof typeof STUDIES;
export type StudyArgument<N extends StudyName> = Parameters<(typeof STUDIES)[N]>[1];
export type StudyResult<N extends StudyName> = ReturnType<(typeof STUDIES)[N]>;
