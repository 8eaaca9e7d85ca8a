/** The most text that is taken out of a file, in UTF-16 units: a small gzip can hold any amount. */
export const LARGEST_TEXT = 512_000_000;
/** The most messages of one recording. */
export const MOST_MESSAGES = 1_000_000;
