import type { OptionChain } from '#market/option-chain.ts';
import { type AnalysisSettings, DEFAULT_SETTINGS } from './analysis-settings.ts';
import { type SmileLine, smileLine } from './curves/smile-line.ts';
import { measureExpiry } from './measure-expiry.ts';
import { constantMaturities } from './metrics/constant-maturities.ts';
import { withForwardVols } from './metrics/forward-vols.ts';
import { countQuotes, countRejectedRows } from './points/count-quotes.ts';
import { prepareExpiries } from './quotes/prepare-expiries.ts';
import type { Report } from './report.ts';
import { type FittedSmile, type SurfaceMemory, fitSmiles, surfaceMemory } from './smiles/fit-smiles.ts';

/** A report, and what the analysis of the next snapshot of the same chain may start from. */
export interface Analysis {
  readonly report: Report;
  /** The fitted smiles as fine lines, one for each of the report's expiries; null where there is no fit. */
  readonly lines: readonly (SmileLine | null)[];
  readonly surface: SurfaceMemory;
  /** The smiles themselves, one for each of the report's expiries; they are functions and stay where they were made. */
  readonly smiles: readonly FittedSmile[];
}

/** Chain → forwards → vols → smiles → metrics. Deterministic: no clock, no randomness; finite or null throughout. */
export function analyseChain(chain: OptionChain, settings: AnalysisSettings = DEFAULT_SETTINGS): Report {
  return analyseChainFrom(chain, settings, null).report;
}

/**
 * The same analysis, started from the fits of an earlier snapshot, so that numbers move only when quotes do.
 * @param previous what the earlier analysis gave as `surface`; null for a first one
 */
export function analyseChainFrom(
  chain: OptionChain,
  settings: AnalysisSettings,
  previous: SurfaceMemory | null,
): Analysis {
  const smiles = fitSmiles(prepareExpiries(chain, settings), previous);
  const measured = smiles.map((smile) => measureExpiry(smile, settings));
  const points = measured.flatMap((expiry) => expiry.points);
  const report: Report = {
    venue: chain.venue,
    underlying: chain.underlying,
    asOf: chain.asOf,
    version: chain.version,
    deltaConvention: settings.deltaConvention,
    indexPrice: chain.indexPrice,
    volatilityIndex: chain.volatilityIndex,
    counts: { ...countQuotes(points), rowsRejected: countRejectedRows(chain, points) },
    expiries: withForwardVols(measured.map((expiry) => expiry.report)),
    constantMaturity: constantMaturities(measured.flatMap(({ pillar }) => (pillar ? [pillar] : []))),
    points,
  };
  const lines = smiles.map((smile) => smileLine(smile, settings.deltaConvention));
  return { report, lines, surface: surfaceMemory(smiles), smiles };
}
