import type { DropReason } from '#analytics/report.ts';

/** Why a contract is no point of a fit, as a person would say it of one contract. */
export const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  'bid-only': 'no ask',
  'ask-only': 'no bid',
  none: 'no quote',
  crossed: 'bid above ask',
  'below-intrinsic': 'priced below intrinsic value',
  'above-maximum': 'priced above its maximum',
  expired: 'expired',
  stale: 'stale',
  'in-the-money': 'in the money',
  'no-forward': 'no forward price',
  'beyond-tick': 'worth less than a tick',
  'implausible-vol': 'vol beyond belief',
  outlier: 'far off the curve',
  'too-few-quotes': 'too few quotes in its expiry',
  'fit-failed': 'no sound fit of its expiry',
  'unreadable-name': 'unreadable name',
  'malformed-row': 'malformed row',
  'duplicate-row': 'listed twice',
  'not-an-option': 'not an option',
};
