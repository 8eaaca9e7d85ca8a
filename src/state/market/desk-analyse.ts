import { ok } from '#base/result.ts';
import type { Analyse } from '../queries/report-query.ts';
import { eachLatestWins } from '../worker/latest-wins.ts';
import { unpackPoints } from '../worker/packed-points.ts';
import type { Desk } from '../worker/start-desk.ts';

/** Reports by way of the worker: of the questions about one source the latest wins. */
export function deskAnalyse(desk: Desk): Analyse {
  return eachLatestWins(
    async ({ chain, settings }) => {
      const outcome = await desk.call('analyse', { chain, settings });
      if (!outcome.ok) return outcome;
      const { report, points, ...rest } = outcome.value;
      return ok({ ...rest, report: { ...report, points: unpackPoints(points) } });
    },
    ({ sourceId }) => sourceId,
  );
}
