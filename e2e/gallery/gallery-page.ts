import type { CDPSession, Page } from '@playwright/test';
import { chartOf } from './chart-folders.ts';
import type { Box } from './pixels/compare-blocks.ts';

/** A story's place on the page of all stories, in pixels from its top. */
export interface Cell {
  readonly story: string;
  readonly top: number;
  readonly height: number;
}

/** All stories of one chart, which stand one under another. */
export interface Sheet {
  readonly chart: string;
  readonly cells: readonly Cell[];
  readonly top: number;
  readonly height: number;
}

/** A sheet as it looks now, with the boxes of its texts. */
export interface Shot {
  readonly png: Buffer;
  readonly texts: readonly Box[];
}

/** Room to scroll the last sheet to the top of a window as tall as itself. */
const ROOM_BELOW = 20_000;

/** The page that shows every story of the gallery at once. */
export class GalleryPage {
  private readonly page: Page;
  private readonly client: CDPSession;

  private constructor(page: Page, client: CDPSession) {
    this.page = page;
    this.client = client;
  }

  static async open(page: Page, address: string): Promise<GalleryPage> {
    await page.goto(`${address}?sheets`);
    await page.locator('[data-story] figure').last().waitFor();
    // Asked for by name: a face that nothing has drawn yet would come after the first picture.
    await page.evaluate(async () =>
      Promise.all(
        [400, 550, 600].map(async (weight) => document.fonts.load(`${weight} 11px "Inter Variable"`)),
      ),
    );
    await page.addStyleTag({
      content: `body { padding-bottom: ${ROOM_BELOW}px } canvas { visibility: hidden } html { scrollbar-width: none }`,
    });
    return new GalleryPage(page, await page.context().newCDPSession(page));
  }

  /** Shows everything in a theme at a width, laid out and drawn. */
  async show(theme: string, width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.evaluate(async (name) => {
      document.documentElement.dataset['theme'] = name;
      // A picture measures its width anew: a frame for the observer, one for what it draws.
      const frame = async (): Promise<unknown> => new Promise(requestAnimationFrame);
      do {
        await frame();
        await frame();
      } while (document.querySelector('[aria-busy="true"]') !== null);
    }, theme);
  }

  async sheets(): Promise<readonly Sheet[]> {
    const cells = await this.page.locator('[data-story]').evaluateAll((sections) =>
      sections.map((section) => {
        const { top, height } = section.getBoundingClientRect();
        return { story: section.getAttribute('data-story') ?? '', top: top + scrollY, height };
      }),
    );
    const charts = new Map<string, Cell[]>();
    for (const cell of cells) {
      const chart = chartOf(cell.story) ?? cell.story;
      charts.set(chart, [...(charts.get(chart) ?? []), cell]);
    }
    return [...charts].map(([chart, own]) => {
      const top = own[0]?.top ?? 0;
      const height = own.reduce((sum, cell) => sum + cell.height, 0);
      return { chart, cells: own, top, height };
    });
  }

  /** A picture of a sheet in a window just as tall, so that all of it is painted before it is taken. */
  async shoot({ top, height }: Sheet): Promise<Shot> {
    const { width = 0 } = this.page.viewportSize() ?? {};
    await this.page.setViewportSize({ width, height: Math.ceil(height) });
    const texts = await this.page.evaluate(textBoxes, top);
    // The browser's own command: Playwright's picture takes three times as long to compress.
    const { data } = await this.client.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    return { png: Buffer.from(data, 'base64'), texts };
  }

  /** Does something to the page itself, and returns what takes it back. */
  async change(css: string): Promise<() => Promise<void>> {
    const style = await this.page.addStyleTag({ content: css });
    return async () => style.evaluate((node) => (node as HTMLStyleElement).remove());
  }

  /** Pairs of texts in one picture that touch, and texts that leave their picture, by the browser's own measure. */
  async clashes(): Promise<readonly string[]> {
    return this.page.evaluate(clashingTexts);
  }
}

/** Scrolls to a height and says where texts stand in the window; those hidden from the eye are left out. */
async function textBoxes(top: number): Promise<readonly Box[]> {
  scrollTo(0, top);
  await new Promise(requestAnimationFrame);
  const boxes: Box[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const around = node.parentElement?.getBoundingClientRect();
    if (around === undefined || around.width <= 1 || node.nodeValue?.trim() === '') continue;
    range.selectNodeContents(node);
    for (const { left, top: above, right, bottom } of range.getClientRects())
      if (bottom > 0 && above < innerHeight) boxes.push({ left, top: above, right, bottom });
  }
  return boxes;
}

function clashingTexts(): readonly string[] {
  const found: string[] = [];
  for (const svg of document.querySelectorAll('figure svg')) {
    const story = svg.closest('[data-story]')?.getAttribute('data-story') ?? '';
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((node) => ({
      words: node.textContent,
      box: node.getBoundingClientRect(),
    }));
    for (const [i, { words, box }] of texts.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
        found.push(`${story}: "${words}" leaves the picture`);
      for (const other of texts.slice(i + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 0.5 && down > 2) found.push(`${story}: "${words}" over "${other.words}"`);
      }
    }
  }
  return found;
}
