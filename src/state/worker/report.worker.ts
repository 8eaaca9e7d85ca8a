import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { hostWorker } from './host.ts';
import type { ReportHandlers } from './report-protocol.ts';

const handlers: ReportHandlers = {
  analyse: ({ chain, settings }) => {
    const { report, lines } = analyseChainFrom(chain, settings, null);
    return { report, lines };
  },
};

hostWorker(handlers, self);
