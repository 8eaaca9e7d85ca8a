import { hostWorker } from './host.ts';
import { createMarketDesk } from './market-desk.ts';

hostWorker(createMarketDesk(), self);
