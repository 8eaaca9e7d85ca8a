import { expect, type Locator, type Page } from '@playwright/test';
import type { PickedFile } from './recording-files.ts';

/** The page as a person finds it: by role and name. */
export class SmirkPage {
  readonly status: Locator;
  readonly main: Locator;
  readonly figures: Locator;
  /** The large badge of anything that is not a live market. */
  readonly badge: Locator;
  readonly retry: Locator;
  readonly venue: Locator;
  readonly underlying: Locator;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('status');
    this.main = page.getByRole('main');
    this.figures = this.main.getByRole('figure');
    this.badge = page.locator('strong');
    this.retry = page.getByRole('button', { name: /^Retry / });
    this.venue = page.getByRole('combobox', { name: 'Venue' });
    this.underlying = page.getByRole('combobox', { name: 'Underlying' });
  }

  /** Opens the page and waits until a picture is drawn. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`/${query}`);
    await this.waitForPicture();
  }

  async waitForPicture(): Promise<void> {
    await expect(this.figures.first()).toBeVisible();
    await expect(this.expiryRows().first()).toBeVisible();
    await expect(this.main.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** Lines of the table of expiries. */
  expiryRows(): Locator {
    return this.main.getByRole('region', { name: 'By expiry' }).locator('tbody tr');
  }

  /** Cells of the table of expiries, line by line. */
  async expiryTable(): Promise<readonly (readonly string[])[]> {
    return this.expiryRows().evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())),
    );
  }

  /** The table of expiries with each figure under the head of its column. */
  async expiryFigures(): Promise<readonly Readonly<Record<string, string>>[]> {
    return this.expiryRows().evaluateAll((rows) =>
      rows.map((row) => {
        const heads = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])];
        const figures: Record<string, string> = {};
        let column = 0;
        for (const cell of row.querySelectorAll<HTMLTableCellElement>('th, td')) {
          figures[(heads[column]?.textContent ?? '').trim()] = (cell.textContent ?? '').trim();
          column += cell.colSpan;
        }
        return figures;
      }),
    );
  }

  /** Seconds since the picture was received, as the status line says it. */
  async age(): Promise<number> {
    const text = (await this.status.textContent()) ?? '';
    const match = /(\d+) (s|min|h) old/.exec(text);
    if (match === null) throw new Error(`no age in the status line: ${text}`);
    return Number(match[1]) * { s: 1, min: 60, h: 3600 }[match[2] as 's' | 'min' | 'h'];
  }

  async openFile(file: PickedFile | string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /Open/ }).click();
    await (await chooser).setFiles(file);
  }
}

/** What went wrong in the page behind the scenes; a failed request is listed apart, since some tests cause it. */
export interface Troubles {
  readonly errors: readonly string[];
  readonly failedLoads: readonly string[];
}

/** Listens from before the page opens. */
export function listenForTroubles(page: Page): Troubles {
  const errors: string[] = [];
  const failedLoads: string[] = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    if (text.includes('Service Worker registration blocked')) return;
    // The browser's own remark on drawing without a graphics card, no fault of the page.
    if (text.includes('GL Driver Message')) return;
    const load =
      /Failed to load resource|has been blocked by CORS policy|WebSocket connection to \S+ failed/.test(text);
    (load ? failedLoads : errors).push(text);
  });
  return { errors, failedLoads };
}
