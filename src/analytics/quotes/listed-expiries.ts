import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, ExpiryQuotes, OptionChain } from '#market/option-chain.ts';

/**
 * The chain's expiries with every contract that the venue listed: those whose row could not be read stand among the
 * others without a quote, so that nobody takes a gap in what was read for a gap in the market.
 */
export function listedExpiries(chain: OptionChain): readonly ExpiryQuotes[] {
  const missing = unreadContracts(chain);
  if (missing.length === 0) return chain.expiries;
  const groups = new Map(chain.expiries.map((expiry) => [groupKey(expiry), [...expiry.contracts]]));
  for (const instrument of missing) {
    const key = groupKey(instrument);
    const group = groups.get(key) ?? [];
    group.push({ instrument, quote: null });
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(expiryOf)
    .filter((expiry) => expiry !== null)
    .toSorted((a, b) => a.expiry - b.expiry || (a.series < b.series ? -1 : 1));
}

function unreadContracts(chain: OptionChain): readonly Instrument[] {
  if (chain.rejected.every(({ listed }) => listed === undefined)) return [];
  const seen = new Set(
    chain.expiries.flatMap(({ contracts }) => contracts.map(({ instrument }) => instrument.name)),
  );
  return chain.rejected.flatMap(({ listed }) => {
    if (listed === undefined || seen.has(listed.name)) return [];
    seen.add(listed.name);
    return [listed];
  });
}

function groupKey({ expiry, series }: Pick<ExpiryQuotes, 'expiry' | 'series'>): string {
  return `${expiry} ${series}`;
}

function expiryOf(contracts: readonly ContractQuote[]): ExpiryQuotes | null {
  const first = contracts[0]?.instrument;
  if (first === undefined) return null;
  const sorted = contracts.toSorted(
    ({ instrument: a }, { instrument: b }) =>
      a.strike - b.strike || Number(a.right === 'call') - Number(b.right === 'call'),
  );
  return { expiry: first.expiry, series: first.series, contracts: sorted };
}
