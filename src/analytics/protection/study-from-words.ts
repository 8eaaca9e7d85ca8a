import { type Result, err, ok } from '#base/result.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { Analysis } from '../analyse-chain.ts';
import { readPlan } from './plan-text.ts';
import { protectionCsv } from './protection-csv.ts';
import { type ProtectionMarket, protectionMarket } from './protection-market.ts';
import { type ProtectionReport, protectionReport } from './protection-report.ts';
import { type PlanElsewhere, type PlanStudy, studyElsewhere, studyPlan } from './protection-study.ts';

/** A bill as documents to cite. */
export interface ProtectionFiles {
  readonly report: ProtectionReport;
  readonly csv: string;
}

/** A chain with its analysis. */
interface StudiedChain {
  readonly chain: OptionChain;
  readonly analysis: Analysis;
}

const markets = new WeakMap<Analysis, ProtectionMarket>();
/** The plan studied last on each market: what it costs elsewhere is asked for next. */
const studied = new WeakMap<ProtectionMarket, { readonly words: string; readonly study: PlanStudy }>();

/** What depends on the chain alone is made once, however many plans are studied on it. */
function marketOf({ chain, analysis }: StudiedChain): ProtectionMarket {
  const known = markets.get(analysis) ?? protectionMarket(chain, analysis);
  markets.set(analysis, known);
  return known;
}

/** Studies a plan written in words; the error is one line for people. */
export function studyFromWords(source: StudiedChain, words: string): Result<PlanStudy, string> {
  const market = marketOf(source);
  const last = studied.get(market);
  if (last?.words === words) return ok(last.study);
  const read = readPlan(words, source.chain.asOf);
  if (!read.ok) return err(read.error);
  const study = studyPlan(market, read.value.plan);
  studied.set(market, { words, study });
  return ok(study);
}

/** What the same plan costs at other expiries, strikes, structures and sizes; the error is one line for people. */
export function elsewhereFromWords(source: StudiedChain, words: string): Result<PlanElsewhere, string> {
  const study = studyFromWords(source, words);
  return study.ok ? ok(studyElsewhere(marketOf(source), study.value)) : study;
}

/** The same plan as a report and its CSV; the error is one line for people. */
export function filesFromWords(source: StudiedChain, words: string): Result<ProtectionFiles, string> {
  const read = readPlan(words, source.chain.asOf);
  if (!read.ok) return err(read.error);
  const report = protectionReport(marketOf(source), read.value.plan);
  return ok({ report, csv: protectionCsv(report) });
}
