import type { ExchangeAdapter } from './adapter.ts';
import { binanceAdapter } from './binance/binance-adapter.ts';
import { bybitAdapter } from './bybit/bybit-adapter.ts';
import { deltaAdapter } from './delta/delta-adapter.ts';
import { deribitAdapter } from './deribit/deribit-adapter.ts';
import { deriveAdapter } from './derive/derive-adapter.ts';
import { okxAdapter } from './okx/okx-adapter.ts';

/** Every venue that a page can ask or hear; a new one adds one line. */
export const LIVE_ADAPTERS: readonly ExchangeAdapter[] = [
  deribitAdapter,
  okxAdapter,
  bybitAdapter,
  binanceAdapter,
  deriveAdapter,
  deltaAdapter,
];
