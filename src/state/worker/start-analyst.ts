import type { Analyse } from '../queries/report-query.ts';
import { workerClient } from './client.ts';
import { latestWins } from './latest-wins.ts';
import type { ReportHandlers } from './report-protocol.ts';

/** Starts the report worker; one for the life of the page. */
export function startAnalyst(): Analyse {
  const worker = new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' });
  const client = workerClient<ReportHandlers>(worker);
  return latestWins((question) => client.call('analyse', question));
}
