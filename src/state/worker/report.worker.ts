import { analyseChain } from '#analytics/analyse-chain.ts';
import { hostWorker } from './host.ts';
import type { ReportHandlers } from './report-protocol.ts';

const handlers: ReportHandlers = {
  analyse: ({ chain, settings }) => analyseChain(chain, settings),
};

hostWorker(handlers, self);
