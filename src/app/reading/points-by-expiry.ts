import type { ReportPoint } from '#analytics/report.ts';
import { groupBy } from './group-by.ts';
import { oncePer } from './once-per.ts';

/** A report's points by their expiry; grouped once for all pictures of it, since an index lists tens of thousands. */
export const pointsByExpiry = oncePer((points: readonly ReportPoint[]) =>
  groupBy(points, ({ expiry }) => expiry),
);
