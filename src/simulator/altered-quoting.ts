import type { ListedFamily } from './listed-family.ts';
import type { ListedContract } from './listing.ts';
import type { MadeQuote } from './quote-maker.ts';
import type { Quoting } from './quoting.ts';

/** What is out of order in a market. */
export interface Alterations {
  /** Names of contracts that the venue does not list: not yet, or no longer. */
  readonly unlisted: ReadonlySet<string>;
  /** Whether every fourth book shows a bid above its ask, or a bid at its ask. */
  readonly books: 'proper' | 'crossed' | 'locked';
}

const ONE_IN = 4;

/** A market that differs from another in its alterations, looked up at every question. */
export function alteredQuoting(quoting: Quoting, alterations: () => Alterations): Quoting {
  const kept = new WeakMap<
    readonly ListedContract[],
    { readonly unlisted: ReadonlySet<string>; readonly list: readonly ListedContract[] }
  >();
  const listing = (family: ListedFamily, now: Parameters<Quoting['listing']>[1]) => {
    const all = quoting.listing(family, now);
    const { unlisted } = alterations();
    if (unlisted.size === 0) return all;
    const known = kept.get(all);
    if (known?.unlisted === unlisted) return known.list;
    const list = all.filter(({ name }) => !unlisted.has(name));
    kept.set(all, { unlisted, list });
    return list;
  };
  return {
    ...quoting,
    listing,
    quoter: (family, now) => {
      const quote = quoting.quoter(family, now);
      const { books } = alterations();
      return books === 'proper' ? quote : (contract) => altered(contract, quote(contract), books);
    },
  };
}

function altered(contract: ListedContract, quote: MadeQuote, books: 'crossed' | 'locked'): MadeQuote {
  const { bid, ask } = quote;
  if (contract.stream % ONE_IN !== 0 || bid === null || ask === null) return quote;
  return { ...quote, bid: books === 'crossed' ? ask : bid, ask: bid };
}
