import type { UnreadField } from '#state/url-codec.ts';

const WORDS: Readonly<Record<UnreadField['reason'], (field: string, text: string) => string>> = {
  'unknown-value': (field, text) =>
    `The link’s “${field}” was “${text}”, which is not known here; the default stands in its place.`,
  'unknown-field': (field) => `The link’s “${field}” is not known here and was left out.`,
  'repeated-field': (field) => `The link names “${field}” twice; the first stands.`,
  'too-many': () => 'The link is longer than any link of Smirk; its end was left out.',
};

/** Says which part of a link was not understood and what stands in its place. */
export function unreadWords({ field, text, reason }: UnreadField): string {
  return WORDS[reason](field, text);
}
