import { type Result, err, ok } from '#base/result.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { Analysis } from '../analyse-chain.ts';
import { readPlan } from './plan-text.ts';
import { protectionCsv } from './protection-csv.ts';
import { type ProtectionMarket, protectionMarket } from './protection-market.ts';
import { type ProtectionReport, protectionReport } from './protection-report.ts';
import { type ProtectionStudy, studyProtection } from './protection-study.ts';

/** A bill as documents to cite. */
export interface ProtectionFiles {
  readonly report: ProtectionReport;
  readonly csv: string;
}

const markets = new WeakMap<Analysis, ProtectionMarket>();

/** What depends on the chain alone is made once, however many plans are studied on it. */
function marketOf(chain: OptionChain, analysis: Analysis): ProtectionMarket {
  const known = markets.get(analysis) ?? protectionMarket(chain, analysis);
  markets.set(analysis, known);
  return known;
}

/** Studies a plan written in words; the error is one line for people. */
export function studyFromWords(
  { chain, analysis }: { readonly chain: OptionChain; readonly analysis: Analysis },
  words: string,
): Result<ProtectionStudy, string> {
  const read = readPlan(words, chain.asOf);
  return read.ok ? ok(studyProtection(marketOf(chain, analysis), read.value.plan)) : err(read.error);
}

/** The same plan as a report and its CSV; the error is one line for people. */
export function filesFromWords(
  { chain, analysis }: { readonly chain: OptionChain; readonly analysis: Analysis },
  words: string,
): Result<ProtectionFiles, string> {
  const read = readPlan(words, chain.asOf);
  if (!read.ok) return err(read.error);
  const report = protectionReport(marketOf(chain, analysis), read.value.plan);
  return ok({ report, csv: protectionCsv(report) });
}
