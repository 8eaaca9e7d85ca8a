import type { EpochMs } from '#base/time.ts';

/** JSON-RPC errors that the simulated venue answers with. */
const RPC_ERRORS = {
  methodNotFound: { code: -32601, message: 'Method not found' },
  invalidParams: { code: -32602, message: 'Invalid params' },
} as const;

/** What became of a question: a result, or an error with the parameter that was wrong. */
export type RpcOutcome =
  | { readonly result: unknown }
  | { readonly failed: keyof typeof RPC_ERRORS; readonly reason: string };

/** A question that cannot be answered. */
export function refused(failed: keyof typeof RPC_ERRORS, reason: string): RpcOutcome {
  return { failed, reason };
}

/** An answer in the venue's envelope; `sample` tells it apart from the venue's own wherever it ends up. */
export function envelopeText(outcome: RpcOutcome, now: EpochMs, id?: unknown): string {
  const content =
    'result' in outcome
      ? { result: outcome.result }
      : { error: { ...RPC_ERRORS[outcome.failed], data: { reason: outcome.reason } } };
  const usIn = now * 1000;
  const times = { usIn, usOut: usIn + 400, usDiff: 400, testnet: false, sample: true };
  return JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...content, ...times });
}

/** One push of a subscription. */
export function pushText(channel: string, data: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', method: 'subscription', params: { channel, data } });
}
