import { SYNTHETIC_NOW, syntheticChain } from './synthetic-chain.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { contractPricing } from '../protection/contract-pricing.ts';
import { type ProtectionMarket, protectionMarket } from '../protection/protection-market.ts';
import type { Instrument } from '#market/instrument.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import { blackPrice } from '#quant/black/black-price.ts';

const MONTH = 30 / 365;
const NAME = 'BTC-30D-85000-put';
const put = (vol: number): number => blackPrice(100_000, 85_000, vol, MONTH, 1, 'put');

/** The worked example as a market: one 85 000 put quoted 57.5 to 60.5 at an at-the-money vol of exactly 50 %. */
export function workedExampleMarket(premiumUnit: Instrument['premiumUnit']): ProtectionMarket {
  const chain = syntheticChain([
    {
      days: 30,
      forward: 100_000,
      strikes: [80_000, 85_000, 90_000, 95_000, 100_000, 105_000, 110_000, 120_000],
      vol: (k) => 0.5 - 0.5 * k,
      premiumUnit,
    },
  ]);
  const scale = premiumUnit === 'underlying' ? 1 / 100_000 : 1;
  const level = (vol: number, size: number): BookLevel => ({ price: scale * put(vol), size });
  const asks = [level(0.605, 10), level(0.615, 10), level(0.63, 5)];
  const book: OrderBook = { instrument: NAME, at: SYNTHETIC_NOW, bids: [level(0.575, 30)], asks };
  const market = protectionMarket(
    { ...chain, books: new Map([[NAME, book]]) },
    analyseChainFrom(chain, DEFAULT_SETTINGS, null),
  );
  const fees = { maker: 0.0003, taker: 0.0003, premiumCap: 0.125, delivery: null };
  const expiries = market.expiries.map((expiry) => ({
    ...expiry,
    atmVol: 0.5,
    puts: expiry.puts.map((contract) => {
      const { quote, point } = contract;
      const instrument = { ...contract.instrument, fees };
      const { forward, discount, smile } = expiry;
      if (instrument.name !== NAME || forward === null || smile === null) return contract;
      const pricing = contractPricing({
        instrument,
        quote,
        point,
        book,
        forward,
        discount,
        smile,
        atmVol: 0.5,
      });
      return { ...contract, instrument, pricing };
    }),
  }));
  return { ...market, expiries };
}
