import { type RefObject, useLayoutEffect, useState } from 'react';
import { usePrinting } from './use-printing.ts';

/** Pixels between the margins of an A4 sheet (182 mm), which is narrower than Letter. */
const paperWidth = 686;

/**
 * The width of an element in whole pixels, known before the first paint and kept as it changes; null until then. A sheet of
 * paper has its own, whatever the screen's is: the picture is drawn anew before it is laid out there.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return undefined;
    const measure = (): void => setWidth(Math.floor(node.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return printing && width !== null ? paperWidth : width;
}
