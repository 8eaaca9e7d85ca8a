import type { Page } from '@playwright/test';

/** Waits until every picture has the width of its place. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = async (): Promise<unknown> => new Promise(requestAnimationFrame);
    do {
      await frame();
      await frame();
    } while (document.querySelector('[aria-busy="true"]') !== null);
  });
}

/** Two pieces of visible text that are drawn over one another, by their words. */
export async function overlappingTexts(page: Page): Promise<readonly string[]> {
  await drawn(page);
  return page.evaluate(() => {
    interface Box {
      readonly text: string;
      readonly node: Node;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }

    /** The part of a rectangle that no ancestor clips away; null when nothing is left. */
    function visiblePart(rect: DOMRect, from: Element): Omit<Box, 'text' | 'node'> | null {
      let { left, right, top, bottom } = rect;
      for (let element: Element | null = from; element !== null; element = element.parentElement) {
        const style = getComputedStyle(element);
        const hidden =
          // What floats over the page on a ground of its own hides what is under it.
          style.position === 'fixed' ||
          style.visibility === 'hidden' ||
          style.display === 'none' ||
          Number(style.opacity) < 0.05;
        if (hidden || style.clipPath !== 'none' || style.clip !== 'auto') return null;
        if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
          const frame = element.getBoundingClientRect();
          left = Math.max(left, frame.left);
          right = Math.min(right, frame.right);
          top = Math.max(top, frame.top);
          bottom = Math.min(bottom, frame.bottom);
        }
      }
      return right - left < 2 || bottom - top < 2 ? null : { left, right, top, bottom };
    }

    const silent = new Set(['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT']);

    /** Where the glyphs of one piece of text are, line by line. */
    function boxesOf(node: Node): readonly Box[] {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || silent.has(parent.tagName) || !parent.checkVisibility())
        return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].flatMap((rect) => {
        // Glyphs fill the middle of a line box; its edges may touch those of the next line.
        const inset = rect.height * 0.22;
        const glyphs = new DOMRect(rect.left + 1, rect.top + inset, rect.width - 2, rect.height - 2 * inset);
        const part = visiblePart(glyphs, parent);
        return part === null ? [] : [{ text: text.slice(0, 30), node, ...part }];
      });
    }

    const boxes: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) boxes.push(...boxesOf(node));
    const found: string[] = [];
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        if (a.node === b.node) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1.5 && down > 1.5)
          found.push(`“${a.text}” and “${b.text}” at ${Math.round(a.left)}, ${Math.round(a.top)}`);
      }
    }
    return found;
  });
}

/** Elements that stick out of the right edge of the page and would make it scroll sideways. */
export async function sidewaysOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 8)
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
  });
}
