import { useCallback, useState, type UIEvent } from 'react';

/** Which rows of equal height are in sight, with some to spare on either side. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  readonly measure: (element: HTMLElement | null) => void;
}

const SPARE = 8;
/** Before the first measurement. */
const GUESSED_PX = 480;

/** Pure: the rows that a view of this height shows after scrolling so far. */
export function rowsInSight(
  { top, height }: { readonly top: number; readonly height: number },
  rowPx: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const last = Math.max(0, count - Math.floor(height / rowPx));
  const at = Math.min(Math.floor(top / rowPx), last);
  return {
    first: Math.max(0, at - SPARE),
    end: Math.min(count, at + Math.ceil(height / rowPx) + 1 + SPARE),
  };
}

/**
 * Follows a scrolling element, and asks for a redraw only when other rows come into sight.
 * @param start the row it is scrolled to at first
 */
export function useRowWindow(count: number, rowPx: number, start = 0): RowWindow {
  const [height, setHeight] = useState(GUESSED_PX);
  const [row, setRow] = useState(start);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onScroll = useCallback(
    ({ currentTarget }: UIEvent<HTMLElement>) => setRow(Math.floor(currentTarget.scrollTop / rowPx)),
    [rowPx],
  );
  return { ...rowsInSight({ top: row * rowPx, height }, rowPx, count), onScroll, measure };
}
