/** Draws a whole number below a bound. */
export type Dice = (below: number) => number;

/** A seeded generator of whole numbers below a bound. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Where something stands in a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What no venue should send, as JSON text. */
const NASTY: readonly string[] = [
  ['1e999', '-1e999', '1e308', '-1e308', '5e-324', '-1', '0', '-0', '7', '1.5', '9007199254740993'],
  ['"1e999"', '"-1"', '"0"', '"7"', '"NaN"', '"Infinity"', '"1,5"', '" 5"', '"0x10"', '"9007199254740993"'],
  ['null', 'true', 'false', '{}', '[]', '""', '[null]', '[[[[[[[[]]]]]]]]', '{"a":{"a":{"a":{}}}}'],
  ['"\\ud800"', '"𝟙\\u202e"', '"__proto__"', '"constructor"', '"<img src=x onerror=alert(1)>"'],
  ['{"__proto__":{"x":1}}', '"\\u0000"', `"${'9'.repeat(400)}"`, `"${'x'.repeat(400)}"`],
].flat();
const STRAY: readonly string[] = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\u0000',
  '𝟙',
  '\ud800',
  'NaN',
  '-',
];
const MOST_EDITS = 3;

/**
 * Readies one text to be damaged in many ways: types swapped, fields gone, numbers as strings and back, huge, negative
 * and no numbers, strange characters, deep nesting, elements repeated, the text cut. Equal dice give equal damage.
 */
export function damageOf(text: string): (dice: Dice) => string {
  const { values, keys } = spansOf(text);
  return (dice) => {
    const kind = dice(40);
    if (kind === 0) return text.slice(0, dice(text.length));
    if (kind === 1) return inserted(text, dice(text.length), STRAY[dice(STRAY.length)] ?? '');
    const edits: { readonly span: Span; readonly by: string }[] = [];
    for (let count = 1 + dice(MOST_EDITS); count > 0; count -= 1) {
      const key = keys[dice(keys.length)];
      const value = values[dice(values.length)];
      if (dice(8) === 0 && key !== undefined) edits.push({ span: key, by: '"gone"' });
      else if (value !== undefined) edits.push({ span: value, by: replacement(text, value, values, dice) });
    }
    return applied(text, edits);
  };
}

function replacement(text: string, span: Span, values: readonly Span[], dice: Dice): string {
  const here = text.slice(span.start, span.end);
  switch (dice(8)) {
    case 0: {
      const other = values[dice(values.length)] ?? span;
      return text.slice(other.start, other.end);
    }
    case 1:
      return here.startsWith('"') ? here.slice(1, -1) : `"${here.replaceAll('"', '')}"`;
    case 2:
      return `${'['.repeat(60)}${here}${']'.repeat(60)}`;
    case 3:
      return dice(20) === 0 ? '['.repeat(3_000) : `${here},${here}`;
    default:
      return NASTY[dice(NASTY.length)] ?? 'null';
  }
}

function inserted(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

/** From the end, so that places before it stay where they are; of edits that overlap the later one stands. */
function applied(text: string, edits: readonly { readonly span: Span; readonly by: string }[]): string {
  let damaged = text;
  let untouched = text.length;
  for (const { span, by } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    if (span.end > untouched) continue;
    damaged = damaged.slice(0, span.start) + by + damaged.slice(span.end);
    untouched = span.start;
  }
  return damaged;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{}]/g;

/** Every value of a JSON text, objects and lists whole, and every key; of another text what looks like either. */
function spansOf(text: string): { readonly values: readonly Span[]; readonly keys: readonly Span[] } {
  const values: Span[] = [];
  const keys: Span[] = [];
  const open: number[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [word] = token;
    const span = { start: token.index, end: token.index + word.length };
    if (word === '{' || word === '[') open.push(span.start);
    else if (word === '}' || word === ']') values.push({ start: open.pop() ?? span.start, end: span.end });
    else if (/^\s*:/.test(text.slice(span.end, span.end + 4)) && word.startsWith('"')) keys.push(span);
    else values.push(span);
  }
  return { values, keys };
}
