import { analyseChain } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { Report } from '#analytics/report.ts';
import { type Result, err, ok } from '#base/result.ts';
import { loadChain } from './load-chain.ts';
import { pointsCsv } from './points-csv.ts';
import { type ReportFormat, readReportArguments } from './report-arguments.ts';
import { reportTable } from './report-table.ts';

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report)}\n`,
  table: reportTable,
  csv: pointsCsv,
};

/** From arguments to the text to print; the error is one line whatever the cause says, for a file name may hold line breaks. */
export async function runReport(args: readonly string[]): Promise<Result<string, string>> {
  const wanted = readReportArguments(args);
  if (!wanted.ok) return oneLine(wanted.error);
  const { file, underlying, format, delta } = wanted.value;
  const chain = await loadChain(file, underlying);
  if (!chain.ok) return oneLine(chain.error);
  return ok(WRITERS[format](analyseChain(chain.value, { ...DEFAULT_SETTINGS, deltaConvention: delta })));
}

function oneLine(cause: string): Result<string, string> {
  return err(cause.replaceAll(/[\r\n]+/g, ' '));
}
