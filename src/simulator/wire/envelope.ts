import type { EpochMs } from '#base/time.ts';

/** JSON-RPC error codes that the sample market answers with. */
export const RPC_ERRORS = {
  methodNotFound: { code: -32601, message: 'Method not found' },
  invalidParams: { code: -32602, message: 'Invalid params' },
} as const;

/** Answer text in the venue's envelope; `sample` tells it apart from the venue's own wherever it ends up. */
export function resultText(result: unknown, now: EpochMs): string {
  return JSON.stringify({ jsonrpc: '2.0', result, ...times(now) });
}

/** Error text in the venue's envelope; `reason` says which parameter was wrong. */
export function errorText(kind: keyof typeof RPC_ERRORS, reason: string, now: EpochMs): string {
  const error = { ...RPC_ERRORS[kind], data: { reason } };
  return JSON.stringify({ jsonrpc: '2.0', error, ...times(now) });
}

function times(now: EpochMs): object {
  const usIn = now * 1000;
  return { usIn, usOut: usIn + 400, usDiff: 400, testnet: false, sample: true };
}
