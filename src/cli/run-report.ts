import { analyseChain, analyseChainFrom } from '#analytics/analyse-chain.ts';
import { type AnalysisSettings, DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { readPlan } from '#analytics/protection/plan-text.ts';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import { protectionCsv } from '#analytics/protection/protection-csv.ts';
import { protectionMarket } from '#analytics/protection/protection-market.ts';
import { type ProtectionReport, protectionReport } from '#analytics/protection/protection-report.ts';
import type { Report } from '#analytics/report.ts';
import { type Result, err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { loadMarket } from './load-chain.ts';
import { pointsCsv } from './points-csv.ts';
import { programmeCsvRows, programmeLines } from './programme-lines.ts';
import { protectionTable } from './protection-table.ts';
import { HELP, type ReportFormat, readReportArguments } from './report-arguments.ts';
import { reportTable } from './report-table.ts';
import { rolledThrough } from './rolled-report.ts';

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report)}\n`,
  table: reportTable,
  csv: pointsCsv,
};

/** A bill, and where the plan is a rolling one what became of it through the whole file. */
interface RolledReport extends ProtectionReport {
  readonly programme: ProgrammeWalk | null;
}

const BILL_WRITERS: Readonly<Record<ReportFormat, (report: RolledReport) => string>> = {
  json: (report) => `${JSON.stringify(report)}\n`,
  table: (report) =>
    `${protectionTable(report)}${report.programme === null ? '' : `\n${programmeLines(report.programme)}`}`,
  csv: (report) =>
    `${protectionCsv(report)}${report.programme === null ? '' : programmeCsvRows(report.programme)}`,
};

/**
 * From arguments to the text to print; the error is one line whatever the cause says, for a file name may hold line breaks.
 * What of a file had to be left out is noted beside, a line each.
 */
export async function runReport(
  args: readonly string[],
  note: (line: string) => void = () => undefined,
): Promise<Result<string, string>> {
  const wanted = readReportArguments(args);
  if (!wanted.ok) return oneLine(wanted.error);
  if (wanted.value === 'help') return ok(HELP);
  const { file, format, delta, protect } = wanted.value;
  const settings = { ...DEFAULT_SETTINGS, deltaConvention: delta };
  // Read once before the file, so that a mistyped plan is told at once and a coin it names is looked for.
  const typed = protect === null ? null : readPlan(protect, epochMs(0));
  if (typed !== null && !typed.ok) return oneLine(`--protect: ${typed.error}`);
  const loaded = await loadMarket(file, wanted.value.underlying ?? typed?.value.coin ?? null);
  if (!loaded.ok) return oneLine(loaded.error);
  const { chain, replay, damaged } = loaded.value;
  tellDamage(file, damaged, note);
  if (protect === null) return ok(WRITERS[format](analyseChain(chain, settings)));
  const bill = billOf(chain, protect, settings);
  if (!bill.ok) return oneLine(`--protect: ${bill.error}`);
  const programme = rolledThrough(replay, chain.underlying, { text: protect, settings });
  return ok(BILL_WRITERS[format]({ ...bill.value, programme }));
}

function billOf(
  chain: OptionChain,
  text: string,
  settings: AnalysisSettings,
): Result<ProtectionReport, string> {
  const typed = readPlan(text, chain.asOf);
  if (!typed.ok) return typed;
  const { plan, coin } = typed.value;
  const [base = ''] = chain.underlying.toUpperCase().split('_');
  if (coin !== null && coin !== base && coin !== chain.underlying.toUpperCase()) {
    return err(`the plan is of ${coin}, the chain of ${chain.underlying}`);
  }
  return ok(protectionReport(protectionMarket(chain, analyseChainFrom(chain, settings, null)), plan));
}

function tellDamage(file: string, damaged: string | null, note: (line: string) => void): void {
  if (damaged !== null) note(`${file}: ${damaged}`.replaceAll(/[\r\n]+/g, ' '));
}

function oneLine(cause: string): Result<string, string> {
  return err(cause.replaceAll(/[\r\n]+/g, ' '));
}
