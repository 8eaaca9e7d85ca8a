import type { EpochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { Replay } from './replay.ts';

/** The market of one underlying through time, looked at one instant at a time. */
export interface ChainsThroughTime {
  /** Rising. */
  readonly instants: readonly EpochMs[];
  /** The chain at an instant by its number, of those expiries that are chosen among all that are listed. */
  readonly chainAt: (
    index: number,
    choose: (listed: readonly EpochMs[], at: EpochMs) => readonly EpochMs[],
  ) => OptionChain | null;
}

/** The stops of a recording; at those that bring nothing of the underlying its chain is the one before. */
export function recordedChains(replay: Replay, underlying: string): ChainsThroughTime {
  return {
    instants: replay.instants.map(({ at }) => at),
    chainAt: (index, choose) => {
      const { chain } = replay.snapshot(underlying, index);
      if (chain === null) return null;
      const listed = [...new Set(chain.expiries.map(({ expiry }) => expiry))];
      const chosen = choose(listed, chain.asOf);
      if (chosen.length === listed.length) return chain;
      return { ...chain, expiries: chain.expiries.filter(({ expiry }) => chosen.includes(expiry)) };
    },
  };
}
