/** Cuts pieces of text into lines without looking at any character twice. */
export interface LineSplitter {
  /** The lines that this piece completes. */
  push(piece: string): readonly string[];
  /** What is left after the last line break. */
  rest(): string;
  /** Length of the line not yet complete. */
  pending(): number;
}

/** A fresh splitter; both `\n` and `\r\n` end a line. */
export function createLineSplitter(): LineSplitter {
  let parts: string[] = [];
  let length = 0;

  function take(): string {
    const line = parts.join('');
    parts = [];
    length = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  return {
    push(piece) {
      const lines: string[] = [];
      let from = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        parts.push(piece.slice(from, end));
        lines.push(take());
        from = end + 1;
      }
      if (from < piece.length) {
        parts.push(piece.slice(from));
        length += piece.length - from;
      }
      return lines;
    },
    rest: take,
    pending: () => length,
  };
}
