import type { EpochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';

/** What a venue said of one contract, cut out of its own message. */
export interface RawRow {
  /** When the message was received. */
  readonly at: EpochMs;
  readonly via: WireMessage['via'];
  /** The address it answers, or that of the socket it came by. */
  readonly request: string;
  /** As it came; never read again, only shown. */
  readonly text: string;
  /** UTF-16 units that the row is longer than what is shown. */
  readonly leftOut: number;
}

/** A row as long as this is shown in full. */
const LONGEST_ROW = 4000;
/** An object of so few members only says whose the rest is. */
const LEAST_MEMBERS = 3;
/** Kinds of rows that one quote may be put together from. */
const MOST_ROWS = 4;
/** How much text is searched before giving up. */
const MOST_SEARCHED = 96_000_000;

/**
 * The newest rows that name a contract, one of each kind: rows with other members are another kind, since some venues
 * spread a quote over several messages.
 * @param newestFirst messages from the newest on
 */
export function rawRows(newestFirst: Iterable<WireMessage>, instrument: string): readonly RawRow[] {
  const rows = new Map<string, RawRow>();
  let searched = 0;
  for (const { at, via, request, body } of newestFirst) {
    searched += body.length;
    const row = cutRow(body, instrument);
    const kind = row === null ? null : kindOf(row);
    if (row !== null && kind !== null && !rows.has(kind)) {
      const text = row.slice(0, LONGEST_ROW);
      rows.set(kind, {
        at,
        via,
        request: request.slice(0, LONGEST_ROW),
        text,
        leftOut: row.length - text.length,
      });
    }
    if (rows.size === MOST_ROWS || searched > MOST_SEARCHED) break;
  }
  return [...rows.values()];
}

/** The innermost object of a message that says more of a contract than its name, or the line of a table; null without. */
export function cutRow(body: string, instrument: string): string | null {
  const at = placeOf(body, instrument);
  if (at === null) return null;
  const start = body.trimStart()[0];
  return start === '{' || start === '[' ? objectAbout(body, at, instrument) : lineAbout(body, at);
}

/** The name as a whole word, a quoted one rather than one within a longer text. */
function placeOf(body: string, instrument: string): number | null {
  const quoted = body.indexOf(`"${instrument}"`);
  if (quoted >= 0) return quoted + 1;
  for (let at = body.indexOf(instrument); at >= 0; at = body.indexOf(instrument, at + 1)) {
    if (!isNamePart(body[at - 1]) && !isNamePart(body[at + instrument.length])) return at;
  }
  return null;
}

function isNamePart(letter: string | undefined): boolean {
  return letter !== undefined && /[\w-]/.test(letter);
}

function lineAbout(body: string, at: number): string {
  const end = body.indexOf('\n', at);
  return body.slice(body.lastIndexOf('\n', at) + 1, end < 0 ? body.length : end).trim();
}

function objectAbout(body: string, at: number, instrument: string): string | null {
  const after = at + instrument.length;
  if (/^"\s*:\s*\{/.test(body.slice(after, after + 20))) {
    const open = body.indexOf('{', after);
    return `"${instrument}":${body.slice(open, endOf(body, open))}`;
  }
  const opened = openAt(body, at);
  let row: string | null = null;
  for (const open of opened.toReversed()) {
    const wider = body.slice(open, endOf(body, open));
    if (row !== null && wider.length > LONGEST_ROW) return row;
    row = wider;
    if (membersOf(row).length >= LEAST_MEMBERS) return row;
  }
  return row;
}

/** Where the objects begin that are open at a place of a JSON text, outermost first. */
function openAt(text: string, at: number): readonly number[] {
  const open: number[] = [];
  eachBrace(text, 0, (place, closes) => {
    if (place >= at) return false;
    if (closes) open.pop();
    else open.push(place);
    return true;
  });
  return open;
}

/** One past the brace that closes an object; the end of a text that is cut off. */
function endOf(text: string, open: number): number {
  let depth = 0;
  let end = text.length;
  eachBrace(text, open, (place, closes) => {
    depth += closes ? -1 : 1;
    if (depth > 0) return true;
    end = place + 1;
    return false;
  });
  return end;
}

/** Visits the braces of a JSON text that are not within a string, until told to stop. */
function eachBrace(text: string, from: number, visit: (place: number, closes: boolean) => boolean): void {
  const next = /["{}]/g;
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '"') next.lastIndex = endOfString(text, found.index + 1);
    else if (!visit(found.index, found[0] === '}')) return;
  }
}

function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** The names of a row's members, or the row itself where it is no object. */
function membersOf(row: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(row.startsWith('"') ? `{${row}}` : row);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

/** Rows of one kind have the same members; lines of a table are of one kind. */
function kindOf(row: string): string {
  return membersOf(row).toSorted().join(' ');
}
