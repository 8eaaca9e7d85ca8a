import type { VenueId } from '#market/venue-id.ts';

/** What each fixture of each venue answers, or where it was pushed: for tests that hold every venue to the same. */
export const FIXTURE_REQUESTS: Readonly<Record<VenueId, Readonly<Record<string, string>>>> = {
  deribit: {
    'http-book-summary-btc.json':
      'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option',
    'http-book-summary-usdc.json':
      'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=USDC&kind=option',
    'http-book-summary-2023-no-mark-iv.json':
      'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option',
    'http-order-book-btc.json':
      'https://www.deribit.com/api/v2/public/get_order_book?instrument_name=BTC-26JUN20-4000-P&depth=20',
    'http-instruments.json': 'https://www.deribit.com/api/v2/public/get_instruments?currency=BTC&kind=option',
    'http-volatility-index.json':
      'https://www.deribit.com/api/v2/public/get_volatility_index_data?currency=BTC',
    'http-error-rate-limit.json': 'https://www.deribit.com/api/v2/public/get_index_price?index_name=btc_usd',
    'ws-ticker.json': 'wss://www.deribit.com/ws/api/v2',
    'ws-markprice-options.json': 'wss://www.deribit.com/ws/api/v2',
    'ws-book.json': 'wss://www.deribit.com/ws/api/v2',
    'ws-price-index.json': 'wss://www.deribit.com/ws/api/v2',
    'ws-volatility-index.json': 'wss://www.deribit.com/ws/api/v2',
  },
  okx: {
    'http-opt-summary.json': 'https://www.okx.com/api/v5/public/opt-summary?instFamily=BTC-USD',
    'http-tickers.json': 'https://www.okx.com/api/v5/market/tickers?instType=OPTION&instFamily=BTC-USD',
    'http-mark-price.json': 'https://www.okx.com/api/v5/public/mark-price?instType=OPTION&instFamily=BTC-USD',
    'http-open-interest.json':
      'https://www.okx.com/api/v5/public/open-interest?instType=OPTION&instFamily=BTC-USD',
    'http-instruments.json':
      'https://www.okx.com/api/v5/public/instruments?instType=OPTION&instFamily=BTC-USD',
    'http-tick-bands.json': 'https://www.okx.com/api/v5/public/instrument-tick-bands?instType=OPTION',
    'http-index-tickers.json': 'https://www.okx.com/api/v5/market/index-tickers?instId=BTC-USD',
    'http-error-rate-limit.json':
      'https://www.okx.com/api/v5/market/tickers?instType=OPTION&instFamily=BTC-USD',
    'ws-opt-summary.json': 'wss://ws.okx.com:8443/ws/v5/public',
    'ws-tickers.json': 'wss://ws.okx.com:8443/ws/v5/public',
    'ws-mark-price.json': 'wss://ws.okx.com:8443/ws/v5/public',
    'http-books.json': 'https://www.okx.com/api/v5/market/books?instId=BTC-USD-260605-60000-P&sz=50',
    'ws-books5.json': 'wss://ws.okx.com:8443/ws/v5/public',
  },
  bybit: {
    'http-tickers.json': 'https://api.bybit.com/v5/market/tickers?category=option&baseCoin=BTC',
    'http-instruments-info.json':
      'https://api.bybit.com/v5/market/instruments-info?category=option&baseCoin=XRP',
    'http-error-rate-limit.json': 'https://api.bybit.com/v5/market/tickers?category=option&baseCoin=BTC',
    'ws-tickers.json': 'wss://stream.bybit.com/v5/public/option',
    'http-orderbook.json':
      'https://api.bybit.com/v5/market/orderbook?category=option&symbol=BTC-5JUN26-60000-P-USDT&limit=25',
    'ws-orderbook.json': 'wss://stream.bybit.com/v5/public/option',
    'ws-orderbook-delta.json': 'wss://stream.bybit.com/v5/public/option',
  },
  binance: {
    'ws-option-mark-price.json': 'wss://fstream.binance.com/market/stream?streams=btcusdt@optionMarkPrice',
    'http-mark.json': 'https://eapi.binance.com/eapi/v1/mark',
    'http-ticker.json': 'https://eapi.binance.com/eapi/v1/ticker',
    'http-exchange-info.json': 'https://eapi.binance.com/eapi/v1/exchangeInfo',
    'http-depth.json': 'https://eapi.binance.com/eapi/v1/depth?symbol=BTC-260605-60000-P&limit=10',
    'ws-depth.json': 'wss://fstream.binance.com/public/stream',
    'http-index.json': 'https://eapi.binance.com/eapi/v1/index?underlying=BTCUSDT',
    'http-error-rate-limit.json': 'https://eapi.binance.com/eapi/v1/mark',
  },
  derive: {
    'http-get-tickers.json': 'https://api.lyra.finance/public/get_tickers?currency=HYPE&expiry_date=20260605',
    'http-get-instruments.json': 'https://api.lyra.finance/public/get_instruments?currency=HYPE',
    'http-error-rate-limit.json': 'https://api.lyra.finance/public/get_tickers',
    'ws-ticker-slim.json': 'wss://api.lyra.finance/ws',
    'ws-orderbook.json': 'wss://api.lyra.finance/ws',
  },
  delta: {
    'http-tickers.json':
      'https://api.india.delta.exchange/v2/tickers?contract_types=call_options,put_options',
    'ws-ticker.json': 'wss://public-socket.india.delta.exchange',
    'ws-v2-ticker.json': 'wss://socket.india.delta.exchange',
    'ws-ob-l2.json': 'wss://public-socket.india.delta.exchange',
    'http-l2orderbook.json': 'https://api.india.delta.exchange/v2/l2orderbook/P-BTC-60000-050626?depth=20',
    'http-products.json': 'https://api.india.delta.exchange/v2/products',
    'http-error-rate-limit.json': 'https://api.india.delta.exchange/v2/tickers',
  },
  cboe: {
    'delayed-quotes-index.json': 'file:_SPX.json',
    'quote-table-pt.csv': 'file:spx_quotedata.csv',
  },
};
