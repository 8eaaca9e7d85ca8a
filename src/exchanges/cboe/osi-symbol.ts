import type { OptionRight } from '#market/instrument.ts';

/** What an OSI option symbol says: root, expiry date (no time of day) and strike in dollars. */
export interface OsiSymbol {
  readonly root: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly right: OptionRight;
  readonly strike: number;
}

/** Longer symbols are refused before any pattern is tried; OSI's own bound is 21. */
export const LONGEST_SYMBOL = 24;

const OSI = /^([A-Z]{1,6}\d?)\s*(\d{2})(\d{2})(\d{2})([CP])(\d{8})$/;

/** Reads `SPXW260831C05790000`: root, YYMMDD, right, strike × 1000. Null where it is no such symbol. */
export function readOsiSymbol(symbol: string): OsiSymbol | null {
  if (symbol.length > LONGEST_SYMBOL) return null;
  const parts = OSI.exec(symbol);
  if (parts === null) return null;
  const [, root = '', year = '', month = '', day = '', right, thousandths = ''] = parts;
  const strike = Number(thousandths) / 1000;
  if (!(strike > 0)) return null;
  return {
    root,
    year: 2000 + Number(year),
    month: Number(month),
    day: Number(day),
    right: right === 'C' ? 'call' : 'put',
    strike,
  };
}

/** Whether the root stands for a contract adjusted after a split or merger (`XYZ1`), whose deliverable is not one share lot. */
export function isAdjustedRoot(root: string): boolean {
  return /\d$/.test(root);
}
