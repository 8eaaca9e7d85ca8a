/** One edit of a JSON text, for tests of readers: a value replaced, nested deeply, the text cut, a character exchanged. */
export function damagedText(text: string, kind: number, where: number, nasty: string): string {
  const at = where % text.length;
  const value = /(:|\[|,)\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/g;
  value.lastIndex = at;
  const found = value.exec(text);
  if (kind === 0) return text.slice(0, at);
  if (kind === 1) return text.slice(0, at) + nasty + text.slice(at + 1);
  if (found === null) return text;
  const damaged = found[2] ?? '';
  const start = found.index + found[0].length - damaged.length;
  if (kind === 2) return text.slice(0, start) + '['.repeat(2_000) + text.slice(start);
  return text.slice(0, start) + nasty + text.slice(start + damaged.length);
}

/** Whether no number anywhere inside a value is NaN or infinite. */
export function everyNumberIsFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(everyNumberIsFinite);
}
