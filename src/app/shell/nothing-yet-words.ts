import type { Market } from '#state/use-market.ts';

/** What the words depend on. */
export interface Awaited {
  readonly market: Pick<Market, 'label' | 'snapshot'> & {
    readonly onScreen: Pick<Market['onScreen'], 'kind'>;
    readonly live: { readonly fault: { readonly text: string } | null };
  };
  readonly underlying: string;
  /** What the analysis stumbled over, in words; null when it did not. */
  readonly error: string | null;
}

/** Why no picture is there: title, explanation, and whether something is under way. */
export interface NothingYetWords {
  readonly title: string;
  readonly text: string;
  readonly working: boolean;
}

/** Tells computing from waiting, and both from a market without quotes. */
export function nothingYetWords({ market, underlying, error }: Awaited): NothingYetWords {
  const { onScreen, label, live, snapshot } = market;
  if (error !== null) return still('The analysis failed', `${error}. The next chain is tried as it comes.`);
  if (snapshot !== null) {
    return {
      title: `Fitting the ${underlying} smiles`,
      text: 'Vols, forwards and fits of every expiry are computed in this browser; a long chain takes some seconds.',
      working: true,
    };
  }
  if (onScreen.kind === 'replay') {
    return still(
      `No ${underlying} quotes here`,
      'This file has none at this instant. Move on in the replay, or choose another underlying.',
    );
  }
  if (onScreen.kind === 'none' && live.fault !== null) {
    return still(`No ${underlying} prices yet`, `${live.fault.text} Nothing made up stands in for them.`);
  }
  return {
    title: `Asking ${label} for ${underlying} options`,
    text: 'The whole chain comes in one answer.',
    working: true,
  };
}

function still(title: string, text: string): NothingYetWords {
  return { title, text, working: false };
}
