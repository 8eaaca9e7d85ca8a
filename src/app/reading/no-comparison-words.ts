import type { NoComparison } from '#state/market/compared-source.ts';

const WORDS: Readonly<Record<NoComparison, string>> = {
  'not-live': 'Another venue can be compared with a live market only.',
  'no-recording': 'Another time can be compared within a recording only: open one first.',
  'no-file': 'A second file cannot come with a link: open it again to compare with it.',
  'same-venue': 'This venue is the one on screen: choose another to compare with.',
  'unknown-venue': 'This page cannot ask that venue.',
  'no-underlying': 'No options on this coin are listed there.',
};

/** Why what was asked for cannot be set beside the market on screen. */
export function noComparisonWords(absence: NoComparison): string {
  return WORDS[absence];
}
