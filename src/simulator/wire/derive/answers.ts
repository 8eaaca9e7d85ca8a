import { contractState } from '#simulator/contract-state.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { wordOf } from '../json-text.ts';
import { instrumentRow, slimTicker } from './rows.ts';

type Params = Readonly<Record<string, unknown>>;

/** What became of a question. */
export type RpcOutcome =
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string; readonly data: unknown } };

/** A question that cannot be answered. */
export function refused(code: number, message: string, data: unknown = null): RpcOutcome {
  return { error: { code, message, data } };
}

/** Answers one public method, asked by HTTP or over the socket. */
export function deriveAnswer(view: MarketView, method: string, params: Params): RpcOutcome {
  const coin = wordOf(params['currency']);
  const contracts = view.families
    .filter(({ profile }) => profile.coin === coin)
    .flatMap((family) => view.contracts(family));
  switch (method) {
    case 'public/get_time':
      return { result: view.now };
    case 'public/get_instruments':
      return wordOf(params['instrument_type']) === 'option' && contracts.length > 0
        ? { result: contracts.map((contract) => instrumentRow(contract)) }
        : refused(-32_602, 'Invalid params', 'currency');
    case 'public/get_tickers': {
      const date = wordOf(params['expiry_date']);
      const wanted = contracts.filter(({ name }) => name.startsWith(`${coin}-${date}-`));
      if (!/^\d{8}$/.test(date)) return refused(-32_602, 'Invalid params', 'expiry_date');
      const rows = wanted.map(
        (contract) => [contract.name, slimTicker(contractState(contract, view), view)] as const,
      );
      return { result: { tickers: Object.fromEntries(rows) } };
    }
    default:
      return refused(-32_601, 'Method not found', method.slice(0, 100));
  }
}

/** An answer in the venue's wrapping. */
export function answerText(outcome: RpcOutcome, id: unknown): string {
  return JSON.stringify({ id: id ?? null, ...outcome });
}
